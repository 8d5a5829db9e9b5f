/** Turns of the microtask queue after which every element has drawn itself. */
const TURNS = 60;

/** Runs at the end of the present task: after all that its microtasks set off. */
function atTaskEnd(act: () => void, turns = TURNS): void {
  if (turns === 0) act();
  else queueMicrotask(() => atTaskEnd(act, turns - 1));
}

/**
 * How long our own script takes in each frame while `act` goes on, milliseconds: from the animation
 * frame in which a story reads the scroll position, to when its frame is given to the map and its
 * elements are up to date. What the map's library then takes to draw is not in it.
 */
export async function timeOwnScript(
  story: EventTarget,
  act: () => Promise<void>,
): Promise<number[]> {
  const times: number[] = [];
  let framed = false;
  const onFrame = (): void => {
    framed = true;
  };
  const original = window.requestAnimationFrame;
  window.requestAnimationFrame = (callback) =>
    original.call(window, (now) => {
      framed = false;
      const start = performance.now();
      callback(now);
      if (framed) atTaskEnd(() => times.push(performance.now() - start));
    });
  story.addEventListener('story-frame', onFrame);
  await act();
  story.removeEventListener('story-frame', onFrame);
  window.requestAnimationFrame = original;
  return times;
}
