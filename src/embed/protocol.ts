/** The version of the protocol between a page and the story in its frame. Both ends drop others. */
export const PROTOCOL = 1;

/** What the story in the frame (the guest) says to the page around it (the host). Lengths are CSS pixels. */
export type GuestMessage =
  /** The first word: a story is here, and speaks this version. */
  | { type: 'hello' }
  /** How high the frame should be. */
  | { type: 'height'; height: number }
  /** Please scroll so that this line of the frame lies at the top of the window. */
  | { type: 'scroll'; top: number }
  /** The reader has come to a step. */
  | { type: 'step'; step: string }
  /** The reader has read the last step. */
  | { type: 'end' }
  /** The reader has left a step, after so many seconds in sight. */
  | { type: 'dwell'; step: string; seconds: number }
  /** Whether the story wants a turn to have a live map; `false` also gives back the one it has. */
  | { type: 'live'; on: boolean };

/** What the host says to the guest. Lengths are CSS pixels. */
export type HostMessage =
  /** The answer to `hello`: the page's colours and letters, by the name of their property (`pickTheme`), or none. */
  | { type: 'welcome'; theme: Readonly<Record<string, unknown>> }
  /**
   * What of the frame can be seen: the line of the frame at the window's top (below 0 before the frame has come
   * up to there) and the window's height. `ack` is the number of the last message that the host had handled.
   */
  | { type: 'view'; top: number; height: number; ack: number }
  /** Whether the frame fills the screen, and so scrolls by itself. */
  | { type: 'full'; on: boolean }
  /**
   * The answer to who wants a turn: whether it is had. Comes again once one is had that was waited for.
   * `ack` is the number of the last message that the host had handled: a turn that has been given back
   * meanwhile is none.
   */
  | { type: 'live'; on: boolean; ack: number };

/** A message as it is posted: whose frame's life it belongs to, and its number there, from 1. */
export type Posted<M> = M & { legenda: typeof PROTOCOL; session: string; n: number };

/** What each field of each message must be. */
export type Shapes<M extends { type: string }> = {
  readonly [T in M['type']]: Readonly<Record<string, (value: unknown) => boolean>>;
};

const FARTHEST = 1e7;
const isPlace = (value: unknown): boolean =>
  typeof value === 'number' && Math.abs(value) <= FARTHEST;
const isLength = (value: unknown): boolean => isPlace(value) && (value as number) >= 0;
const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && isLength(value);
/** Whether something may be the id of a step. */
export const isStepId = (value: unknown): value is string =>
  typeof value === 'string' && /^[\w-]{1,200}$/.test(value);
const isFlag = (value: unknown): boolean => typeof value === 'boolean';

const isRecord = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The messages of a guest. */
export const GUEST_SHAPES: Shapes<GuestMessage> = {
  hello: {},
  height: { height: isLength },
  scroll: { top: isPlace },
  step: { step: isStepId },
  end: {},
  dwell: { step: isStepId, seconds: isLength },
  live: { on: isFlag },
};

/** The messages of a host. */
export const HOST_SHAPES: Shapes<HostMessage> = {
  welcome: { theme: isRecord },
  view: { top: isPlace, height: isLength, ack: isCount },
  full: { on: isFlag },
  live: { on: isFlag, ack: isCount },
};

/**
 * A posted message of these shapes, with the fields it should have and no other; `undefined` for
 * anything else. Never throws.
 */
export function parsePosted<M extends { type: string }>(
  shapes: Shapes<M>,
  value: unknown,
): Posted<M> | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const said = value as Record<string, unknown>;
  const { legenda, session, n, type } = said;
  if (legenda !== PROTOCOL || !isCount(n) || n === 0) return undefined;
  if (typeof session !== 'string' || !/^[\w-]{16,64}$/.test(session)) return undefined;
  if (typeof type !== 'string' || !Object.hasOwn(shapes, type)) return undefined;
  const fields = Object.entries(shapes[type as M['type']]);
  if (!fields.every(([name, isRight]) => isRight(said[name]))) return undefined;
  const own = Object.fromEntries(fields.map(([name]) => [name, said[name]]));
  return { ...own, legenda, session, n, type } as Posted<M>;
}
