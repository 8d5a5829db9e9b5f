import { type Day, isoDate } from './calendar.ts';
import { quantizeCamera, quantizePosition, wrapBearing } from './camera.ts';
import { easeInOutCubic, lerp } from './easing.ts';
import type { Frame, FrameLabel, FrameLayer } from './frame.ts';
import { northRing } from './geodesy.ts';
import { interpolateCamera } from './interpolate-camera.ts';
import type { Keyframe, KeyframeLayer } from './keyframe.ts';
import { normalizePlayhead, type Playhead } from './playhead.ts';
import type { StoryLayer } from './story.ts';
import type { Timeline } from './timeline.ts';

/** Two keyframes and where between them the playhead is. */
interface Segment {
  from: Keyframe;
  to: Keyframe;
  t: number;
  /** Index of the step that is left, where the map is travelling. */
  travelFrom?: number;
}

const HIDDEN: KeyframeLayer = { opacity: 0, reveal: 0 };

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
      travelFrom: index,
    };
  }
  return { from: here.start, to: here.end, t: playhead.progress };
}

function dayAt({ from, to, t }: Segment): Day | null {
  if (from.day === null || to.day === null) return t < 0.5 ? from.day : to.day;
  return lerp(from.day, to.day, t);
}

function mixLayer(segment: Segment, id: string): KeyframeLayer {
  const from = segment.from.layers[id];
  const to = segment.to.layers[id];
  const opacity = lerp(from?.opacity ?? 0, to?.opacity ?? 0, segment.t);
  const reveal = lerp((from ?? to ?? HIDDEN).reveal, (to ?? from ?? HIDDEN).reveal, segment.t);
  return { opacity, reveal };
}

function drawLayer(timeline: Timeline, layer: StoryLayer, mix: KeyframeLayer & { day: Day }) {
  const { id, kind } = layer;
  const { opacity, reveal } = mix;
  if (kind === 'route') {
    const paths = (timeline.routes[id] ?? []).map(({ id: path, route }) => {
      const { line, bearing } = route.at(reveal);
      return { id: path, line: line.map(quantizePosition), bearing: wrapBearing(bearing) };
    });
    return { id, kind, opacity, reveal, paths };
  }
  const dated = timeline.datedLines[layer.data ?? ''];
  if ((kind !== 'dated-line' && kind !== 'dated-area') || !dated) return { id, kind, opacity };
  const { line, enclaves, uncertainty, continuous } = dated.sample(mix.day);
  return kind === 'dated-line'
    ? { id, kind, opacity, line, enclaves, uncertainty, continuous }
    : { id, kind, opacity, north: northRing(line), enclaves };
}

function layersAt(timeline: Timeline, segment: Segment): FrameLayer[] {
  const day = dayAt(segment) ?? segment.from.day ?? segment.to.day ?? 0;
  return timeline.story.layers.flatMap((layer) => {
    const mix = mixLayer(segment, layer.id);
    return mix.opacity > 0 ? [drawLayer(timeline, layer, { ...mix, day }) as FrameLayer] : [];
  });
}

/** Labels that leave are gone half-way, and those that come begin there: never both at once. */
function labelsAt({ from, to, t }: Segment): FrameLabel[] {
  const ids = [...new Set([...from.labels, ...to.labels])];
  const opacityOf = (id: string): number => {
    if (from.labels.includes(id) && to.labels.includes(id)) return 1;
    return from.labels.includes(id) ? 1 - 2 * t : 2 * t - 1;
  };
  return ids.map((id) => ({ id, opacity: opacityOf(id) })).filter(({ opacity }) => opacity > 0);
}

function cameraAt(timeline: Timeline, segment: Segment) {
  const { from, to, t, travelFrom } = segment;
  const travel =
    travelFrom === undefined
      ? interpolateCamera(from.camera, to.camera, {
          travel: 'ease',
          viewport: timeline.viewport.stage,
        })
      : timeline.travels[travelFrom];
  return quantizeCamera(travel ? travel(t) : to.camera);
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
  return {
    step: here.travel >= 0.5 && next ? next : here.step,
    playhead: here,
    camera: cameraAt(timeline, segment),
    date: day === null ? null : isoDate(day),
    day,
    layers: layersAt(timeline, segment),
    labels: labelsAt(segment),
    placeNames: timeline.story.placeNames,
  };
}
