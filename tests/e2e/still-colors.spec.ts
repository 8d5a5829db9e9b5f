import { expect, test } from '@playwright/test';
import { palette } from '../../src/core/palette.ts';
import { STORY } from '../support/story-page.ts';

/** A palette for a dark page. */
const DARK: Readonly<Record<string, string>> = {
  paper: 'rgb(20, 24, 28)',
  land: 'rgb(38, 44, 46)',
  sea: 'rgb(14, 28, 36)',
  ink: 'rgb(236, 230, 214)',
  'soft-ink': 'rgb(181, 172, 152)',
  rule: 'rgb(74, 74, 66)',
  water: 'rgb(111, 157, 179)',
  coast: 'rgb(143, 169, 176)',
  border: 'rgb(194, 116, 130)',
  north: 'rgb(224, 112, 95)',
  south: 'rgb(111, 178, 214)',
  neutral: 'rgb(207, 198, 176)',
};

const STYLE = `body { margin: 0; ${Object.entries(DARK)
  .map(([name, color]) => `--legenda-${name}: ${color};`)
  .join(' ')} } .heights { display: none }`;

test.use({ viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1 });

for (const step of ['yalu', 'kims-plan']) {
  test(`the still of ${step} takes a dark palette from the page that it stands in`, async ({
    page,
    request,
  }) => {
    const svg = await (await request.get(`${STORY}still/${step}.svg`)).text();
    await page.setContent(`<style>${STYLE}</style>${svg}`);
    const used = await page.locator('svg').evaluate((root) => {
      const colors = new Set<string>();
      for (const element of root.querySelectorAll('[fill], [stroke], [stop-color]')) {
        const { fill, stroke, stopColor } = getComputedStyle(element);
        if (element.hasAttribute('fill')) colors.add(fill);
        if (element.hasAttribute('stroke')) colors.add(stroke);
        if (element.hasAttribute('stop-color')) colors.add(stopColor);
      }
      return [...colors];
    });
    const known = Object.values(palette).map((hex) => {
      const parts = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
      return `rgb(${parts.join(', ')})`;
    });
    expect(used).toEqual(expect.arrayContaining([DARK.paper, DARK.land, DARK.sea, DARK.coast]));
    expect(used.filter((color) => known.includes(color))).toEqual([]);
  });
}
