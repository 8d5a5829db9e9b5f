import { EMBED_SCRIPT_META } from '../core/embed-meta.ts';
import type { Story } from '../core/story.ts';
import { placesOf } from './places.ts';
import { SharingEmbed } from './sharing-embed.ts';
import { SharingPicture } from './sharing-picture.ts';
import { SharingText } from './sharing-text.ts';
import { StorySharing } from './story-sharing.ts';

const elements = {
  'sharing-text': SharingText,
  'sharing-embed': SharingEmbed,
  'sharing-picture': SharingPicture,
  'story-sharing': StorySharing,
};

declare global {
  interface HTMLElementTagNameMap {
    'sharing-text': SharingText;
    'sharing-embed': SharingEmbed;
    'sharing-picture': SharingPicture;
    'story-sharing': StorySharing;
  }
}

/** The element that shows a story, as much of it as sharing takes. */
export interface Sharer {
  readonly renderRoot: Node;
  readonly story: Story | undefined;
  /** Address of the story's file, relative to the page; empty where it has none. */
  readonly src: string;
}

/**
 * Opens the dialog that shares a story, at the end of its element's shadow root. `stepId` is the present
 * step, default the first. Does nothing before there is a story.
 */
export function showSharing({ renderRoot, story, src }: Sharer, stepId: string | undefined): void {
  for (const [name, element] of Object.entries(elements)) {
    if (!customElements.get(name)) customElements.define(name, element);
  }
  const step = story?.steps.find(({ id }) => id === stepId) ?? story?.steps[0];
  if (!step) return;
  const sharing = new StorySharing();
  const file = src && new URL(src, document.baseURI).href;
  const meta = document.querySelector<HTMLMetaElement>(`meta[name="${EMBED_SCRIPT_META}"]`);
  const places = placesOf(location.href, file, meta?.content);
  Object.assign(sharing, { story, src, step, places });
  renderRoot.appendChild(sharing);
}
