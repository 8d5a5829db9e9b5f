import { setTurns } from '../elements/controllers/live-turn.ts';
import type { MapStory } from '../elements/map-story.ts';
import { cutStory } from './cut-story.ts';
import { type GuestLink, linkStory, openGuestLink } from './guest-link.ts';
import { hostTurns } from './host-turns.ts';
import type { HostMessage } from './protocol.ts';
import { readSettings } from './settings.ts';
import { applyTheme, themeOf } from './theme.ts';
import { watchReading } from './watch-reading.ts';

/** What makes a story's page one that is embedded. */
export interface Guest {
  /** Brings a story to what the address asks for. Called before the element has begun. */
  begin(story: MapStory): void;
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
    link.on(({ type }) => type === 'view' && resolve());
  });
}

/**
 * Meets the page around this one. Where that has our script, waits for what it shows of the frame; where it
 * has not, or the story does not scroll along, there is nothing to wait for.
 */
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
  if (settings.hosted && settings.layout !== 'steps') await firstView(link);
  return {
    begin(story) {
      target = story;
      linkStory(story, link);
      if (settings.hosted) setTurns(story, hostTurns(link));
      leadOut(story);
      const dress = (): void => applyTheme(story, themeOf(settings.theme, link.theme()));
      dress();
      link.on(({ type }) => type === 'welcome' && dress());
      watchReading(story, link);
      if (settings.placeNames) story.setAttribute('place-names', settings.placeNames);
      if (settings.stills) story.stills = true;
      if (settings.from ?? settings.to) cutStory(story, settings);
      story.mode = modeNow();
    },
  };
}
