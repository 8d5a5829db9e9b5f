import { emitOembed, playerOf } from '../../src/cli/emit-oembed.ts';
import { readAtlas } from '../../src/cli/read-atlas.ts';
import { emitFeed, emitSitemap } from '../../src/compiler/emit-feed.ts';
import { emitHandout } from '../../src/compiler/emit-handout.ts';
import { emitPage } from '../../src/compiler/emit-page.ts';
import { sampleTimeline } from '../../src/core/sample-timeline.ts';
import type { Story } from '../../src/core/story.ts';
import { createTimeline } from '../../src/core/timeline.ts';
import { createViewport } from '../../src/core/viewport.ts';
import { embedSnippet } from '../../src/embed/snippet.ts';
import { drawStill } from '../../src/still/draw-still.ts';
import type { StillAtlas } from '../../src/still/still-atlas.ts';

const SITE = 'https://example.org/maps/';
const PATH = 'stories/one/';

/** A writer of all that comes of a story, as texts of HTML, SVG and XML by name. It draws stills without their relief. */
export async function createWriter(): Promise<(story: Story) => Record<string, string>> {
  const atlas = await readAtlas();
  return (story) => writeAll(story, atlas);
}

function writeAll(story: Story, atlas: StillAtlas): Record<string, string> {
  const [first] = story.steps;
  const id = first?.id ?? '';
  const still = (plain: boolean, kind: 'wide' | 'phone'): string => {
    const [width, height] = kind === 'wide' ? ([1280, 800] as const) : ([390, 844] as const);
    const timeline = createTimeline(story, createViewport(width, height));
    const { viewport } = timeline;
    const frame = sampleTimeline(timeline, { step: id, progress: 1, travel: 0 });
    const words = { title: first?.alt ?? '', credit: story.title };
    return drawStill(frame, viewport, { story, atlas, plain, prefix: `${kind}-`, ...words });
  };
  const cover = still(false, 'phone');
  const provider = { name: story.title, site: SITE };
  const placed = [{ path: PATH, story }];
  const site = { site: SITE, title: story.title, built: '2026-01-01' };
  const oembed = JSON.parse(emitOembed(story, SITE + PATH, provider)) as { html: string };
  return {
    page: emitPage(story, {
      storyUrl: './story.json',
      script: '/read.ts',
      galleryUrl: '../../',
      credit: story.title,
      head: { site: SITE, path: PATH, player: playerOf(SITE + PATH) },
      cover,
      embedScript: '../../embed.js',
    }),
    still: still(false, 'wide'),
    poster: still(true, 'wide'),
    handout: emitHandout(story, {
      paper: 'a4',
      notes: true,
      stills: new Map(story.steps.map((step, i) => [step.id, `still/${i}.svg`])),
      fontSheets: ['fonts.css'],
      credit: story.title,
      folder: 'story/',
      address: SITE + PATH,
    }),
    feed: emitFeed(placed, site),
    sitemap: emitSitemap(placed, SITE),
    oembed: oembed.html,
    ...Object.fromEntries(
      (['script', 'frame', 'element'] as const).map((way) => [
        `snippet by ${way}`,
        embedSnippet(way, SITE + PATH, { title: story.title }),
      ]),
    ),
  };
}

/** Values that would load or run what an attack says. */
const LIVE_VALUE =
  /\b(?:fill|stroke|style|clip-path|stroke-dasharray|src|srcset|background)="[^"]*(?:other\.example|run\(|\\7)|\bhref="\s*javascript:/i;
/** Elements and handlers that no output of ours has, once the values of all attributes are left out. */
const LIVE_ELEMENT = /<script>run\(|<[a-z][^>]*\son\w+=/i;

/** The outputs in which an attack is more than a text, each with what stands there. */
export function liveIn(outputs: Readonly<Record<string, string>>): string[] {
  return Object.entries(outputs).flatMap(([name, text]) => {
    const bare = text.replace(/="[^"]*"/g, '=""');
    const [where, found] = [
      [bare, LIVE_ELEMENT.exec(bare)] as const,
      [text, LIVE_VALUE.exec(text)] as const,
    ].find(([, match]) => match) ?? ['', null];
    return found
      ? [`${name}: ${where.slice(Math.max(0, found.index - 60), found.index + 120)}`]
      : [];
  });
}
