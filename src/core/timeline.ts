import { type Day, parseDay } from './calendar.ts';
import { type Camera, quantizePosition, wrapBearing } from './camera.ts';
import { createDatedLine, type DatedLine } from './dated-line.ts';
import { interpolateCamera } from './interpolate-camera.ts';
import { createKeyframes, type KeyframePair } from './keyframe.ts';
import { boxAround } from './north-ring.ts';
import { remember } from './remember.ts';
import { ringsOf } from './rings-of.ts';
import { createRoute } from './route.ts';
import type { RouteMark } from './route-days.ts';
import { type Bounds, featuresOf, type LngLat, type Story, type StoryLayer } from './story.ts';
import type { Viewport } from './viewport.ts';

/** A route with the feature it comes from. */
export interface NamedRoute {
  id: string;
  /** What of it is drawn at a part of its length, 0 to 1, and where its head points: as in `FramePath`. */
  drawn: (reveal: number) => { line: LngLat[]; bearing: number };
  /** Where it had come by which day; empty where it has no dates. */
  marks: readonly RouteMark[];
  /** The day on which nothing of it is left; absent: {@link FADE_DAYS} after its last. */
  gone: Day | undefined;
}

/** A story made ready to be sampled for one viewport. */
export interface Timeline {
  story: Story;
  viewport: Viewport;
  stepIds: readonly string[];
  keyframes: readonly KeyframePair[];
  /** Whether the whole picture changes at once, half-way between two steps. */
  cuts: boolean;
  /** The camera's way from step i to step i + 1, for t from 0 to 1. */
  travels: readonly ((t: number) => Camera)[];
  /** By dataset name. */
  datedLines: Readonly<Record<string, DatedLine>>;
  /** How far what a dated area shows beside its line goes, by layer id. */
  grounds: Readonly<Record<string, Bounds>>;
  /** By layer id. */
  routes: Readonly<Record<string, readonly NamedRoute[]>>;
}

/** How a timeline is made. */
export interface TimelineOptions {
  /** Each step stands at its end, and the next one's picture comes at once. Default false. */
  reducedMotion?: boolean;
}

function createRoutes(story: Story, layer: StoryLayer): NamedRoute[] {
  return featuresOf(story, layer).flatMap(({ id, geometry, properties }) => {
    if (geometry.type !== 'LineString') return [];
    const route = createRoute(geometry.coordinates as LngLat[]);
    const drawn = remember((reveal: number) => {
      const { line, bearing } = route.at(reveal);
      return { line: line.map(quantizePosition), bearing: wrapBearing(bearing) };
    });
    return [
      { id: String(id), drawn, marks: properties?.days ?? [], gone: parseDay(properties?.until) },
    ];
  });
}

function createDatedLines(story: Story): Record<string, DatedLine> {
  const dated = story.layers.filter(({ kind }) => kind === 'dated-line' || kind === 'dated-area');
  const names = [...new Set(dated.flatMap(({ data }) => data ?? []))];
  return Object.fromEntries(
    names.map((name) => [name, createDatedLine(story.data[name]?.features ?? [])]),
  );
}

/** How far what lies beside a dated line goes, the same on every day: over its ground, and beyond all its known lines. */
function groundOf({ data }: Story, layer: StoryLayer): Bounds {
  const lines = (data[layer.data ?? '']?.features ?? []).flatMap(({ geometry }) =>
    geometry.type === 'LineString' ? (geometry.coordinates as LngLat[]) : [],
  );
  const rings = ringsOf(data[layer.within ?? '']?.features ?? []);
  const [west, south, east, north] = boxAround(rings.flat());
  const [, least, , most] = boxAround(lines);
  return [west, Math.min(south, least), east, Math.max(north, most)];
}

const atEnd = ({ end }: KeyframePair): KeyframePair => ({ start: end, end });

/**
 * Frames a compiled story for a viewport. Pure: the same story and viewport give the same timeline,
 * and {@link sampleTimeline} gives the same frame for a playhead, whatever was sampled before.
 */
export function createTimeline(
  story: Story,
  viewport: Viewport,
  options: TimelineOptions = {},
): Timeline {
  const { reducedMotion = false } = options;
  const pairs = story.steps.map((step) => createKeyframes(story, step, viewport));
  const keyframes = reducedMotion ? pairs.map(atEnd) : pairs;
  const travels = story.steps.slice(1).map((step, i) => {
    const [from, to] = [keyframes[i], keyframes[i + 1]] as [KeyframePair, KeyframePair];
    const travel = reducedMotion ? 'jump' : step.camera[viewport.kind].travel;
    return interpolateCamera(from.end.camera, to.start.camera, {
      travel,
      viewport: viewport.stage,
    });
  });
  const routeLayers = story.layers.filter(({ kind }) => kind === 'route');
  return {
    story,
    viewport,
    stepIds: story.steps.map(({ id }) => id),
    keyframes,
    cuts: reducedMotion,
    travels,
    datedLines: createDatedLines(story),
    grounds: Object.fromEntries(
      story.layers
        .filter(({ kind }) => kind === 'dated-area')
        .map((layer) => [layer.id, groundOf(story, layer)]),
    ),
    routes: Object.fromEntries(routeLayers.map((layer) => [layer.id, createRoutes(story, layer)])),
  };
}
