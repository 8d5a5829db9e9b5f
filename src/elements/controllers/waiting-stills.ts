import { createViewport } from '../../core/viewport.ts';
import { pageHub } from '../../drivers/page-hub.ts';
import { afterTime, TIMES } from '../../net/times.ts';
import { createStillStage } from '../still-stage.ts';
import { storyContent } from '../story-content.ts';

/** Shows the still of the step that is at the reading line; returns what ends it. */
function followReading(host: HTMLElement): () => void {
  const steps = storyContent(host).filter(({ localName }) => localName === 'story-step');
  const [first] = steps;
  if (!first) return () => {};
  const still = createStillStage(host, first.id, () => {});
  const show = (): void => {
    const { clientHeight } = document.documentElement;
    const { card, readingLine } = createViewport(host.clientWidth, clientHeight);
    const top = (step: Element): number => step.getBoundingClientRect().top;
    const read = steps.findLast((step) => top(step) <= readingLine) ?? first;
    const playhead = { step: read.id, progress: Number(top(read) < card.top), travel: 0 };
    still.apply({ step: read.id, playhead });
  };
  const hub = pageHub(window);
  const ends = [hub.on('scroll', show), hub.on('resize', show), still.destroy];
  show();
  return () => {
    for (const end of ends) end();
  };
}

/** What another page scrolls. */
const CARRIED = '[mode="embed"], [mode="steps"]';

/**
 * Keeps map and text together on a page whose story does not come: after {@link TIMES.tell} the still of the step that
 * is read is shown, which takes no more than the page itself; in a frame that another page scrolls there is none. Returns
 * what ends it, where the story's own stages take over.
 */
export function waitWithStills(host: HTMLElement): () => void {
  let end = afterTime(TIMES.tell, () => {
    if (!host.matches(CARRIED)) end = followReading(host);
  });
  return () => end();
}
