import { stepMarkup } from '../core/step-markup.ts';
import { coverMarkup, stillMarkup } from '../core/still-markup.ts';
import type { Story } from '../core/story.ts';
import { textDirection } from '../core/text-direction.ts';
import { cleanHtml } from './clean-html.ts';
import { followNotes } from './follow-notes.ts';
import { folderOf, reachBoxes, resolveAddresses } from './place-text.ts';
import { storyContent } from './story-content.ts';
import ownText from './styles/own-text.css?inline';
import prose from './styles/prose.css?inline';

/** Where what a page lacks is put. */
interface Places {
  steps: Element;
  stills: Element;
  credit: Element;
}

/** A page of ours says so in its style; the style of any other would spoil a story's text, and lacks what it needs. */
const hasOurStyle = (): boolean =>
  getComputedStyle(document.documentElement).getPropertyValue('--legenda-page') !== '';

/** On a page of ours in the story itself; else in its shadow root, in the places of what is missing. */
function placesIn(host: HTMLElement): Places {
  const root = host.shadowRoot;
  const place = (slot: string): Element => root?.querySelector(`slot${slot}`) ?? host;
  if (!root || hasOurStyle() || host.childElementCount > 0) {
    return { steps: host, stills: host, credit: host };
  }
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(prose + ownText);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  followNotes(root);
  return {
    steps: place(':not([name])'),
    stills: place('[name="still"]'),
    credit: place('[name="credit"]'),
  };
}

/**
 * Makes for `host` an element for each step of the story that it does not have yet, in order, each with
 * its still from beside the story's file at `src`. Loaded only by pages that come without the story's
 * text.
 */
export function makeSteps(host: HTMLElement, story: Story, src: string): void {
  const present = new Set(storyContent(host).map(({ id }) => id));
  const { steps, stills, credit } = placesIn(host);
  const count = story.steps.length;
  const folder = folderOf(src);
  const [first] = story.steps;
  if (folder && first) stills.insertAdjacentHTML('beforeend', `${coverMarkup(first, folder)}`);
  story.steps.forEach((step, index) => {
    if (present.has(step.id)) return;
    if (folder) stills.insertAdjacentHTML('beforeend', `${stillMarkup(step, folder)}`);
    const element = document.createElement('story-step');
    element.id = step.id;
    element.setAttribute('exportparts', 'card, track');
    Object.assign(element, { lang: story.lang, dir: textDirection(story.lang) });
    const text = cleanHtml(`${stepMarkup(step, { index, count })}`);
    resolveAddresses(text, folder);
    reachBoxes(text);
    element.append(text);
    steps.append(element);
  });
  if (!story.credit || storyContent(host, 'credit').length > 0) return;
  const thanks = document.createElement('small');
  Object.assign(thanks, { slot: 'credit', className: 'credit', textContent: story.credit });
  credit.append(thanks);
}
