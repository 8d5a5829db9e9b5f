import { writeFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';

/** How many pixels of two PNGs differ by more than `levels`; `Infinity` where their sizes differ. */
function differingPixels(page: Page, a: Buffer, b: Buffer, levels: number): Promise<number> {
  const urls = [a, b].map((png) => `data:image/png;base64,${png.toString('base64')}`);
  const compare = async ({ urls, levels }: { urls: string[]; levels: number }) => {
    const [one, two] = await Promise.all(
      urls.map(async (url) => {
        const image = new Image();
        image.src = url;
        await image.decode();
        const canvas = new OffscreenCanvas(image.width, image.height);
        const context = canvas.getContext('2d');
        context?.drawImage(image, 0, 0);
        return context?.getImageData(0, 0, image.width, image.height);
      }),
    );
    if (!one || !two || one.width !== two.width || one.height !== two.height) return Infinity;
    const pixels = new Set<number>();
    one.data.forEach((value, i) => {
      if (Math.abs(value - (two.data[i] ?? 0)) > levels) pixels.add(i >> 2);
    });
    return pixels.size;
  };
  return page.evaluate(compare, { urls, levels });
}

/**
 * Expects two PNGs to show the same to the last pixel; attaches both where they do not. Two maps pack
 * their letters in the order in which they came, and so may differ by one of 255 `levels` at an edge.
 */
export async function expectSamePicture(
  page: Page,
  pair: [Buffer, Buffer],
  name: string,
  { levels = 0 } = {},
) {
  if (pair[0].equals(pair[1])) return;
  const pixels = await differingPixels(page, ...pair, levels);
  if (pixels > 0) {
    for (const [i, what] of (['expected', 'received'] as const).entries()) {
      const path = test.info().outputPath(`${name.replace(/[^\w-]+/g, '-')}-${what}.png`);
      await writeFile(path, pair[i] ?? '');
      await test.info().attach(`${name}, ${what}`, { path });
    }
  }
  expect.soft(pixels, `${name}: pixels that differ`).toBe(0);
}
