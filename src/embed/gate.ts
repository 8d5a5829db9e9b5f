import { type Posted, parsePosted, type Shapes } from './protocol.ts';

/** What a gate reads of a `message` event. */
export interface Incoming {
  source: unknown;
  origin: string;
  data: unknown;
}

/** Whom a gate lets in. */
export interface GateOptions<M extends { type: string }> {
  /** The window at the other end, as it is now. */
  peer: () => unknown;
  /** Its origin; without one, the origin that the first message in order has. */
  origin?: string;
  /** The session, where this end has made it; else each opening message begins one. */
  session?: string;
  /** The type of the message that opens a session: others come after it. */
  opening: M['type'];
  shapes: Shapes<M>;
  /** Milliseconds. */
  now: () => number;
}

/** What lets messages in. */
export interface Gate<M> {
  /** The message of an event; `undefined` where it is to be dropped. */
  accept(event: Incoming): Posted<M> | undefined;
  /** The session, once it is open. */
  session(): string | undefined;
  /** The number of the last message let in; 0 before there is one. */
  heard(): number;
  /** The other end's origin, once the session is open. */
  origin(): string | undefined;
}

/** How many messages a second are read, more than a quick screen has frames; the rest of that second is dropped. */
export const MOST_A_SECOND = 500;

/** How many sessions that have ended are remembered: no page loads a frame so often. */
const ENDED = 50;

/**
 * Lets in what comes from the expected window and origin, has the right shape, belongs to the open
 * session and is newer there than all before it; and of that no more than {@link MOST_A_SECOND}.
 */
export function createGate<M extends { type: string }>(options: GateOptions<M>): Gate<M> {
  const { peer, opening, shapes, now } = options;
  const ended: string[] = [];
  let origin = options.origin;
  let open: { session: string; n: number } | undefined;
  let second = { began: 0, count: 0 };

  const isFlood = (): boolean => {
    const time = now();
    if (time - second.began >= 1000) second = { began: time, count: 0 };
    second.count += 1;
    return second.count > MOST_A_SECOND;
  };
  const opens = ({ type, session }: Posted<M>): boolean => {
    if (type !== opening || ended.includes(session)) return false;
    return options.session === undefined ? session !== open?.session : !open;
  };
  const begin = ({ session, n }: Posted<M>): void => {
    if (open) ended.unshift(open.session);
    ended.splice(ENDED);
    open = { session, n };
  };
  return {
    accept(event) {
      if (!event.source || event.source !== peer()) return undefined;
      if (origin !== undefined && event.origin !== origin) return undefined;
      const message = parsePosted(shapes, event.data);
      // What others say to the same window does not count.
      if (!message || isFlood()) return undefined;
      const { session, n } = message;
      if (options.session !== undefined && session !== options.session) return undefined;
      if (opens(message)) {
        begin(message);
        origin = event.origin;
        return message;
      }
      if (session !== open?.session || n <= open.n) return undefined;
      open.n = n;
      return message;
    },
    session: () => open?.session,
    heard: () => open?.n ?? 0,
    origin: () => (open ? origin : undefined),
  };
}
