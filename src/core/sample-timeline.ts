import { type Day, isoDate } from './calendar.ts';
import { type Camera, quantizeCamera } from './camera.ts';
import { clamp01, easeInOutCubic, lerp } from './easing.ts';
import { featuresOn } from './feature-days.ts';
import type { Frame, FrameLabel, FrameLayer, FramePath } from './frame.ts';
import { interpolateCamera } from './interpolate-camera.ts';
import type { Keyframe, KeyframeLayer } from './keyframe.ts';
import { limitCamera } from './limit-camera.ts';
import { boxAround, northRing } from './north-ring.ts';
import { own } from './own.ts';
import { normalizePlayhead, type Playhead } from './playhead.ts';
import { type RouteState, routeOn } from './route-days.ts';
import { type StoryLayer, unitId } from './story.ts';
import type { NamedRoute, Timeline } from './timeline.ts';
import { unitRoom } from './unit-room.ts';

/** Two keyframes and where between them the playhead is. */
interface Segment {
  from: Keyframe;
  to: Keyframe;
  t: number;
  /** The camera's way, where the map is travelling; else it goes straight. */
  way?: ((t: number) => Camera) | undefined;
}

const HIDDEN: KeyframeLayer = { opacity: 0 };

function segmentAt(timeline: Timeline, playhead: Playhead): Segment {
  const index = timeline.stepIds.indexOf(playhead.step);
  const here = timeline.keyframes[index];
  const next = timeline.keyframes[index + 1];
  if (!here) throw new RangeError(`The story has no step "${playhead.step}".`);
  if (timeline.cuts && next) {
    const shown = playhead.travel < 0.5 ? here.end : next.start;
    return { from: shown, to: shown, t: 0 };
  }
  if (playhead.travel > 0 && next) {
    return {
      from: here.end,
      to: next.start,
      t: easeInOutCubic(playhead.travel),
      way: timeline.travels[index],
    };
  }
  return { from: here.start, to: here.end, t: playhead.progress };
}

function dayAt({ from, to, t }: Segment): Day | null {
  if (from.day === null || to.day === null) return t < 0.5 ? from.day : to.day;
  return lerp(from.day, to.day, t);
}

/** Goes from one day to the next even where the picture belongs to none. */
const markAt = ({ from, to, t }: Segment): Day | null =>
  from.mark === null || to.mark === null ? null : lerp(from.mark, to.mark, t);

/** A layer between two keyframes. */
interface Mix {
  opacity: number;
  /** What each keyframe says of it; the same where only one of them shows it. */
  ends: readonly [KeyframeLayer, KeyframeLayer];
  t: number;
  day: Day | null;
}

function drawPath({ id, drawn, marks, gone }: NamedRoute, { ends, t, day }: Mix): FramePath[] {
  const own = routeOn(marks, day, gone);
  const stateAt = ({ reveal }: KeyframeLayer): RouteState =>
    reveal === undefined ? own : { reveal, opacity: 1 };
  const [a, b] = [stateAt(ends[0]), stateAt(ends[1])];
  const reveal = lerp(a.reveal, b.reveal, t);
  const opacity = lerp(a.opacity, b.opacity, t);
  if (reveal <= 0 || opacity <= 0) return [];
  return [{ id, reveal, opacity, ...drawn(reveal) }];
}

function drawLayer(timeline: Timeline, layer: StoryLayer, mix: Mix): FrameLayer {
  const { id, kind } = layer;
  const { opacity } = mix;
  if (kind === 'route') {
    const paths = (timeline.routes[id] ?? []).flatMap((route) => drawPath(route, mix));
    return { id, kind, opacity, paths };
  }
  const dated = timeline.datedLines[layer.data ?? ''];
  if ((kind !== 'dated-line' && kind !== 'dated-area') || !dated) {
    const days = own(timeline.featureDays, id);
    return { id, kind, opacity, ...(days && { only: featuresOn(days, mix.day) }) } as FrameLayer;
  }
  const { line, enclaves, uncertainty, continuous } = dated.sample(mix.day ?? 0);
  if (kind === 'dated-line') return { id, kind, opacity, line, enclaves, uncertainty, continuous };
  const ground = timeline.grounds[id] ?? boxAround(line);
  return { id, kind, opacity, north: northRing(line, ground), enclaves };
}

