import { type LiveTurn, turnsOf } from './live-turn.ts';
import type { StorySight } from './story-sight.ts';

/**
 * Sight of a story that shares its page with others: its map lives while it can be seen, and while it has
 * one of the page's turns. Who is near only would keep them from who is seen. In a frame, a window that
 * is hidden is not seen.
 */
export function shareSight(host: Element, onChange: () => void): StorySight {
  const isFramed = window.parent !== window;
  const take = turnsOf(host);
  let isShown = false;
  let isOver = false;
  let turn: LiveTurn | undefined;
  const isSeen = (): boolean => isShown && !(isOver || (isFramed && document.hidden));
  const update = (): void => {
    if (isSeen()) turn ??= take(onChange);
    onChange();
  };
  const see = (entries: readonly IntersectionObserverEntry[]): void => {
    isShown = entries.at(-1)?.isIntersecting ?? isShown;
    if (!isOver) update();
  };
  /** Looks whether it is in sight now: that a page has been scrolled is told only with the next picture. */
  const look = (): Promise<void> =>
    new Promise((resolve) => {
      const once = new IntersectionObserver((entries) => {
        once.disconnect();
        see(entries);
        resolve();
      });
      once.observe(host);
    });
  const observer = new IntersectionObserver(see);
  const end = (): void => {
    turn?.release();
    turn = undefined;
  };
  observer.observe(host);
  if (isFramed) document.addEventListener('visibilitychange', update);
  return {
    async known() {
      // Without a picture nothing is told.
      if (!document.hidden) await look();
      await turn?.asked;
    },
    mayLive: () => isSeen() && turn?.isHeld() === true,
    rest() {
      if (!isSeen()) end();
    },
    dispose() {
      isOver = true;
      observer.disconnect();
      document.removeEventListener('visibilitychange', update);
      end();
    },
  };
}
