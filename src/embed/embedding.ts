import { hashFor } from '../core/deep-link.ts';
import { formatPlayhead } from '../core/playhead.ts';
import { createViewport } from '../core/viewport.ts';
import {
  createReadGuide,
  type Guide,
  type GuideOptions,
  type StoryMode,
} from '../elements/controllers/read-guide.ts';
import { adoptSheets } from './adopt-sheets.ts';
import { createHostPage, createStepsPage } from './frame-page.ts';
import { linkOf } from './guest-link.ts';
import { createOpenLink } from './open-link.ts';
import { createPlacer } from './place-story.ts';
import { createStepper } from './step-guide.ts';
import { createHeightTeller, stepsHeight } from './tell-height.ts';
import { createTeller } from './tell-reading.ts';
import { applyTheme, themeOf } from './theme.ts';

/** What embedding needs of `<map-story>`. */
export interface EmbeddingOptions extends GuideOptions {
  root: ShadowRoot;
  /** `embed`: the page around the frame scrolls; `steps`: the frame has a fixed height. */
  mode: StoryMode;
  /** The viewport may have changed. */
  onResize: () => void;
}

/** The guide of a reader whose page is not this one: a reader's own guide, in another viewport. */
export function createEmbedding(options: EmbeddingOptions): Guide {
  const { host, root, steps, store, mode, onResize, onBegin } = options;
  const link = linkOf(host);
  const fixed = mode === 'steps';
  const page = fixed ? createStepsPage() : createHostPage(link);
  const undress = adoptSheets({ root, steps, fixed });
  applyTheme(host, themeOf(link.settings.theme, link.theme()));
  const placer = createPlacer({ host, root, steps });
  const tellHeight = createHeightTeller(link);
  const teller = createTeller({
    last: steps.at(-1)?.id,
    say: link.say,
    now: () => performance.now(),
  });
  const base = createReadGuide({ ...options, page, onPresent: () => {} });
  const stepper = fixed
    ? createStepper({ ...options, guide: base, page, step: link.settings.step })
    : undefined;

  const place = (): void => {
    const sight = { top: page.exact(), height: page.height(), shift: page.shift() };
    if (fixed) host.style.translate = `0 ${-sight.top}px`;
    placer.place(sight, store.state().viewport);
  };
  const isSeen = (): boolean => {
    if (document.hidden) return false;
    const middle = page.top() + page.height() / 2;
    return fixed || (middle > 0 && middle < host.offsetHeight);
  };
  const tell = (): void => teller.see(store.state().playhead, isSeen());
  const measure = (): void => {
    host.style.setProperty('--legenda-vh', `${page.height() / 100}px`);
    placer.measure(page.shift());
    place();
    const { height } = host.getBoundingClientRect();
    tellHeight(fixed ? stepsHeight(host.clientWidth) : Math.ceil(height));
  };
  let seenHeight = page.height();
  const onSight = (): void => {
    if (!fixed) onBegin();
    if (page.height() !== seenHeight) onResize();
    seenHeight = page.height();
    place();
    tell();
  };
  const sizes = new ResizeObserver(measure);
  for (const element of [host, ...steps.map((step) => step.card)]) sizes.observe(element);
  document.addEventListener('visibilitychange', tell);
  const ends = [
    page.on(onSight),
    store.subscribe(tell),
    undress,
    createOpenLink(root, store),
    placer.dispose,
    () => document.removeEventListener('visibilitychange', tell),
    () => sizes.disconnect(),
    () => host.style.removeProperty('translate'),
    () => host.style.removeProperty('--legenda-vh'),
    () => stepper?.dispose(),
  ];
  return {
    ...base,
    ...stepper?.moves,
    viewport(width) {
      host.style.setProperty('--legenda-vh', `${page.height() / 100}px`);
      return createViewport(width, page.height());
    },
    begin() {
      const { playhead } = store.state();
      measure();
      base.refresh();
      if (fixed) stepper?.begin();
      else if (link.wasFull) base.go(playhead);
      link.wasFull = false;
      onSight();
    },
    visit: (step) => base.go({ step, progress: 0, travel: 0 }),
    refresh() {
      base.refresh();
      measure();
    },
    async arrived() {
      await base.arrived();
      await stepper?.arrived();
      await page.arrived();
    },
    dispose() {
      const { playhead } = store.state();
      base.dispose();
      // A frame that fills the screen is read from here on.
      const state = { ...history.state, legenda: formatPlayhead(playhead) };
      if (!fixed) history.replaceState(state, '', hashFor(playhead.step));
      for (const end of ends) end();
    },
  };
}
