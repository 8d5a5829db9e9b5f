import type { Frame } from '../core/frame.ts';
import type { Stage } from '../core/stage.ts';
import { pageHub } from '../drivers/page-hub.ts';
import { storyContent } from './story-content.ts';

/** A stage of still pictures. */
export interface StillStage extends Stage {
  /** Shows the still of a frame's step. */
  apply(frame: Pick<Frame, 'step' | 'playhead'>): void;
  /** Whether the picture of the last applied frame can be seen. */
  isShown(): boolean;
  /** Shows no picture, until the next frame. */
  hide(): void;
}

/** Loads a still now, wherever it is; resolves with whether it is there. */
async function load(figure: Element | undefined): Promise<boolean> {
  // The cover on wide windows is in sight, and comes by itself.
  const image = figure?.querySelector<HTMLImageElement>('img:not(.wide)');
  if (image) image.loading = 'eager';
  // A browser does not ask again by itself for one that has not come.
  if (image?.complete && image.naturalWidth === 0) image.src = String(image.getAttribute('src'));
  return (
    (await image?.decode().then(
      () => true,
      () => false,
    )) ?? figure !== undefined
  );
}

/**
 * A stage on the stills that stand among the steps in `host`: it marks the one that is present, and
 * the style shows that one. Before the first step, `first`, is read, that is the picture the story opens with.
 * `onChange` is called when a picture has come, or cannot come.
 */
export function createStillStage(
  host: Element,
  first: string | undefined,
  onChange: () => void,
): StillStage {
  const figures = storyContent(host, 'still');
  const hub = pageHub(window);
  let wanted: HTMLElement | undefined;
  let present: HTMLElement | undefined;
  let shown: Promise<void> = Promise.resolve();

  const mark = (figure: HTMLElement | undefined): void => {
    present?.removeAttribute('data-present');
    figure?.setAttribute('data-present', '');
    present = figure;
  };
  const show = async (figure: HTMLElement | undefined): Promise<void> => {
    const isThere = await load(figure);
    if (figure !== wanted) return;
    mark(isThere ? figure : undefined);
    onChange();
    // The next one is there when the reader comes to it.
    load(figures[figures.indexOf(figure as HTMLElement) + 1]);
  };
  const hide = (): void => {
    wanted = undefined;
    mark(undefined);
  };
  /** On paper a still stands before its step's text, where it is in the page. */
  const place = (slot: string) => () => {
    for (const figure of figures) figure.slot = slot;
  };
  host.toggleAttribute('data-begun', true);
  const ends = [hub.on('beforeprint', place('')), hub.on('afterprint', place('still'))];
  return {
    apply({ step, playhead: { progress } }) {
      const name = step === first && progress === 0 ? undefined : step;
      const figure = figures.find(({ dataset }) => dataset.step === name);
      if (figure && figure === wanted) return;
      wanted = figure;
      shown = show(figure);
    },
    resize() {},
    settled: () => shown,
    isShown: () => present !== undefined && present === wanted,
    hide,
    destroy() {
      hide();
      host.removeAttribute('data-begun');
      for (const end of ends) end();
    },
  };
}
