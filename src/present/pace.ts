import type { Camera } from '../core/camera.ts';
import { clamp } from '../core/easing.ts';
import { flyPath } from '../core/interpolate-camera.ts';
import type { Step, Story } from '../core/story.ts';
import type { Timeline } from '../core/timeline.ts';
import type { Viewport } from '../core/viewport.ts';

/** Screens a second; MapLibre's own flights go at 1.2, too fast for a class to follow. */
const SPEED = 0.9;
/** Degrees a second. */
const TURN = 60;
const TILT = 30;

/**
 * How long the own motion of step `index` takes, milliseconds: as its author says (`play`), else 3 to
 * 8 seconds by the days that pass. 0 where it does not move, or there is no such step.
 */
export function stepDuration(story: Pick<Story, 'steps'>, index: number): number {
  const step = story.steps[index];
  if (!step?.moves) return 0;
  if (step.play !== undefined) return step.play;
  const days = step.date ? step.date[1] - step.date[0] : 0;
  return Math.round(3000 + 5000 * Math.min(1, Math.sqrt(days / 150)));
}

/** How long a camera's way takes, milliseconds: 1.2 to 4.5 seconds by how far it is to the eye. */
export function wayDuration({ stage }: Viewport, from: Camera, to: Camera): number {
  const turned = Math.abs(to.bearing - from.bearing) % 360;
  const seconds = Math.max(
    flyPath(from, to, stage).length / SPEED,
    Math.min(turned, 360 - turned) / TURN,
    Math.abs(to.pitch - from.pitch) / TILT,
  );
  return Math.round(1000 * clamp(seconds, 1.2, 4.5));
}

/**
 * How long the camera's way from the step before to step `index` takes, milliseconds: see
 * {@link wayDuration}. 0 where the map jumps, and at the first step.
 */
export function travelDuration(timeline: Timeline, index: number): number {
  const { story, viewport, keyframes, cuts } = timeline;
  const step = story.steps[index];
  const from = keyframes[index - 1]?.end.camera;
  const to = keyframes[index]?.start.camera;
  if (!step || !from || !to || cuts || step.camera[viewport.kind].travel === 'jump') return 0;
  return wayDuration(viewport, from, to);
}

/** A word; of scripts that do not part words, two characters. */
const WORD = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]{1,2}|[^\s\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]+/gu;

/** How long a step's title and text take to read at 200 words a minute, milliseconds; 6 seconds or more. */
export function readingDuration({ title, html }: Pick<Step, 'title' | 'html'>): number {
  const text = `${title} ${html.replace(/<[^>]*>/g, ' ')}`;
  const words = text.match(WORD)?.length ?? 0;
  return Math.max(6000, Math.round((words / 200) * 60_000));
}
