/** Whether a story's live map may be drawn, as far as sight of it goes. */
export interface StorySight {
  /** Resolves when that is known, where it has been asked for. */
  known(): Promise<void>;
  mayLive(): boolean;
  /** No live map is drawn any more, or yet. */
  rest(): void;
  dispose(): void;
}

/** Sight of a story that has its page for itself: from when it first comes near, by a window's height. */
export function watchSight(host: Element, onChange: () => void): StorySight {
  let isNear = false;
  let know = (): void => {};
  const known = new Promise<void>((resolve) => {
    know = resolve;
  });
  const observer = new IntersectionObserver(
    (entries) => {
      isNear ||= entries.some(({ isIntersecting }) => isIntersecting);
      if (isNear) observer.disconnect();
      onChange();
      know();
    },
    { rootMargin: '100%' },
  );
  observer.observe(host);
  return {
    known: () => known,
    mayLive: () => isNear,
    rest() {},
    dispose: () => observer.disconnect(),
  };
}
