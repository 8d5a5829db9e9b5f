import type { Playhead } from '../core/playhead.ts';
import type { LngLat } from '../core/story.ts';
import type { CardMode, Cover, DrawnLine, Lesson } from './lesson.ts';
import { LIMITS } from './limits.ts';

/** What every message has. */
export interface Envelope {
  /** Version of the protocol. */
  legenda: 1;
  /** The address of the story's file, without query and hash. */
  story: string;
  /** The name of the window that sends it; new each time a page is loaded. */
  from: string;
}

/** I am here: tell me the lesson. Sent when a window opens, and again and again while it is open. */
export interface HelloMessage extends Envelope {
  kind: 'hello';
}

/** The lesson as it is now. Of two, the one with the greater `clock` holds, then with the greater `by`. */
export interface LessonMessage extends Envelope {
  kind: 'lesson';
  /** A Lamport clock: one more than the lesson that was changed. 1 or more. */
  clock: number;
  /** The window that made it so; not always the one that tells of it. */
  by: string;
  lesson: Lesson;
}

/** Where the laser pointer is, degrees; `null` when it is gone. It is no part of the lesson. */
export interface PointMessage extends Envelope {
  kind: 'point';
  at: LngLat | null;
}

/** Whether the map of this window is on its way to where the lesson stands. Not moving is taken for granted. */
export interface MovingMessage extends Envelope {
  kind: 'moving';
  moving: boolean;
}

/** I am going. */
export interface ByeMessage extends Envelope {
  kind: 'bye';
}

/** What windows of one lesson say to each other. Plain JSON. */
export type Message = HelloMessage | LessonMessage | PointMessage | MovingMessage | ByeMessage;

type Check<T> = (value: unknown) => value is T;
type Checks<T> = { readonly [Key in keyof T]-?: Check<T[Key]> };

/** An object with these own keys and no others, each of which is as its check says. */
function shape<T extends object>(checks: Checks<T>): Check<T> {
  const keys = Object.keys(checks) as (keyof T & string)[];
  return (value): value is T => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    if (Reflect.ownKeys(value).length !== keys.length) return false;
    return keys.every((key) => Object.hasOwn(value, key) && checks[key]((value as T)[key]));
  };
}

/** A list of `min` to `max` items. Counted by index, since `every` passes over what is missing. */
function listOf<T>(check: Check<T>, min: number, max: number): Check<T[]> {
  return (value): value is T[] => {
    if (!Array.isArray(value) || value.length < min || value.length > max) return false;
    for (let i = 0; i < value.length; i++) if (!check(value[i])) return false;
    return true;
  };
}

const one =
  <T>(...values: readonly T[]): Check<T> =>
  (value): value is T =>
    values.includes(value as T);

const number =
  (min: number, max: number): Check<number> =>
  (value): value is number =>
    typeof value === 'number' && value >= min && value <= max;

const whole =
  (min: number, max: number): Check<number> =>
  (value): value is number =>
    Number.isInteger(value) && number(min, max)(value);

const orNull =
  <T>(check: Check<T>): Check<T | null> =>
  (value): value is T | null =>
    value === null || check(value);

const isName: Check<string> = (value): value is string =>
  typeof value === 'string' && value.length > 0 && value.length <= LIMITS.name;

const isFlag: Check<boolean> = (value): value is boolean => typeof value === 'boolean';

const isPlace: Check<LngLat> = (value): value is LngLat =>
  listOf(number(-180, 180), 2, 2)(value) && number(-90, 90)(value[1]);

const isLine = listOf(isPlace, 2, LIMITS.places);

const areLines: Check<DrawnLine[]> = (value): value is DrawnLine[] => {
  if (!listOf<DrawnLine>(isLine, 0, LIMITS.lines)(value)) return false;
  return value.reduce((places, line) => places + line.length, 0) <= LIMITS.allPlaces;
};

const isPlayhead = shape<Playhead>({ step: isName, progress: number(0, 1), travel: one(0) });

const isLesson = shape<Lesson>({
  at: isPlayhead,
  played: isFlag,
  seen: whole(1, LIMITS.count),
  card: one<CardMode>('full', 'headline', 'none'),
  cover: one<Cover>('none', 'black', 'white'),
  questions: isFlag,
  autoplay: isFlag,
  lines: areLines,
  keepLines: isFlag,
  began: orNull(number(0, LIMITS.time)),
});

function checksFor(story: string): readonly Check<Message>[] {
  const envelope = { legenda: one(1 as const), story: one(story), from: isName };
  return [
    shape<HelloMessage>({ ...envelope, kind: one('hello' as const) }),
    shape<LessonMessage>({
      ...envelope,
      kind: one('lesson' as const),
      clock: whole(1, LIMITS.clock),
      by: isName,
      lesson: isLesson,
    }),
    shape<PointMessage>({ ...envelope, kind: one('point' as const), at: orNull(isPlace) }),
    shape<MovingMessage>({ ...envelope, kind: one('moving' as const), moving: isFlag }),
    shape<ByeMessage>({ ...envelope, kind: one('bye' as const) }),
  ];
}

/**
 * A message of the lesson on this story (the address of its file, without query and hash), or
 * `undefined` for anything else: another shape, version or story, keys that do not belong there,
 * numbers outside their ranges, lists that are too long. Whether the story has the step, it cannot say.
 */
export function parseMessage(value: unknown, story: string): Message | undefined {
  return checksFor(story).some((isMessage) => isMessage(value)) ? (value as Message) : undefined;
}
