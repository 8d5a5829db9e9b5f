import { PresenterDesk } from './desk/presenter-desk.ts';
import { PresenterPanels } from './panels/presenter-panels.ts';
import { StoryPen } from './story-pen.ts';

declare global {
  interface HTMLElementTagNameMap {
    'presenter-desk': PresenterDesk;
    'presenter-panels': PresenterPanels;
    'story-pen': StoryPen;
  }
}

const ELEMENTS = {
  'presenter-desk': PresenterDesk,
  'presenter-panels': PresenterPanels,
  'story-pen': StoryPen,
};

/** Registers the elements of presenting; those already registered stay as they are. */
export function definePresent(): void {
  for (const [name, element] of Object.entries(ELEMENTS)) {
    if (!customElements.get(name)) customElements.define(name, element);
  }
}
