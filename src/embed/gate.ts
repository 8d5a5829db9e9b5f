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
  /** The other end's origin, once the session is open. */
  origin(): string | undefined;
}

/** How many messages a second are read; the rest of that second is dropped. */
export const MOST_A_SECOND = 200;

/**
 * Lets in what comes from the expected window and origin, has the right shape, belongs to the open
 * session and is newer there than all before it; and of that no more than {@link MOST_A_SECOND}.
 */
export function createGate<M extends { type: string }>(options: GateOptions<M>): Gate<M> {
  const { peer, opening, shapes, now } = options;
  const ended = new Set<string>();
  let origin = options.origin;
  let open: { session: string; n: number } | undefined;
  let second = { began: Number.NEGATIVE_INFINITY, count: 0 };

  const isFlood = (): boolean => {
    const time = now();
    if (time - second.began >= 1000) second = { began: time, count: 0 };
    second.count += 1;
    return second.count > MOST_A_SECOND;
  };
  const opens = ({ type, session }: Posted<M>): boolean => {
    if (type !== opening || ended.has(session)) return false;
    return options.session === undefined ? session !== open?.session : !open;
  };
  return {
    accept(event) {
      if (event.source === null || event.source !== peer()) return undefined;
      if (origin !== undefined && event.origin !== origin) return undefined;
      if (isFlood()) return undefined;
      const message = parsePosted(shapes, event.data);
      if (!message) return undefined;
      const { session, n } = message;
      if (options.session !== undefined && session !== options.session) return undefined;
      if (opens(message)) {
        if (open) ended.add(open.session);
        open = { session, n };
        origin = event.origin;
        return message;
      }
      if (session !== open?.session || n <= open.n) return undefined;
      open.n = n;
      return message;
    },
    session: () => open?.session,
    origin: () => (open ? origin : undefined),
  };
}
