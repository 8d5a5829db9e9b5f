import { clamp, clamp01 } from './easing.ts';

/**
 * Where the reader is in a story.
 *
 * A step is read from progress 0 to 1; then the map travels to the next step, from travel 0 to 1.
 * So travel is 0 wherever progress is below 1, and travel 1 is the next step at progress 0.
 */
export interface Playhead {
  /** Id of a step. */
  step: string;
  /** How much of the step has been read, 0 to 1. */
  progress: number;
  /** How far the map has gone on from this step to the next, 0 to 1 (1 excluded). */
  travel: number;
}

/**
 * A playhead as one number along `stepIds`: step i is read from 2i to 2i + 1 and left from 2i + 1
 * to 2i + 2. An unknown step counts as the first.
 */
export function positionOf(stepIds: readonly string[], playhead: Playhead): number {
  const index = Math.max(0, stepIds.indexOf(playhead.step));
  return 2 * index + playhead.progress + playhead.travel;
}

/** The playhead at a position (see {@link positionOf}), kept inside the story. */
export function playheadAt(stepIds: readonly string[], position: number): Playhead {
  const last = 2 * stepIds.length - 1;
  const inside = Number.isFinite(position) ? clamp(position, 0, last) : 0;
  const index = Math.min(Math.floor(inside / 2), stepIds.length - 1);
  const rest = inside - 2 * index;
  return {
    step: stepIds[index] ?? '',
    progress: Math.min(rest, 1),
    travel: Math.max(rest - 1, 0),
  };
}

/**
 * The same playhead with progress and travel inside their ranges and a step that exists; what is not
 * a number counts as 0.
 */
export function normalizePlayhead(stepIds: readonly string[], playhead: Playhead): Playhead {
  const progress = clamp01(playhead.progress);
  const travel = progress < 1 ? 0 : clamp01(playhead.travel);
  return playheadAt(stepIds, positionOf(stepIds, { step: playhead.step, progress, travel }));
}

/**
 * Reads `yalu`, `yalu:0.5` (half of the step read) and `yalu+0.5` (half-way to the next step).
 * Returns `undefined` where the text has another form or a number outside 0 to 1.
 */
export function parsePlayhead(text: string): Playhead | undefined {
  const match = /^([a-z0-9-]+)(?:([:+])(\d*\.?\d+(?:e-\d+)?))?$/i.exec(text);
  if (!match?.[1]) return undefined;
  const value = Number(match[3] ?? 0);
  if (value > 1) return undefined;
  return match[2] === '+'
    ? { step: match[1], progress: 1, travel: value }
    : { step: match[1], progress: value, travel: 0 };
}

/** A playhead as {@link parsePlayhead} reads it. */
export function formatPlayhead({ step, progress, travel }: Playhead): string {
  if (travel > 0) return `${step}+${travel}`;
  return progress > 0 ? `${step}:${progress}` : step;
}
