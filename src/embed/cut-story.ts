import { stepKicker, storyKicker } from '../core/kickers.ts';
import type { Step } from '../core/story.ts';
import { wordsOf } from '../elements/controllers/missing-words.ts';
import { emit } from '../elements/emit.ts';
import { loadStory } from '../elements/load-story.ts';
import type { MapStory } from '../elements/map-story.ts';
import { MISSING, type Missing } from '../elements/need-part.ts';
import { type EmbedSettings, stepRange } from './settings.ts';

/** Shows a part of the story, from one step to another. */
export async function cutStory(
  story: MapStory,
  settings: Pick<EmbedSettings, 'from' | 'to'>,
): Promise<void> {
  const { src } = story;
  // Else the element loads the whole.
  story.src = '';
  const onFail = (error: unknown): void =>
    emit(story, MISSING, ['story', wordsOf(error)] satisfies Missing);
  const whole = await loadStory(src, { onFail });
  const steps = stepRange(whole.steps, settings);
  removeOthers(story, new Set(steps.map(({ id }) => id)));
  countAnew(story, steps);
  story.story = { ...whole, steps: [...steps] };
  story.src = src;
}

/** Takes away the text and the stills of steps that are not kept. */
function removeOthers(story: MapStory, kept: ReadonlySet<string>): void {
  for (const child of [...story.children]) {
    const step = child.localName === 'story-step' ? child.id : (child as HTMLElement).dataset.step;
    if (step !== undefined && !kept.has(step)) child.remove();
  }
}

/** The page's text says how long the whole is, and each step's place in it: here it is those of the part. */
function countAnew(story: MapStory, steps: readonly Step[]): void {
  const write = (parent: string, text: string): void => {
    const kicker = story.querySelector(`:scope > ${parent} > .kicker`);
    if (kicker) kicker.textContent = text;
  };
  write('header', storyKicker(steps));
  steps.forEach(({ id }, index) => {
    write(`#${CSS.escape(id)}`, stepKicker({ index, count: steps.length }));
  });
}
