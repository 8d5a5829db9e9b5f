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
  let turn: LiveTurn | undefined;
  let look = (): void => {};
  const looked = new Promise<void>((resolve) => {
    look = resolve;
  });
  const isSeen = (): boolean => isShown && !(isFramed && document.hidden);
  const update = (): void => {
    if (isSeen()) turn ??= take(onChange);
    onChange();
    look();
  };
  const observer = new IntersectionObserver((entries) => {
    isShown = entries.at(-1)?.isIntersecting ?? isShown;
    update();
  });
  const end = (): void => {
    turn?.release();
    turn = undefined;
  };
  observer.observe(host);
  if (isFramed) document.addEventListener('visibilitychange', update);
  return {
    async known() {
      await looked;
      await turn?.asked;
    },
    mayLive: () => isSeen() && turn?.isHeld() === true,
    rest() {
      if (!isSeen()) end();
    },
    dispose() {
      observer.disconnect();
      document.removeEventListener('visibilitychange', update);
      end();
    },
  };
}
