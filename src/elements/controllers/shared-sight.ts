import { type LiveTurn, takeTurn } from './live-turn.ts';
import type { StorySight } from './story-sight.ts';

/**
 * Sight of a story that shares its page with others: its map lives while it is near, and while it has
 * one of the page's turns. In a frame of another origin, near is in sight, and a window that is hidden
 * has no sight.
 */
export function shareSight(host: Element, onChange: () => void): StorySight {
  const isFramed = window.parent !== window;
  let isSeen = false;
  let turn: LiveTurn | undefined;
  let know = (): void => {};
  const known = new Promise<void>((resolve) => {
    know = resolve;
  });
  const isNear = (): boolean => isSeen && !(isFramed && document.hidden);
  const update = async (): Promise<void> => {
    if (isNear()) turn ??= takeTurn(onChange);
    onChange();
    await turn?.asked;
    know();
  };
  const observer = new IntersectionObserver(
    (entries) => {
      isSeen = entries.at(-1)?.isIntersecting ?? isSeen;
      update();
    },
    { rootMargin: '100%' },
  );
  const end = (): void => {
    turn?.release();
    turn = undefined;
  };
  observer.observe(host);
  if (isFramed) document.addEventListener('visibilitychange', update);
  return {
    known,
    mayLive: () => isNear() && turn?.isHeld() === true,
    rest() {
      if (!isNear()) end();
    },
    dispose() {
      observer.disconnect();
      document.removeEventListener('visibilitychange', update);
      end();
    },
  };
}
