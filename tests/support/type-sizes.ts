import type { Page } from '@playwright/test';
import type {} from './present-page.ts';

/** How the map's canvas lies on the screen. */
export interface CanvasPlace {
  /** CSS transforms of the canvas and all around it, other than none. */
  transforms: string[];
  /** CSS pixels, width and height. */
  size: [number, number];
  stage: [number, number];
}

/** Measures the map's canvas and its stage. */
export function coveredCanvas(page: Page): Promise<CanvasPlace> {
  return page.evaluate(() => {
    const stage = document.querySelector('map-story')?.shadowRoot?.querySelector('story-stage');
    const canvas = stage?.shadowRoot?.querySelector('canvas');
    if (!stage || !canvas) throw new Error('There is no map.');
    const transforms: string[] = [];
    for (let each: Element | null = canvas; each; ) {
      const { transform, scale, zoom } = getComputedStyle(each);
      if (transform !== 'none' || scale !== 'none' || zoom !== '1')
        transforms.push(`${each.localName}: ${transform}, ${scale}, ${zoom}`);
      const root: Node = each.getRootNode();
      each =
        each.assignedSlot ?? each.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
    }
    return {
      transforms,
      size: [canvas.clientWidth, canvas.clientHeight],
      stage: [stage.clientWidth, stage.clientHeight],
    };
  });
}

/** The smallest type that is seen in the open dialog, CSS pixels. */
export function dialogType(page: Page): Promise<number> {
  return page.getByRole('dialog').evaluate((dialog) => {
    const leaves = [...dialog.querySelectorAll('*')].filter(
      (each) =>
        each.checkVisibility() &&
        [...each.childNodes].some((node) => node.nodeType === 3 && node.nodeValue?.trim()),
    );
    return Math.min(...leaves.map((leaf) => Number.parseFloat(getComputedStyle(leaf).fontSize)));
  });
}

/** What has text on a class's screen, and where: `root > inside its shadow root`. */
const TEXTS: Readonly<Record<string, readonly [host: string, inside?: string]>> = {
  card: ['story-step:not([hidden])'],
  questions: ['presenter-panels', '.questions'],
  legend: ['story-legend', 'ul'],
  date: ['story-date'],
  notice: ['presenter-panels', '.top'],
  timeline: ['story-timeline', 'svg'],
};

/** The smallest type that is seen of each part of a class's screen, CSS pixels, zoom included. */
export function typeOf(page: Page): Promise<Record<string, number>> {
  return page.evaluate((texts) => {
    const story = document.querySelector('map-story');
    const roots = [document, story?.shadowRoot].filter((root) => !!root);
    const sizeOf = (host: string, inside?: string): number => {
      const found = roots.map((root) => root.querySelector(host)).find((each) => each);
      const root = (host.startsWith('story-step') ? found : found?.shadowRoot) ?? undefined;
      const part = inside ? root?.querySelector(inside) : root;
      const leaves = [...(part?.querySelectorAll<HTMLElement | SVGElement>('*') ?? [])].filter(
        (each) =>
          each.checkVisibility() &&
          !each.closest('.said, summary, style') &&
          [...each.childNodes].some((node) => node.nodeType === 3 && node.nodeValue?.trim()),
      );
      return Math.min(
        ...leaves.map((leaf) => {
          const { currentCSSZoom } = leaf as Element & { currentCSSZoom: number };
          return Number.parseFloat(getComputedStyle(leaf).fontSize) * currentCSSZoom;
        }),
      );
    };
    return Object.fromEntries(
      Object.entries(texts).map(([name, [host, inside]]) => [name, sizeOf(host, inside)]),
    );
  }, TEXTS);
}
