import type { Page } from '@playwright/test';
import type {} from '../../src/elements/define.ts';
import type { MapStage } from '../../src/map/map-stage.ts';

/** What of a picture is compared: the class of its group in a still, and the layers of the live map. */
export const COMPARED = {
  front: { group: 'front', layers: ['story-front'] },
  coast: { group: 'coast', layers: ['atlas-coast'] },
  marks: { group: 'place-marks', layers: ['story-place-marks'] },
} as const;

/** One of {@link COMPARED}. */
export type ComparedPart = keyof typeof COMPARED;

/** How far two drawings of one thing lie apart, CSS pixels. */
export interface Distance {
  /** From 99 of 100 drawn pixels of either to the nearest of the other. */
  most: number;
  /** From all of them. */
  all: number;
}

/** Farther than this is not measured. */
const FAR = 12;

/** The opacity of each pixel, 0 to 255, of some layers of the live map's present picture. */
function liveMask(page: Page, layers: readonly string[]): Promise<number[]> {
  return page.evaluate(async (shown) => {
    const root = document.querySelector('map-story')?.shadowRoot;
    const stage = root!.querySelector('story-stage')!.stage as MapStage;
    const { map } = stage;
    const others = map.getLayersOrder().filter((id) => !shown.includes(id));
    const before = others.map((id) => map.getLayoutProperty(id, 'visibility'));
    for (const id of others) map.setLayoutProperty(id, 'visibility', 'none');
    map.redraw();
    const canvas = map.getCanvas();
    const copy = new OffscreenCanvas(canvas.width, canvas.height);
    const context = copy.getContext('2d');
    context?.drawImage(canvas, 0, 0);
    const { data } = context!.getImageData(0, 0, copy.width, copy.height);
    others.forEach((id, i) => {
      map.setLayoutProperty(id, 'visibility', before[i] ?? 'visible');
    });
    // A source that nothing used for a moment has to load its tiles again.
    await stage.settled();
    return Array.from({ length: data.length / 4 }, (_, i) => data[i * 4 + 3]!);
  }, layers);
}

/** The opacity of each pixel, 0 to 255, of a group of a still. */
function stillMask(page: Page, svg: string, group: string): Promise<number[]> {
  return page.evaluate(
    async ({ svg, group }) => {
      const root = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
      const kept = [root.querySelector('defs'), ...root.querySelectorAll(`g.${group}`)];
      for (const element of root.querySelectorAll('*')) {
        const isKept = kept.some((each) => each?.contains(element) || element.contains(each));
        if (!isKept) element.remove();
      }
      const text = new XMLSerializer().serializeToString(root);
      const image = new Image();
      image.src = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
      await image.decode();
      const copy = new OffscreenCanvas(image.width, image.height);
      const context = copy.getContext('2d');
      context?.drawImage(image, 0, 0);
      const { data } = context!.getImageData(0, 0, copy.width, copy.height);
      return Array.from({ length: data.length / 4 }, (_, i) => data[i * 4 + 3]!);
    },
    { svg, group },
  );
}

/** A pixel as opaque as this is drawn. */
const DRAWN = 90;
/** One that is as opaque as this may be what is drawn in the other: lines grow thin at a globe's edge. */
const TOUCHED = 20;

/** From each drawn pixel of one to the nearest touched one of the other, CSS pixels, up to {@link FAR}. */
function distances(from: readonly number[], to: readonly number[], width: number): number[] {
  const around = Array.from({ length: 2 * FAR + 1 }, (_, i) => i - FAR)
    .flatMap((dy) => Array.from({ length: 2 * FAR + 1 }, (_, i) => [i - FAR, dy] as const))
    .map(([dx, dy]) => ({ dx, dy, far: Math.hypot(dx, dy) }))
    .sort((a, b) => a.far - b.far);
  return from.flatMap((opacity, pixel) => {
    if (opacity < DRAWN) return [];
    const x = pixel % width;
    const near = around.find(
      ({ dx, dy }) =>
        x + dx >= 0 && x + dx < width && (to[pixel + dx + dy * width] ?? 0) >= TOUCHED,
    );
    return near ? near.far : FAR;
  });
}

/**
 * How far a part of a still lies from the same part of the live map's present picture, which has
 * settled. `undefined` where neither has any of it.
 */
export async function stillDistance(
  page: Page,
  { svg, part, width }: { svg: string; part: ComparedPart; width: number },
): Promise<Distance | undefined> {
  const { group, layers } = COMPARED[part];
  const live = await liveMask(page, layers);
  const still = await stillMask(page, svg, group);
  const apart = [...distances(live, still, width), ...distances(still, live, width)];
  if (apart.length === 0) return undefined;
  apart.sort((a, b) => a - b);
  return { most: apart[Math.floor(apart.length * 0.99)] ?? FAR, all: apart.at(-1) ?? FAR };
}
