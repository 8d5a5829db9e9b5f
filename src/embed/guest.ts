import type { Story } from '../core/story.ts';
import type { MapStory } from '../elements/map-story.ts';
import { type GuestLink, linkStory, openGuestLink } from './guest-link.ts';
import type { HostMessage } from './protocol.ts';
import { type EmbedSettings, readSettings, stepRange } from './settings.ts';

/** Milliseconds in which the page around may answer; else it has no script of ours. */
const PATIENCE = 1000;

/** What makes a story's page one that is embedded. */
export interface Guest {
  /** Brings a story to what the address asks for. Called before the element has begun. */
  begin(story: MapStory): void;
}

/** Shows a part of the story, from one step to another. */
async function cutStory(story: MapStory, settings: EmbedSettings): Promise<void> {
  const { src } = story;
  // Else the element loads the whole.
  story.src = '';
  const whole: Story | undefined = await fetch(src)
    .then((response) => response.json())
    .catch(() => undefined);
  const steps = Array.isArray(whole?.steps) ? stepRange(whole.steps, settings) : undefined;
  const kept = new Set(steps?.map(({ id }) => id));
  for (const child of steps ? [...story.children] : []) {
    const step = child.localName === 'story-step' ? child.id : (child as HTMLElement).dataset.step;
    if (step !== undefined && !kept.has(step)) child.remove();
  }
  // Where it cannot be had the element says so itself.
  if (whole && steps) story.story = { ...whole, steps: [...steps] };
  story.src = src;
}

/** Links of a page in a frame lead out of it. */
function leadOut(story: MapStory): void {
  for (const link of story.querySelectorAll<HTMLAnchorElement>('a[href]:not([href^="#"])')) {
    link.target = '_blank';
    link.rel = 'noopener';
  }
}

function firstView(link: GuestLink): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, PATIENCE);
    link.on(({ type }) => type === 'view' && resolve());
  });
}

/** Meets the page around this one, and waits until it is known whether that has a script of ours. */
export async function meetHost(search: string): Promise<Guest> {
  const settings = readSettings(search);
  const link = openGuestLink(settings);
  let full = false;
  let target: MapStory | undefined;
  const modeNow = () => {
    if (settings.layout === 'steps' || !link.view()) return 'steps';
    return full ? 'read' : 'embed';
  };
  const hear = (message: HostMessage): void => {
    if (message.type === 'full') {
      link.wasFull ||= full;
      full = message.on;
    }
    if (target) target.mode = modeNow();
  };
  link.on(hear);
  await firstView(link);
  return {
    begin(story) {
      target = story;
      linkStory(story, link);
      leadOut(story);
      if (settings.placeNames) story.setAttribute('place-names', settings.placeNames);
      if (settings.stills) story.stills = true;
      if (settings.from ?? settings.to) cutStory(story, settings);
      story.mode = modeNow();
    },
  };
}
