import { chartMarkup } from '../core/chart-markup.ts';
import { EMBED_SCRIPT_META } from '../core/embed-meta.ts';
import { storyKicker } from '../core/kickers.ts';
import { joined, type Markup, type MaybeMarkup, markup } from '../core/markup.ts';
import { stepMarkup } from '../core/step-markup.ts';
import { inlineCoverMarkup, stillMarkup } from '../core/still-markup.ts';
import type { Step, Story } from '../core/story.ts';
import { textDirection } from '../core/text-direction.ts';
import { emitHead, type HeadOptions } from './emit-head.ts';
import { emitJsonLd } from './emit-json-ld.ts';
import { emitStillKeys, type StillKey } from './emit-key.ts';

/** What a page needs beside its story. */
export interface PageOptions {
  /** Address of the compiled story, relative to the page. */
  storyUrl: string;
  /** Address of the script that brings the story to life, as the page's bundler reads it. */
  script: string;
  /** Address of the gallery, relative to the page. */
  galleryUrl: string;
  /** Whom to thank for the map: plain text. */
  credit: string;
  /** Where the page is, for what it says to machines. */
  head: HeadOptions;
  /**
   * The picture that the story opens with on a phone, as SVG text. With it, each step has its still,
   * in the folder `still` beside the page; else none has.
   */
  cover?: string;
  /** Address of the script that embeds the story in other pages, relative to the page; none where there is no such. */
  embedScript?: string;
}

/** Date and legend of a still: for pages without script. With it, the stage has both. */
function emitCaption(key: StillKey | undefined): MaybeMarkup {
  if (!key || !(key.date || key.legend)) return '';
  const date = key.date && markup`<p class="date">${key.date}</p>`;
  const legend =
    key.legend && markup`<details class="legend"><summary>Legend</summary>${key.legend}</details>`;
  return markup`<figcaption>${date}${legend}</figcaption>`;
}

/** The attribute of what is written from right to left; the page itself is laid out from the left. */
const directionOf = ({ lang }: Story): MaybeMarkup =>
  textDirection(lang) === 'rtl' ? markup` dir="rtl"` : '';

function emitStep(story: Story, step: Step, index: number): Markup {
  const count = story.steps.length;
  const moves = step.moves ? ' moves' : '';
  return markup`<story-step id="${step.id}"${directionOf(story)}${moves}>
${stepMarkup(step, { index, count })}
</story-step>`;
}

function emitHeader(story: Story, galleryUrl: string): Markup {
  const byline = story.byline && markup`<p class="byline">${story.byline}</p>`;
  return markup`<header slot="header"${directionOf(story)}>
<p class="site"><a href="${galleryUrl}">Legenda</a></p>
<p class="kicker">${storyKicker(story.steps)}</p>
<h1>${story.title}</h1>
<p class="description">${story.description}</p>
${byline}
<p class="invitation">Scroll to begin <span aria-hidden="true">↓</span><span class="scripted"> or press <kbd>j</kbd></span></p>
<p class="teach scripted"><a href="?present">Present it to a class</a></p>
</header>`;
}

/** The chart's numbers, for pages without script: with it no slot takes them, and a dialog has them. */
function emitChart({ chart, lang }: Story): MaybeMarkup {
  if (!chart) return '';
  return markup`<details slot="chart" class="sources"><summary>${chart.title}</summary>
${chartMarkup(chart, lang)}
</details>
`;
}

/**
 * A story's page: real headings, prose, footnotes and stills, whole before any script has run. The
 * script at `options.script` then puts the map in the stills' place.
 */
export function emitPage(story: Story, options: PageOptions): string {
  const { storyUrl, script, galleryUrl, credit } = options;
  const { cover, embedScript } = options;
  const embed = embedScript
    ? markup`<meta name="${EMBED_SCRIPT_META}" content="${embedScript}">\n`
    : '';
  const [first] = story.steps;
  const opening = cover && first ? markup`${inlineCoverMarkup(first, './', cover)}\n` : '';
  const keys = emitStillKeys(story);
  const steps = story.steps.map((step, i) => {
    const still = cover ? markup`${stillMarkup(step, './', emitCaption(keys.get(step.id)))}\n` : '';
    return markup`${still}${emitStep(story, step, i)}`;
  });
  const preload =
    cover &&
    markup`<link rel="preload" as="image" href="./cover.svg" media="(min-width: 720px)">\n`;
  return String(markup`<!doctype html>
<html lang="${story.lang}"${directionOf(story)}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${story.title}</title>
${emitHead(story, options.head)}
${embed}${preload ?? ''}<link rel="icon" href="data:,">
<script type="module" src="${script}"></script>
</head>
<body class="story">
<main>
<map-story src="${storyUrl}">
${opening}${emitHeader(story, galleryUrl)}
${joined(steps, '\n')}
${emitChart(story)}<small slot="credit" class="credit">${credit}</small>
</map-story>
</main>
${emitJsonLd(story, options.head)}
</body>
</html>
`);
}