/** The layer, and what of it a reader does not see. */
function inSight({ unseen }: Timeline, part: FrameLayer, camera: Camera): FrameLayer {
  const what = unseen(part, camera);
  return what ? { ...part, unseen: what } : part;
}

function layersAt(timeline: Timeline, segment: Segment): FrameLayer[] {
  const { from, to, t } = segment;
  const day = dayAt(segment) ?? from.day ?? to.day;
  return timeline.story.layers.flatMap((layer) => {
    const [a = HIDDEN, b = HIDDEN] = [own(from.layers, layer.id), own(to.layers, layer.id)];
    const opacity = lerp(a.opacity, b.opacity, t);
    const ends = [a === HIDDEN ? b : a, b === HIDDEN ? a : b] as const;
    return opacity > 0 ? [drawLayer(timeline, layer, { opacity, ends, t, day })] : [];
  });
}

/** Names that leave are gone half-way, and those that come begin there: never both at once. */
const nameOpacity = (leaves: boolean, comes: boolean, t: number): number =>
  leaves && comes ? 1 : leaves ? 1 - 2 * t : 2 * t - 1;

function labelsAt({ from, to, t }: Segment): FrameLabel[] {
  return [...new Set([...from.labels, ...to.labels])].map((id) => ({
    id,
    opacity: nameOpacity(from.labels.includes(id), to.labels.includes(id), t),
  }));
}

/** Part of a route in which its head comes up to the name of its arms, and brings it out. */
const NAMING = 0.06;

/** The arms named by the heads of the routes that are drawn. */
function unitsAt(
  { story: { places }, viewport }: Timeline,
  { from, to, t }: Segment,
  { layers, camera }: Pick<Frame, 'layers' | 'camera'>,
): FrameLabel[] {
  return layers.flatMap((layer) => {
    if (layer.kind !== 'route') return [];
    const shown = nameOpacity(
      Object.hasOwn(from.layers, layer.id),
      Object.hasOwn(to.layers, layer.id),
      t,
    );
    return layer.paths.flatMap(({ id: route, reveal, opacity }) => {
      const id = unitId(route);
      const place = places[id];
      if (!place?.unit) return [];
      const near = clamp01(1 - (place.unit.along - reveal) / NAMING);
      return [
        {
          id,
          opacity:
            shown * opacity * near * unitRoom(place.unit, place.position, { camera, viewport }),
        },
      ];
    });
  });
}

function cameraAt({ viewport }: Timeline, { from, to, t, way }: Segment): Camera {
  const straight = { travel: 'ease', viewport: viewport.stage } as const;
  const camera = (way ?? interpolateCamera(from.camera, to.camera, straight))(t);
  return quantizeCamera(limitCamera(camera, viewport));
}

/**
 * The picture at a playhead: a pure function of the two, so a position gives the same frame however
 * it was reached. A playhead outside the story counts as its nearest end. Names are written as the story
 * has it; a reader's choice is the store's to put in.
 *
 * The camera is rounded (see {@link quantizeCamera}), so every engine gives the same digits.
 */
export function sampleTimeline(timeline: Timeline, playhead: Playhead): Frame {
  const here = normalizePlayhead(timeline.stepIds, playhead);
  const segment = segmentAt(timeline, here);
  const day = dayAt(segment);
  const next = timeline.stepIds[timeline.stepIds.indexOf(here.step) + 1];
  const camera = cameraAt(timeline, segment);
  const layers = layersAt(timeline, segment).map((part) => inSight(timeline, part, camera));
  const units = unitsAt(timeline, segment, { layers, camera });
  return {
    step: here.travel >= 0.5 && next ? next : here.step,
    playhead: here,
    camera,
    date: day === null ? null : isoDate(day),
    day,
    mark: markAt(segment),
    layers,
    labels: [...labelsAt(segment), ...units].filter(({ opacity }) => opacity > 0),
    placeNames: timeline.story.placeNames,
  };
}
