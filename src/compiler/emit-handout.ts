import { formatDay } from '../core/calendar.ts';
import { joined, type Markup, type MaybeMarkup, markup, trusted } from '../core/markup.ts';
import type { Footnote, Step, Story } from '../core/story.ts';
import { textDirection } from '../core/text-direction.ts';
import { emitStillKeys, type StillKey } from './emit-key.ts';
import { type HandoutLayout, handoutStyle } from './handout-style.ts';
import { plainText } from './plain-text.ts';

/** What a handout needs beside its story. */
export interface HandoutOptions extends HandoutLayout {
  /** Address of each step's still, by the step's id; a step without one has its text alone. */
  stills: ReadonlyMap<string, string>;
  /** Addresses of style sheets that bring the fonts. */
  fontSheets: readonly string[];
  /** Whom to thank for the map: plain text. */
  credit: string;
  /** Address of the story's folder, with a slash at its end, for the pictures in its prose. */
  folder: string;
  /** Address of the story's page, to be read by people; absent where it is not known. */
  address?: string;
}

/** Above so many words a step may go on over the page: it would leave too much of a page empty. */
const LONG = 230;

/** The days of a step, such as "15–29 September 1950"; empty where its picture belongs to none. */
function datesOf({ date }: Step, lang: string): string {
  if (!date) return '';
  const [from, to] = date.map((day) => new Date(Math.floor(day) * 86_400_000)) as [Date, Date];
  const format = lang === 'en' ? 'en-GB' : lang;
  return new Intl.DateTimeFormat(format, { dateStyle: 'long', timeZone: 'UTC' })
    .formatRange(from, to)
    .replace(/\u2009/g, ' ');
}

function emitContents({ steps, lang }: Story): Markup {
  const items = steps.map((step, index) => {
    const date = datesOf(step, lang);
    return markup`<li><span class="number">${index + 1}</span><a href="#${step.id}">${step.title}${
      date && markup`<span class="date">${date}</span>`
    }</a></li>`;
  });
  return markup`<ol class="contents">${items}</ol>`;
}

function emitTitle(story: Story, { notes, address }: HandoutOptions): Markup {
  const { title, description, byline, published, lang } = story;
  const day = published && formatDay(Date.parse(published) / 86_400_000, lang);
  const by = [byline, day, address ?? ''].filter(Boolean).join(' · ');
  return markup`<header class="title">
<p class="kicker">${notes ? 'A map story, with notes for teachers' : 'A map story'}</p>
<h1>${title}</h1>
<p class="description">${description}</p>
${by && markup`<p class="byline">${by}</p>`}
<h2>Contents</h2>
${emitContents(story)}
</header>`;
}

/** The still. Its words stand under the prose; beside notes there is no room, so only those who cannot see it get them. */
function emitStill({ id, alt }: Step, { options: { stills, notes }, keys }: StepOptions) {
  const legend = keys.get(id)?.legend ?? '';
  const still = stills.get(id);
  if (!still) return { figure: '' as const, caption: '' as const };
  return {
    figure: markup`<figure class="still"><img src="${still}" alt="${notes ? alt : ''}"></figure>`,
    caption: joined([legend, notes || !alt ? '' : markup`<p class="caption">${alt}</p>`]),
  };
}

const RELATIVE = / (src|href)="(?!#|\w+:)/;

/**
 * Prose for paper: its pictures are found from elsewhere, and are there before it is printed; a film is
 * named; a link to a file beside the story leads to the story's page, or is text where that is not known.
 */
function onPaper(html: string, { folder, address }: HandoutOptions): Markup {
  const startAt = (tag: string, start: string): string =>
    tag.replace(RELATIVE, (_, name: string) => String(markup` ${name}="${start}`));
  const edited = html
    .trim()
    .replace(/<video\b[^>]*\baria-label="([^"]*)"[^>]*>\s*<\/video>/g, (_, label: string) =>
      String(markup`<span class="film">Film: ${trusted(label)}</span>`),
    )
    .replace(/<img\b[^>]*>/g, (tag) => startAt(tag.replace(' loading="lazy"', ''), folder))
    .replace(/<a\b[^>]*>/g, (tag) =>
      address ? startAt(tag, address) : tag.replace(/ href="(?!#|\w+:)[^"]*"/, ''),
    );
  return trusted(edited);
}

function emitStep(step: Step, number: number, context: StepOptions): Markup {
  const { lang, options } = context;
  const { id, title, html, notes } = step;
  const { figure, caption } = emitStill(step, context);
  const long = plainText(html).split(' ').length > LONG || html.includes('<img');
  return markup`<article class="step${long ? ' long' : ''}" id="${id}">
<p class="kicker"><span>${number}</span><span>${datesOf(step, lang)}</span></p>
<h2>${title}</h2>
${figure}${onPaper(html, options)}
${caption}${options.notes && notes ? emitNotes(notes, options) : ''}
</article>`;
}

interface StepOptions {
  lang: string;
  options: HandoutOptions;
  keys: ReadonlyMap<string, StillKey>;
}

function emitNotes(notes: string, options: HandoutOptions): Markup {
  return markup`<aside class="notes"><h3>For the teacher</h3>${onPaper(notes, options)}</aside>`;
}

/** Every footnote once, in the order of the numbers, as a target for all references to it. */
function emitSources({ steps }: Story, options: HandoutOptions): MaybeMarkup {
  const notes = steps.flatMap((step) => step.footnotes.map((note) => ({ step: step.id, note })));
  const byNumber = new Map<number, { note: Footnote; targets: string[] }>();
  for (const { step, note } of notes) {
    const { targets = [] } = byNumber.get(note.number) ?? {};
    byNumber.set(note.number, { note, targets: [...targets, `fn-${step}-${note.id}`] });
  }
  const items = [...byNumber.values()]
    .sort((a, b) => a.note.number - b.note.number)
    .map(({ note, targets }) => {
      const anchors = targets.map((target) => markup`<a id="${target}"></a>`);
      return markup`<li value="${note.number}">${anchors}${onPaper(note.html, options)}</li>`;
    });
  return items.length === 0 ? '' : markup`<h2>Sources</h2>\n<ol>${joined(items, '\n')}</ol>`;
}

/**
 * A story for paper, as an HTML document that a browser prints: a title page with contents, the
 * steps, two to a page, each with its still, and the sources as one numbered list at the end.
 */
export function emitHandout(story: Story, options: HandoutOptions): string {
  const { lang, title } = story;
  const context = { lang, options, keys: emitStillKeys(story) };
  const steps = story.steps.map((step, i) => emitStep(step, i + 1, context));
  const fonts = options.fontSheets.map(
    (address) => markup`<link rel="stylesheet" href="${address}">`,
  );
  return String(markup`<!doctype html>
<html lang="${lang}" dir="${textDirection(lang)}">
<head>
<meta charset="utf-8">
<title>${title}</title>
${joined(fonts, '\n')}
<style>${trusted(`${handoutStyle(options, title)}`)}</style>
</head>
<body>
${emitTitle(story, options)}
<main>
${joined(steps, '\n')}
</main>
<section class="sources">
${emitSources(story, options)}
<p class="credit">${options.credit}</p>
</section>
</body>
</html>
`);
}
