import sharp from 'sharp';
import { palette } from '../core/palette.ts';
import type { Playhead } from '../core/playhead.ts';
import { sampleTimeline } from '../core/sample-timeline.ts';
import type { Story, ViewportKind } from '../core/story.ts';
import { createTimeline } from '../core/timeline.ts';
import { createViewport, type Viewport } from '../core/viewport.ts';
import { drawStill, type StillOptions } from '../still/draw-still.ts';
import { type Raster, shadeRelief } from '../still/shade-relief.ts';
import type { StillAtlas } from '../still/still-atlas.ts';
import { mapCredit } from './read-sources.ts';

/** The windows that a page's stills are drawn for, CSS pixels. */
export const STILL_WINDOWS: Readonly<
  Record<ViewportKind, readonly [width: number, height: number]>
> = {
  wide: [1280, 800],
  phone: [390, 844],
};

/** CSS pixels of the side of one pixel of the relief. */
const RELIEF_SCALE = 3;
/** Of libwebp, 0 to 100: the relief is soft, and lies under everything. */
const RELIEF_QUALITY = 25;

/** One still of a story. */
export interface StillSpec {
  /** File name, relative to the story's folder: `still/yalu.svg`, `still/yalu.phone.svg`, `cover.svg`. */
  name: string;
  kind: ViewportKind;
  playhead: Playhead;
  /** The picture in a sentence. */
  alt: string;
}

/** The stills of a story: the cover, which is the start of the first step, and the end of each step. */
export function listStills({ steps }: Story): StillSpec[] {
  const kinds: [ViewportKind, string][] = [
    ['wide', '.svg'],
    ['phone', '.phone.svg'],
  ];
  return kinds.flatMap(([kind, ending]) => {
    const ends = steps.map(({ id, alt }) => ({
      name: `still/${id}${ending}`,
      kind,
      playhead: { step: id, progress: 1, travel: 0 },
      alt,
    }));
    const [first] = ends;
    if (!first) return [];
    const playhead = { ...first.playhead, progress: 0 };
    return [{ ...first, name: `cover${ending}`, playhead }, ...ends];
  });
}

/** The relief over the land as the address of a picture that the still brings along. */
async function reliefAddress({ data, width, height }: Raster, plain: boolean): Promise<string> {
  const picture = sharp(data, { raw: { width, height, channels: 4 } }).flatten({
    background: palette.land,
  });
  // Programs that do not know CSS variables may not know WebP either.
  const bytes = await (plain
    ? picture.png()
    : picture.webp({ quality: RELIEF_QUALITY })
  ).toBuffer();
  return `data:image/${plain ? 'png' : 'webp'};base64,${bytes.toString('base64')}`;
}

/** What a still is drawn of. */
export interface DrawSpec extends Omit<StillOptions, 'story' | 'relief'> {
  playhead: Playhead;
  viewport: Viewport;
}

/** Draws the picture of a playhead in a viewport, with its relief. */
export async function drawPlayhead(story: Story, spec: DrawSpec): Promise<string> {
  const { playhead, viewport, atlas, plain = false } = spec;
  const timeline = createTimeline(story, viewport);
  const frame = sampleTimeline(timeline, playhead);
  const raster = shadeRelief(frame, viewport, { atlas, scale: RELIEF_SCALE });
  const relief = await reliefAddress(raster, plain);
  return drawStill(frame, viewport, { ...spec, story, relief });
}

/** Draws one of {@link listStills}. */
export function drawStillFile(story: Story, still: StillSpec, atlas: StillAtlas): Promise<string> {
  const { playhead, alt, kind, name } = still;
  const viewport = createViewport(...STILL_WINDOWS[kind]);
  // Covers stand in the page itself, both at once, under the date and the legend that it has.
  const isCover = name.startsWith('cover');
  const more = isCover ? { prefix: `${kind}-` } : { credit: mapCredit() };
  return drawPlayhead(story, { playhead, viewport, atlas, title: alt, ...more });
}

/** Width and height of the picture that other sites show of a story, pixels. */
export const COVER_SIZE = [1200, 630] as const;

/** The start of a story as the picture that other sites show of it, in plain colours. */
export function drawCover(story: Story, atlas: StillAtlas): Promise<string> {
  const [width, height] = COVER_SIZE;
  return drawFree(
    story,
    { step: story.steps[0]?.id ?? '', progress: 0, travel: 0 },
    { width, height, atlas, plain: true },
  );
}

/** How large a picture without text beside it is drawn. */
interface FreeOptions {
  width: number;
  height: number;
  atlas: StillAtlas;
  plain?: boolean;
  prefix?: string;
}

/** The picture of a playhead on a sheet of its own: no text covers any of it. */
export function drawFree(story: Story, playhead: Playhead, options: FreeOptions): Promise<string> {
  const { width, height, ...rest } = options;
  const stage = { width, height };
  const credit = mapCredit();
  const margin = Math.round(Math.min(width, height) * 0.06);
  const viewport: Viewport = {
    ...createViewport(1280, height),
    width,
    stage,
    padding: { top: margin, right: margin, bottom: margin, left: margin },
  };
  return drawPlayhead(story, { playhead, viewport, credit, ...rest });
}
