import { definePanels } from './define-panels.ts';
import { StoryPen } from './story-pen.ts';

declare global {
  interface HTMLElementTagNameMap {
    'story-pen': StoryPen;
  }
}

/** Registers the elements of presenting; those already registered stay as they are. */
export function definePresent(): void {
  definePanels();
  if (!customElements.get('story-pen')) customElements.define('story-pen', StoryPen);
}
