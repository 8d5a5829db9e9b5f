import type { Page } from '@playwright/test';
import type { Frame } from '../../src/core/frame.ts';
import type { Story } from '../../src/core/story.ts';
import { createViewport, type Viewport } from '../../src/core/viewport.ts';
import type {} from '../../src/elements/define.ts';
import type { MapStage } from '../../src/map/map-stage.ts';
import { openBarePage } from './bare-page.ts';

/** What two drawings of one thing have in common. */
export interface Likeness {
  /** Pixels that either has. */
  drawn: number;
  /** Of 1, those of which the other has no like within two pixels. */
  unlike: number;
  /** How much more ink the second has than the first, of 1. */
  more: number;
}

/** Levels of 255 by which pixels that are alike may differ. */
const LEVELS = 48;

/** Opens a page with a story of which there is only the story's data: no stills, no text. */
export async function openStoryData(page: Page, story: Story): Promise<void> {
  // What runs a script that is not bundled may name the functions in it.
  await page.addInitScript({ content: 'globalThis.__name ??= (value) => value;' });
  await page.route('**/data-only/story.json', (route) => route.fulfill({ json: story }));
  await openBarePage(page, '<map-story src="./data-only/story.json"></map-story>');
  await page.mouse.move(100, 100);
  await page.evaluate(() => document.querySelector('map-story')?.settled());
}

/** The viewport that an open story is shown in. */
export async function viewportOf(page: Page): Promise<Viewport> {
  const [width, height] = await page.evaluate(() => [
    document.querySelector('map-story')!.clientWidth,
    document.documentElement.clientHeight,
  ]);
  return createViewport(width!, height!);
}

/** Draws a frame on the live map with some layers of its style alone, and keeps the picture as `name`. */
export function keepLive(
  page: Page,
  { frame, shown, name }: { frame: Frame; shown: readonly string[]; name: string },
): Promise<void> {
  return page.evaluate(
    async ({ frame, shown, name }) => {
      const root = document.querySelector('map-story')!.renderRoot;
      const stage = root.querySelector('story-stage')!.stage as MapStage;
      const { map } = stage;
      stage.apply(frame);
      for (const id of map.getLayersOrder()) {
        const isShown = shown.includes(id);
        map.setLayoutProperty(id, 'visibility', isShown ? 'visible' : 'none');
      }
      await stage.settled();
      map.redraw();
      const canvas = map.getCanvas();
      const copy = new OffscreenCanvas(canvas.width, canvas.height);
      const context = copy.getContext('2d')!;
      context.drawImage(canvas, 0, 0);
      const all = window as unknown as Record<string, ImageData>;
      all[`kept ${name}`] = context.getImageData(0, 0, copy.width, copy.height);
    },
    { frame, shown, name },
  );
}

/** Draws an SVG with some of its groups alone, and keeps the picture as `name`. */
export function keepStill(
  page: Page,
  { svg, groups, name }: { svg: string; groups: readonly string[]; name: string },
): Promise<void> {
  return page.evaluate(
    async ({ svg, groups, name }) => {
      const root = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
      const wanted = groups.flatMap((group) => [...root.querySelectorAll(`g.${group}`)]);
      const kept = [root.querySelector('defs'), ...wanted];
      for (const element of root.querySelectorAll('*')) {
        const isKept = kept.some((each) => each?.contains(element) || element.contains(each));
        if (!isKept) element.remove();
      }
      const text = new XMLSerializer().serializeToString(root);
      const image = new Image();
      image.src = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
      await image.decode();
      const copy = new OffscreenCanvas(image.width, image.height);
      const context = copy.getContext('2d')!;
      context.drawImage(image, 0, 0);
      URL.revokeObjectURL(image.src);
      const all = window as unknown as Record<string, ImageData>;
      all[`kept ${name}`] = context.getImageData(0, 0, copy.width, copy.height);
    },
    { svg, groups, name },
  );
}

/** Compares two pictures that were kept, which are as large. */
export function likeness(page: Page, a: string, b: string): Promise<Likeness> {
  return page.evaluate(
    ({ a, b, LEVELS }) => {
      const all = window as unknown as Record<string, ImageData>;
      const [one, other] = [all[`kept ${a}`]!, all[`kept ${b}`]!];
      const { width, height } = one;
      if (width !== other.width || height !== other.height) {
        throw new Error(`${width} x ${height} and ${other.width} x ${other.height}`);
      }
      // Times the alpha: of what is not seen the colour does not matter.
      const flat = ({ data }: ImageData): Float32Array =>
        Float32Array.from(data, (value, i) => (i % 4 === 3 ? value : (value * data[i | 3]!) / 255));
      const [from, to] = [flat(one), flat(other)];
      const isLike = (p: Float32Array, q: Float32Array, x: number, y: number): boolean => {
        const at = (y * width + x) * 4;
        for (let dy = -2; dy <= 2; dy += 1) {
          for (let dx = -2; dx <= 2; dx += 1) {
            if (x + dx < 0 || x + dx >= width || y + dy < 0 || y + dy >= height) continue;
            const near = at + (dy * width + dx) * 4;
            let most = 0;
            for (let i = 0; i < 4; i += 1) {
              most = Math.max(most, Math.abs(p[at + i]! - q[near + i]!));
            }
            if (most <= LEVELS) return true;
          }
        }
        return false;
      };
      let [drawn, unlike] = [0, 0];
      for (let y = 0; y < height; y += 1) {
        for (let x = 0; x < width; x += 1) {
          const at = (y * width + x) * 4 + 3;
          if (from[at]! < 8 && to[at]! < 8) continue;
          drawn += 1;
          if (!isLike(from, to, x, y) || !isLike(to, from, x, y)) unlike += 1;
        }
      }
      const ink = (pixels: Float32Array): number =>
        pixels.reduce((sum, value, i) => (i % 4 === 3 ? sum + value : sum), 0);
      const more = drawn > 0 ? ink(to) / ink(from) - 1 : 0;
      return { drawn, unlike: drawn > 0 ? unlike / drawn : 0, more };
    },
    { a, b, LEVELS },
  );
}

/** A kept picture as a PNG on white. */
export async function keptPng(page: Page, name: string): Promise<Buffer> {
  const address = await page.evaluate((name) => {
    const data = (window as unknown as Record<string, ImageData>)[`kept ${name}`]!;
    const canvas = document.createElement('canvas');
    canvas.width = data.width;
    canvas.height = data.height;
    const context = canvas.getContext('2d')!;
    context.putImageData(data, 0, 0);
    context.globalCompositeOperation = 'destination-over';
    context.fillStyle = '#ffffff';
    context.fillRect(0, 0, data.width, data.height);
    return canvas.toDataURL('image/png');
  }, name);
  return Buffer.from(address.split(',')[1] ?? '', 'base64');
}
