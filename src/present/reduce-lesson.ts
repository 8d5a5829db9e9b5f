import { clamp } from '../core/easing.ts';
import { normalizePlayhead, type Playhead } from '../core/playhead.ts';
import type { LngLat } from '../core/story.ts';
import type { Action } from './actions.ts';
import type { CardMode, DrawnLine, Lesson } from './lesson.ts';
import { LIMITS } from './limits.ts';
import { type LessonStory, nextIndex, presentIndex } from './step-place.ts';

/** What {@link reduceLesson} must know of the moment. */
export interface ReduceLessonOptions {
  /** Whether the window is still moving to where the lesson stands; then `next` ends the move. */
  playing: boolean;
  /** Milliseconds since 1970. */
  now: number;
}

const NEXT_CARD: Readonly<Record<CardMode, CardMode>> = {
  full: 'headline',
  headline: 'none',
  none: 'full',
};

/**
 * A lesson that has not begun. Without `at` it stands at the story's opening: the start of the first
 * step. With `at` it stands there, without travel, and a later step without motion at its end; an
 * unknown step counts as the first.
 */
export function openLesson(story: LessonStory, at?: Playhead): Lesson {
  const place = at ? restAt(story, at) : openingOf(story);
  return {
    at: place,
    played: false,
    seen: presentIndex(story, { at: place }) + 1,
    card: 'full',
    cover: 'none',
    questions: false,
    autoplay: false,
    lines: [],
    keepLines: false,
    began: null,
  };
}

/**
 * The lesson after an action; the same object where nothing changes. A move uncovers the screen, and
 * to another step it also closes the questions and drops the lines that are not kept. The first move
 * begins the lesson. A line is cut down to what a lesson can hold; beyond that number it is left out.
 */
export function reduceLesson(
  story: LessonStory,
  lesson: Lesson,
  action: Action,
  options: ReduceLessonOptions,
): Lesson {
  const { now } = options;
  switch (action.type) {
    case 'next':
      return goOn(story, lesson, options);
    case 'previous':
    case 'first':
    case 'last':
      return move(story, lesson, { at: targetOf(story, lesson, action.type), now });
    case 'visit': {
      const known = story.steps.some(({ id }) => id === action.step);
      return known ? move(story, lesson, { at: endOf(action.step), now }) : lesson;
    }
    case 'begin-again':
      return { ...openLesson(story), seen: lesson.seen, autoplay: true };
    case 'restart-clock':
      return lesson.began === action.now ? lesson : { ...lesson, began: action.now };
    case 'draw-line':
      return drawLine(lesson, action.line);
    case 'erase-lines':
      return eraseLines(lesson, action.lines);
    default:
      return { ...lesson, ...turned(lesson, action.type) };
  }
}

type Turn = 'card' | 'black' | 'white' | 'questions' | 'autoplay' | 'keep';

function turned(lesson: Lesson, turn: Turn): Partial<Lesson> {
  if (turn === 'card') return { card: NEXT_CARD[lesson.card] };
  if (turn === 'questions') return { questions: !lesson.questions };
  if (turn === 'autoplay') return { autoplay: !lesson.autoplay };
  if (turn === 'keep') return { keepLines: !lesson.keepLines };
  return { cover: lesson.cover === turn ? 'none' : turn };
}

function goOn(story: LessonStory, lesson: Lesson, { playing, now }: ReduceLessonOptions): Lesson {
  if (playing && lesson.played) return { ...lesson, played: false, cover: 'none' };
  const step = story.steps[nextIndex(story, lesson) ?? -1];
  return step ? move(story, lesson, { at: endOf(step.id), played: true, now }) : lesson;
}

function targetOf(
  story: LessonStory,
  lesson: Lesson,
  type: 'previous' | 'first' | 'last',
): Playhead {
  const last = story.steps.at(-1);
  if (type === 'last' && last) return endOf(last.id);
  const before = story.steps[presentIndex(story, lesson) - 1];
  return type === 'previous' && before ? endOf(before.id) : openingOf(story);
}

interface Move {
  at: Playhead;
  played?: boolean;
  now: number;
}

function move(story: LessonStory, lesson: Lesson, { at, played = false, now }: Move): Lesson {
  if (samePlace(lesson.at, at) && lesson.played === played && lesson.cover === 'none')
    return lesson;
  const left = lesson.at.step !== at.step && {
    questions: false,
    lines: lesson.keepLines ? lesson.lines : [],
  };
  return {
    ...lesson,
    at,
    played,
    seen: Math.max(lesson.seen, presentIndex(story, { at }) + 1),
    cover: 'none',
    ...left,
    began: lesson.began ?? now,
  };
}

function drawLine(lesson: Lesson, line: DrawnLine): Lesson {
  const isSound = line.every(([lon, lat]) => Number.isFinite(lon) && Number.isFinite(lat));
  const drawn = lesson.lines.reduce((places, { length }) => places + length, 0);
  const isFull = lesson.lines.length >= LIMITS.lines || drawn + LIMITS.places > LIMITS.allPlaces;
  if (line.length < 2 || !isSound || isFull) return lesson;
  return { ...lesson, lines: [...lesson.lines, thin(line).map(insideWorld)] };
}

/** Of a line that is too long, places at even steps with both ends. */
function thin(line: DrawnLine): DrawnLine {
  if (line.length <= LIMITS.places) return line;
  const last = LIMITS.places - 1;
  return Array.from(
    { length: LIMITS.places },
    (_, i) => line[Math.round((i * (line.length - 1)) / last)]!,
  );
}

function insideWorld([lon, lat]: LngLat): LngLat {
  const isInside = lon >= -180 && lon <= 180;
  return [isInside ? lon : lon - 360 * Math.round(lon / 360), clamp(lat, -90, 90)];
}

function eraseLines(lesson: Lesson, erased: readonly number[]): Lesson {
  const lines = lesson.lines.filter((_, index) => !erased.includes(index));
  return lines.length === lesson.lines.length ? lesson : { ...lesson, lines };
}

const endOf = (step: string): Playhead => ({ step, progress: 1, travel: 0 });

function openingOf({ steps }: LessonStory): Playhead {
  return { step: steps[0]?.id ?? '', progress: 0, travel: 0 };
}

function restAt(story: LessonStory, at: Playhead): Playhead {
  const ids = story.steps.map(({ id }) => id);
  const { step, progress } = normalizePlayhead(ids, at);
  const index = presentIndex(story, { at });
  const stands = index > 0 && !story.steps[index]?.moves;
  return { step, progress: stands ? 1 : progress, travel: 0 };
}

function samePlace(a: Playhead, b: Playhead): boolean {
  return a.step === b.step && a.progress === b.progress && a.travel === b.travel;
}
