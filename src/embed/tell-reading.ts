import type { Playhead } from '../core/playhead.ts';
import type { GuestMessage } from './protocol.ts';

/** What a teller knows and whom it tells. */
export interface TellOptions {
  /** The last step's id. */
  last: () => string | undefined;
  say: (message: GuestMessage) => void;
  /** Milliseconds. */
  now: () => number;
}

/** What tells the page around a story how it is read. */
export interface Teller {
  /** Where the reader is, and whether the story can be seen. */
  see(playhead: Playhead, seen: boolean): void;
}

/** How much of the last step is all of it: pages end a pixel early. */
const ALL = 0.98;

/**
 * Tells each step that the reader comes to; how long it was in sight, whenever it is left or out of
 * sight, so that the times add up; and, once, that the last one has been read. A story that nobody sees
 * tells nothing.
 */
export function createTeller({ last, say, now }: TellOptions): Teller {
  let step: string | undefined;
  let since: number | undefined;
  let ended = false;

  const leave = (): void => {
    if (step === undefined || since === undefined) return;
    say({ type: 'dwell', step, seconds: Math.round((now() - since) / 100) / 10 });
    since = undefined;
  };
  return {
    see(playhead, seen) {
      if (!seen) return leave();
      if (playhead.step !== step) {
        leave();
        step = playhead.step;
        say({ type: 'step', step });
      }
      since ??= now();
      if (ended || step !== last() || playhead.progress < ALL) return;
      ended = true;
      say({ type: 'end' });
    },
  };
}
