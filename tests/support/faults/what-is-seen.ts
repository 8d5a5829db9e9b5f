import type { Frame, Page } from '@playwright/test';
import type {} from '../../../src/elements/define.ts';

/** The words that a reader sees, and whether they can read on. */
export interface Words {
  /** True where the heading and the text of the step can be read, or a link leads to them. */
  readable: boolean;
  /** What the page says is amiss; empty where it says nothing. */
  sentence: string;
  /** Words on the page that only a programmer understands. */
  raw: string;
  /** True where the page offers to load it anew. */
  reload: boolean;
}

/** What of the map a reader sees: nothing of a page without script. */
export type Shown = 'live' | 'still' | 'nothing' | 'page';

/** Reads the words of the page, through all shadow roots. `step` is the one that must be readable. */
export function readWords(frame: Frame, step: string): Promise<Words> {
  return frame.evaluate((step) => {
    const roots = (root: Document | ShadowRoot): (Document | ShadowRoot)[] => [
      root,
      ...[...root.querySelectorAll('*')].flatMap(({ shadowRoot }) =>
        shadowRoot ? roots(shadowRoot) : [],
      ),
    ];
    const all = roots(document);
    const seen = (selector: string): HTMLElement[] =>
      all.flatMap((root) =>
        [...root.querySelectorAll<HTMLElement>(selector)].filter((each) =>
          each.checkVisibility({ opacityProperty: true, visibilityProperty: true }),
        ),
      );
    const heading = seen(`story-step[id="${step}"] :is(h2, p)`);
    const said = seen('[part~="message"], [role="alert"], [role="status"]').map((each) =>
      each.innerText.trim(),
    );
    const words = all.map((root) =>
      root instanceof Document
        ? root.body.innerText
        : [...root.children].map((each) => (each as HTMLElement).innerText ?? '').join('\n'),
    );
    const RAW =
      /failed to fetch|dynamically imported|\bundefined\b|\w+Error\b|is not a function|cannot read|\bNaN\b|\[object|\.js\b|unexpected token|\bJSON\b|\bnull\b/i;
    return {
      readable:
        (heading.length > 1 && heading.every(({ offsetHeight }) => offsetHeight > 0)) ||
        seen('legenda-embed > a').length > 0,
      sentence: [...new Set(said)]
        .filter((each) => each && !/^Drawing the map/.test(each))
        .join(' '),
      raw: RAW.exec(words.join('\n'))?.[0] ?? '',
      reload: seen('button').some(({ innerText }) => /reload/i.test(innerText)),
    };
  }, step);
}

/** What stands in the place of the map. */
export function shownNow(frame: Frame): Promise<Shown> {
  return frame.evaluate(() => {
    const story = document.querySelector('map-story');
    const stage = story?.shadowRoot?.querySelector('story-stage');
    if (!stage) return 'page';
    if (stage.hasAttribute('live')) return 'live';
    const figures = [story, story?.shadowRoot].flatMap((root) => [
      ...(root?.querySelectorAll<HTMLElement>('figure[slot="still"]') ?? []),
    ]);
    return figures.some((figure) => figure.checkVisibility()) ? 'still' : 'nothing';
  });
}

/** Hides all that lies on the map, and the text. */
const BARE = `map-story > :not(figure), .bar, story-legend, story-date, .message, .notice, .return, .text,
  [slot="credit"], figcaption, dialog, dialog * { visibility: hidden !important }
  dialog::backdrop { background: none !important }`;

/** The map, or the still in its place, without anything over it. */
export async function stagePicture(frame: Frame): Promise<Buffer> {
  return frame
    .locator('story-stage')
    .first()
    .screenshot({ style: BARE, animations: 'disabled', timeout: 60_000 });
}

/** The share of pixels in which two PNGs differ so that it is seen; 1 where their sizes differ. */
export function difference(page: Page, a: Buffer, b: Buffer): Promise<number> {
  const urls = [a, b].map((png) => `data:image/png;base64,${png.toString('base64')}`);
  return page.evaluate(async (urls) => {
    const [one, two] = await Promise.all(
      urls.map(async (url) => {
        const image = new Image();
        image.src = url;
        await image.decode();
        const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
        context?.drawImage(image, 0, 0);
        return context?.getImageData(0, 0, image.width, image.height);
      }),
    );
    if (!one || !two || one.width !== two.width || one.height !== two.height) return 1;
    const pixels = new Set<number>();
    one.data.forEach((value, i) => {
      if (Math.abs(value - (two.data[i] ?? 0)) > 8) pixels.add(i >> 2);
    });
    return pixels.size / (one.data.length / 4);
  }, urls);
}
