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

/** A session that is open. */
export interface OpenSession {
  session: string;
  /** The other end's origin. */
  origin: string;
  /** The number of the last message let in. */
  n: number;
}

/** What lets messages in. */
export interface Gate<M> {
  /** The message of an event; `undefined` where it is to be dropped. */
  accept(event: Incoming): Posted<M> | undefined;
  /** The session, once it is open. */
  opened(): Readonly<OpenSession> | undefined;
}

/** How many messages a second are read, more than a quick screen has frames; the rest of that second is dropped. */
export const MOST_A_SECOND = 500;

/** How many sessions are remembered, which do not begin again: no page loads a frame so often. */
const REMEMBERED = 50;

/**
 * Lets in what comes from the expected window and origin, has the right shape, belongs to the open
 * session and is newer there than all before it; and of that no more than {@link MOST_A_SECOND}.
 */
export function createGate<M extends { type: string }>(options: GateOptions<M>): Gate<M> {
  const { peer, opening, shapes, now } = options;
  const begun: string[] = [];
  let open: OpenSession | undefined;
  let second = 0;
  let count = 0;

  const isFlood = (): boolean => {
    const time = now();
    if (time - second >= 1000) [second, count] = [time, 0];
    count += 1;
    return count > MOST_A_SECOND;
  };
  const opens = ({ type, session }: Posted<M>): boolean =>
    type === opening && session === (options.session ?? session) && !begun.includes(session);
  return {
    accept({ source, origin, data }) {
      if (!source || source !== peer()) return undefined;
      if (origin !== (open?.origin ?? options.origin ?? origin)) return undefined;
      const message = parsePosted(shapes, data);
      // What others say to the same window does not count.
      if (!message || isFlood()) return undefined;
      const { session, n } = message;
      if (opens(message)) {
        begun.unshift(session);
        begun.splice(REMEMBERED);
        open = { session, origin, n };
        return message;
      }
      if (session !== open?.session || n <= open.n) return undefined;
      open.n = n;
      return message;
    },
    opened: () => open,
  };
}
