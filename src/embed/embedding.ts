import { hashFor } from '../core/deep-link.ts';
import { formatPlayhead } from '../core/playhead.ts';
import { createViewport } from '../core/viewport.ts';
import {
  createReadGuide,
  type Guide,
  type GuideOptions,
  type StoryMode,
} from '../elements/controllers/read-guide.ts';
import { dressStory, styleHeight } from './dress-story.ts';
import { createHostPage, createStepsPage, type FramePage } from './frame-page.ts';
import { type GuestLink, linkOf } from './guest-link.ts';
import { createStepper } from './step-guide.ts';

/** What embedding needs of `<map-story>`. */
export interface EmbeddingOptions extends GuideOptions {
  root: ShadowRoot;
  /** `embed`: the page around the frame scrolls; `steps`: the frame has a fixed height. */
  mode: StoryMode;
  /** The viewport may have changed. */
  onResize: () => void;
}

/** A frame that fills the screen is read from here on. */
function leaveAt({ store }: EmbeddingOptions): void {
  const { playhead } = store.state();
  const state = { ...history.state, legenda: formatPlayhead(playhead) };
  history.replaceState(state, '', hashFor(playhead.step));
}

/** The reader's own guide, in the viewport that the page around shows. */
function createScrolling(options: EmbeddingOptions, link: GuestLink): Guide {
  const { store, onBegin, onResize } = options;
  const page = createHostPage(link);
  const { guide, dress } = createFramed(options, { link, page });
  let height = page.height();
  const onSight = (): void => {
    onBegin();
    if (page.height() !== height) onResize();
    height = page.height();
    dress.place();
  };
  const end = page.on(onSight);
  return {
    ...guide,
    begin() {
      const { playhead } = store.state();
      guide.begin();
      if (link.wasFull) guide.go(playhead);
      link.wasFull = false;
      onSight();
    },
    dispose() {
      end();
      leaveAt(options);
      guide.dispose();
    },
  };
}

/** The same in a frame of fixed height, step by step. */
function createSteps(options: EmbeddingOptions, link: GuestLink): Guide {
  const page = createStepsPage();
  const { guide, dress } = createFramed(options, { link, page });
  const stepper = createStepper({ ...options, guide, page, step: link.settings.step });
  const end = page.on(dress.place);
  return {
    ...guide,
    ...stepper.moves,
    begin() {
      guide.begin();
      stepper.begin();
      dress.place();
    },
    async arrived() {
      await guide.arrived();
      await stepper.arrived();
    },
    dispose() {
      end();
      stepper.dispose();
      guide.dispose();
    },
  };
}

/** What both have: the reader's guide in a page that does not scroll by itself, and the look of that. */
function createFramed(
  options: EmbeddingOptions,
  { link, page }: { link: GuestLink; page: FramePage },
) {
  const { host, mode } = options;
  const dress = dressStory({ ...options, link, page, fixed: mode === 'steps' });
  const base = createReadGuide({ ...options, page, onPresent: () => {} });
  const guide: Guide = {
    ...base,
    viewport(width) {
      styleHeight(host, page.height());
      return createViewport(width, page.height());
    },
    begin() {
      dress.measure();
      base.refresh();
    },
    visit: (step) => base.go({ step, progress: 0, travel: 0 }),
    refresh() {
      base.refresh();
      dress.measure();
    },
    async arrived() {
      await base.arrived();
      await page.arrived();
    },
    dispose() {
      base.dispose();
      dress.dispose();
    },
  };
  return { guide, dress };
}

/** Makes the guide of a story that is embedded. Throws at once where this one is not. */
export function embeddingOf(host: HTMLElement): (options: EmbeddingOptions) => Guide {
  const link = linkOf(host);
  return (options) =>
    options.mode === 'steps' ? createSteps(options, link) : createScrolling(options, link);
}
