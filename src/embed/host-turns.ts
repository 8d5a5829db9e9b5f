import { type LiveTurn, type TakeTurn, takeLock } from '../elements/controllers/live-turn.ts';
import type { GuestLink } from './guest-link.ts';

/**
 * Takes the turns that the page around a story hands out to all that its script has embedded. Who has one
 * takes a lock too, where the browser lets it: beside elements of the page, which ask for no other.
 */
export function hostTurns(link: Pick<GuestLink, 'say' | 'on'>, then = takeLock): TakeTurn {
  return (onHeld) => {
    let asked = 0;
    let lock: LiveTurn | undefined;
    let resolve = (_: Promise<void> | undefined): void => {};
    const answer = new Promise<void>((done) => {
      resolve = done as typeof resolve;
    });
    // Only a page that has welcomed the story can be asked.
    const ask = (): void => {
      asked ||= link.say({ type: 'live', on: true });
    };
    const end = link.on((message) => {
      ask();
      if (message.type !== 'live' || message.ack < asked) return;
      if (message.on) lock ??= then(onHeld);
      resolve(lock?.asked);
    });
    ask();
    return {
      asked: answer,
      isHeld: () => lock?.isHeld() === true,
      release() {
        end();
        lock?.release();
        if (asked > 0) link.say({ type: 'live', on: false });
        resolve(undefined);
      },
    };
  };
}
