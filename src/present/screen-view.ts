import { presentViewport, typeSize } from '../core/present-viewport.ts';
import type { Viewport } from '../core/viewport.ts';
import type { StoryStep } from '../elements/story-step.ts';
import { adopt } from './adopt.ts';
import { keepFocus } from './ask.ts';
import type { Lesson } from './lesson.ts';
import { cardStyles, legendStyles, screenStyles, stepStyles } from './styles/screen.ts';
import type { Show, View, ViewOptions } from './view.ts';

/**
 * Shows the card of the present step and no other, or the header where the story opens. Returns what tells
 * one text from another.
 */
function showCard(host: Element, steps: readonly StoryStep[], { lesson, frame }: Show): string {
  const header = [...host.children].find(({ slot }) => slot === 'header') as
    | HTMLElement
    | undefined;
  const opens = frame.playhead.progress === 0 && frame.step === steps[0]?.id;
  const isOpening = opens && header !== undefined && lesson.at.progress === 0;
  if (header) header.hidden = !isOpening || lesson.card === 'none';
  for (const step of steps) {
    step.hidden = isOpening || lesson.card === 'none' || step.id !== frame.step;
  }
  return `${isOpening ? '' : frame.step} ${lesson.card}`;
}

/** The place of the card: each step's text begins at its top, and keys scroll one that is too long. */
function watchCard(root: ShadowRoot) {
  const place = root.querySelector<HTMLElement>('.text');
  const label = { role: 'group', 'aria-label': 'Text', tabindex: '0' };
  let shown = '';
  const measure = (): void => {
    const isLong = place !== null && place.scrollHeight > place.clientHeight + 1;
    for (const [name, value] of Object.entries(label)) {
      if (isLong) place.setAttribute(name, value);
      else place?.removeAttribute(name);
    }
  };
  const sizes = new ResizeObserver(measure);
  if (place) sizes.observe(place);
  return {
    show(text: string): void {
      if (text === shown) return;
      shown = text;
      place?.scrollTo(0, 0);
      measure();
    },
    dispose(): void {
      sizes.disconnect();
      for (const name of Object.keys(label)) place?.removeAttribute(name);
    },
  };
}

/** The window of the class: the map fills it, with one card beside it, and panels over it. */
export function createScreenView(options: ViewOptions): View {
  const { host, root, steps, story, src, settings } = options;
  const panels = document.createElement('presenter-panels');
  Object.assign(panels, { story, src, reveal: settings.reveal, minutes: settings.minutes });
  const { style } = document.documentElement;
  const overflow = style.overflow;
  style.overflow = 'hidden';
  let card: Lesson['card'] = 'full';
  const ends = [
    adopt(root, screenStyles),
    adopt(document, cardStyles),
    adopt(root, cardStyles),
    ...steps.map((step) => adopt(step.renderRoot as ShadowRoot, stepStyles)),
  ];
  const cardPlace = watchCard(root);
  const legend = root.querySelector('story-legend')?.shadowRoot;
  if (legend) ends.push(adopt(legend, legendStyles));
  const bar = root.querySelector('.bar');
  const timeline = root.querySelector('story-timeline');
  bar?.addEventListener('mousedown', keepFocus);
  root.append(panels);
  return {
    element: panels,
    viewport(width, height): Viewport {
      const type = typeSize(width, height);
      host.style.setProperty('--legenda-type', `${type}px`);
      host.style.setProperty('--legenda-zoom', `${type / 14}`);
      return presentViewport(width, height, card);
    },
    show(shown) {
      const { lesson } = shown;
      panels.lesson = lesson;
      card = lesson.card;
      host.setAttribute('card', card);
      cardPlace.show(showCard(host, steps, shown));
      if (timeline && !settings.reveal) timeline.seen = lesson.seen;
    },
    isBusy: () => panels.isOpen,
    open: (panel) => panels.open(panel),
    close: () => panels.close(),
    notice(text) {
      panels.notice = text;
    },
    dispose() {
      for (const end of ends) end();
      cardPlace.dispose();
      if (timeline) timeline.seen = undefined;
      bar?.removeEventListener('mousedown', keepFocus);
      panels.remove();
      style.overflow = overflow;
      host.removeAttribute('card');
      for (const child of [...host.children, ...steps]) child.removeAttribute('hidden');
    },
  };
}
