import type { MapStory } from '../elements/map-story.ts';
import type { GuestLink } from './guest-link.ts';
import { createTeller } from './tell-reading.ts';

/** How much of a frame of fixed height has to be in sight for it to be read. */
const ENOUGH = 0.3;

/** Whether a story can be seen, as its frame is now. */
function createSight(story: MapStory, link: GuestLink, onChange: () => void): () => boolean {
  let isShown = false;
  const show = (entries: readonly IntersectionObserverEntry[]): void => {
    isShown = (entries.at(-1)?.intersectionRatio ?? 0) >= ENOUGH;
    onChange();
  };
  // In a frame of fixed height it is as high as that.
  new IntersectionObserver(show, { threshold: ENOUGH }).observe(document.documentElement);
  return () => {
    if (document.hidden) return false;
    if (story.mode === 'steps') return isShown;
    const view = link.view();
    // A frame that fills the screen is all that is seen.
    if (story.mode !== 'embed' || !view) return true;
    const middle = view.top + view.height / 2;
    return middle > 0 && middle < story.offsetHeight;
  };
}

/**
 * Tells the page around a story how it is read, once that has answered: for as long as the page is there,
 * whatever moves the story meanwhile.
 */
export function watchReading(story: MapStory, link: GuestLink): void {
  const teller = createTeller({
    last: () => story.story?.steps.at(-1)?.id,
    say: link.say,
    now: () => performance.now(),
  });
  let frame = 0;
  const tell = (): void => {
    frame = 0;
    const { playhead } = story;
    if (playhead && link.isOpen()) teller.see(playhead, isSeen());
  };
  const see = (): void => {
    // A frame out of sight draws nothing; else a scroll is read in the first frame after it.
    if (!isSeen()) tell();
    else if (frame === 0) {
      frame = requestAnimationFrame(() => {
        frame = requestAnimationFrame(tell);
      });
    }
  };
  const isSeen = createSight(story, link, see);
  story.addEventListener('story-frame', see);
  document.addEventListener('visibilitychange', see);
  link.on(see);
}
