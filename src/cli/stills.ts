import sharp from 'sharp';
import type { Size } from '../core/camera.ts';
import { palette } from '../core/palette.ts';
import type { Playhead } from '../core/playhead.ts';
import { sampleTimeline } from '../core/sample-timeline.ts';
import type { Story, ViewportKind } from '../core/story.ts';
import { createTimeline, type Timeline } from '../core/timeline.ts';
import { createViewport, type Viewport } from '../core/viewport.ts';
import { dateRoom } from '../still/draw-furniture.ts';
import { drawStill, type StillOptions } from '../still/draw-still.ts';
import { type Raster, shadeRelief } from '../still/shade-relief.ts';
import type { StillAtlas } from '../still/still-atlas.ts';
import { readAtlas } from './read-atlas.ts';
import { mapCredit } from './read-sources.ts';

/** The windows that a page's stills are drawn for, CSS pixels. */
export const STILL_WINDOWS: Readonly<
  Record<ViewportKind, readonly [width: number, height: number]>
> = {
  wide: [1280, 800],
  phone: [390, 844],
};

/** How finely the relief is drawn, which is soft and lies under everything. */
export interface ReliefDetail {
  /** CSS pixels of the side of one of its pixels. */
  scale: number;
  /** Of libwebp, 0 to 100. */
  quality: number;
}

const ON_SCREEN: ReliefDetail = { scale: 3, quality: 25 };
const ON_PAPER: ReliefDetail = { scale: 1.5, quality: 60 };

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
async function reliefAddress(
  { data, width, height }: Raster,
  { plain, quality }: { plain: boolean; quality: number },
): Promise<string> {
  const picture = sharp(data, { raw: { width, height, channels: 4 } }).flatten({
    background: palette.land,
  });
  // Programs that do not know CSS variables may not know WebP either.
  const bytes = await (plain ? picture.png() : picture.webp({ quality })).toBuffer();
  return `data:image/${plain ? 'png' : 'webp'};base64,${bytes.toString('base64')}`;
}

/** What a still is drawn of. */
export interface DrawSpec extends Omit<StillOptions, 'story' | 'relief'> {
  /** The story framed for the picture's viewport. */
  timeline: Timeline;
  /** For a screen by default. */
  detail?: ReliefDetail;
  playhead: Playhead;
}

/** Draws the picture of a playhead, with its relief. */
export async function drawPlayhead(spec: DrawSpec): Promise<string> {
  const { timeline, playhead, atlas, plain = false, detail = ON_SCREEN } = spec;
  const { story, viewport } = timeline;
  const frame = sampleTimeline(timeline, playhead);
  const raster = shadeRelief(frame, viewport, { atlas, scale: detail.scale });
  const relief = await reliefAddress(raster, { plain, quality: detail.quality });
  return drawStill(frame, viewport, { ...spec, story, relief });
}

/** The story framed for the windows that a page's stills are drawn for. */
export function stillTimeline(story: Story, kind: ViewportKind): Timeline {
  return createTimeline(story, createViewport(...STILL_WINDOWS[kind]));
}

/** Draws one of {@link listStills} of the timeline's story. */
export function drawStillFile(
  timeline: Timeline,
  still: StillSpec,
  atlas: StillAtlas,
): Promise<string> {
  const { playhead, alt, kind, name } = still;
  // The phone's cover stands in the page itself, under the date and the legend that it has.
  const isCover = name.startsWith('cover');
  const more = isCover ? { prefix: `${kind}-` } : { credit: mapCredit() };
  return drawPlayhead({ timeline, playhead, atlas, title: alt, ...more });
}

/** A story framed for a sheet of its own, of which nothing but the date covers the map. */
function sheetTimeline(story: Story, size: Size, kind: ViewportKind): Timeline {
  const margin = Math.round(Math.min(size.width, size.height) * 0.06);
  const viewport: Viewport = {
    ...createViewport(...STILL_WINDOWS[kind]),
    stage: size,
    padding: { top: Math.max(margin, dateRoom(kind)), right: margin, bottom: margin, left: margin },
  };
  return createTimeline(story, viewport);
}

/** Draws stills of stories, and keeps those of a story as long as somebody keeps the story. */
export interface StillPress {
  /** One of {@link listStills} by its name; `undefined` where the story has no such still. */
  still(story: Story, name: string): Promise<string | undefined>;
  /** The start of the story in plain colours, for programs that draw SVG no better than that. */
  poster(story: Story, size: Size): Promise<string>;
  /** The end of each step, by step id, with no text beside it and without a legend. */
  sheets(story: Story, size: Size): Promise<Map<string, string>>;
}

/** What a press keeps of a story. */
interface Kept {
  specs: ReadonlyMap<string, StillSpec>;
  timelines: Readonly<Record<ViewportKind, Timeline>>;
  drawn: Map<string, Promise<string>>;
}

function keep(story: Story): Kept {
  return {
    specs: new Map(listStills(story).map((spec) => [spec.name, spec])),
    timelines: { wide: stillTimeline(story, 'wide'), phone: stillTimeline(story, 'phone') },
    drawn: new Map(),
  };
}

/** Makes a {@link StillPress}. It reads the atlas when it is first asked. */
export function createStillPress(): StillPress {
  const kept = new WeakMap<Story, Kept>();
  let atlas: Promise<StillAtlas> | undefined;
  const opened = (): Promise<StillAtlas> => {
    atlas ??= readAtlas();
    return atlas;
  };
  return {
    async still(story, name) {
      const { specs, timelines, drawn } = kept.get(story) ?? keep(story);
      kept.set(story, { specs, timelines, drawn });
      const spec = specs.get(name);
      if (!spec) return undefined;
      const svg = drawn.get(name) ?? drawStillFile(timelines[spec.kind], spec, await opened());
      drawn.set(name, svg);
      return svg;
    },
    async poster(story, size) {
      const timeline = sheetTimeline(story, size, 'wide');
      const playhead = { step: story.steps[0]?.id ?? '', progress: 0, travel: 0 };
      const look = { plain: true, credit: mapCredit(), detail: ON_PAPER };
      return drawPlayhead({ timeline, playhead, atlas: await opened(), ...look });
    },
    async sheets(story, size) {
      const timeline = sheetTimeline(story, size, 'phone');
      const sheets = new Map<string, string>();
      for (const { id } of story.steps) {
        const playhead = { step: id, progress: 1, travel: 0 };
        const look = { credit: mapCredit(), detail: ON_PAPER };
        sheets.set(id, await drawPlayhead({ timeline, playhead, atlas: await opened(), ...look }));
      }
      return sheets;
    },
  };
}
