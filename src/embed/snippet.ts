import { type Markup, markup } from '../core/markup.ts';
import { ALLOW, SANDBOX } from './frame-rights.ts';
import { choicesOf, EMBED_OPTIONS, type EmbedOption, type EmbedWay } from './options.ts';
import { isStepId } from './protocol.ts';

/** What is asked of an embedded story: values by the option's name; an option without a value is ''. */
export type EmbedChoices = Readonly<Record<string, string>>;

/** How a snippet is made. */
export interface SnippetOptions {
  /** The story's title: what the frame is called. */
  title: string;
  /** Address of the script that embeds stories; default where a site has it, two folders up from the story. */
  script?: string;
  /** What is not an option of the way, or no value of it, is left out. None by default. */
  choices?: EmbedChoices;
  /** Of a plain frame, CSS pixels; without it the frame is as wide as its column. */
  width?: number;
}

/** The size of a plain frame whose place is not known, CSS pixels: wide enough for a card beside the map. */
export const FRAME_SIZE = { width: 800, height: 680 } as const;

function isValue(option: EmbedOption, value: string, way: EmbedWay): boolean {
  if (option.takes === 'step') return isStepId(value);
  return option.takes === 'nothing' ? value === '' : choicesOf(option, way).includes(value);
}

/** The choices that a way to embed knows, in the order of the options. */
function known(way: EmbedWay, choices: EmbedChoices = {}): [name: string, value: string][] {
  return EMBED_OPTIONS.filter(({ ways }) => ways.includes(way)).flatMap((option) => {
    const value = choices[option.name];
    return value !== undefined && isValue(option, value, way) ? [[option.name, value]] : [];
  });
}

/** Of some choices those that a way to embed knows. */
export function choicesFor(way: EmbedWay, choices: EmbedChoices): EmbedChoices {
  return Object.fromEntries(known(way, choices));
}

/**
 * The address of a story in a plain frame. `story` is the whole address of its page's folder, with a
 * slash at its end. It goes step by step, whether a page answers or not.
 */
export function frameAddress(story: string, choices: EmbedChoices = {}): string {
  const said = known('frame', { layout: 'steps', ...choices });
  const query = said.map(([name, value]) => (value ? `${name}=${value}` : name));
  return `${story}?${['embed', ...query].join('&')}`;
}

const attribute = ([name, value]: readonly [string, string]): Markup =>
  value ? markup` ${name}="${value}"` : markup` ${name}`;

function byScript(story: string, { title, choices, script }: SnippetOptions): Markup {
  const { href } = new URL(script ?? '../../embed.js', story);
  const said = [['story', story] as const, ['title', title] as const, ...known('script', choices)];
  return markup`<script type="module" src="${href}"></script>
<legenda-embed${said.map(attribute)}></legenda-embed>`;
}

function inFrame(story: string, { title, choices, width }: SnippetOptions): Markup {
  const said: [string, string][] = [
    ['src', frameAddress(story, choices)],
    ['title', title],
    ['width', width === undefined ? '100%' : String(width)],
    ['height', String(FRAME_SIZE.height)],
    // No style: a strict policy would hold it back.
    ['frameborder', '0'],
    ['loading', 'lazy'],
    ['allow', ALLOW],
    ['sandbox', SANDBOX],
  ];
  return markup`<iframe${said.map(attribute)}></iframe>`;
}

function asElement(story: string, { choices }: SnippetOptions): Markup {
  const said = [['src', `${story}story.json`] as const, ...known('element', choices)];
  return markup`<!-- In your own script: import { defineElements } from 'legenda', and call it. -->
<map-story${said.map(attribute)}></map-story>`;
}

/**
 * The HTML that puts a story into another page. `story` is the whole address of its page's folder, with
 * a slash at its end. Throws where it is not whole.
 */
export function embedSnippet(way: EmbedWay, story: string, options: SnippetOptions): string {
  const { href } = new URL(story);
  if (way === 'script') return String(byScript(href, options));
  return String(way === 'frame' ? inFrame(href, options) : asElement(href, options));
}
