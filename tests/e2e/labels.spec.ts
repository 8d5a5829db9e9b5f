import { expect, type Page, test } from '@playwright/test';
import type { PlaceNames } from '../../src/core/place-names.ts';
import { labelMisses } from '../support/label-misses.ts';
import { openStory, seek, stepIds } from '../support/story-page.ts';

const SIZES = [
  { width: 390, height: 844 },
  { width: 1366, height: 768 },
];

/** The name of arms gives way where a place is named; it is never cut, nor under anything. */
const givesWay = (id: string, why: string): boolean =>
  id.startsWith('unit:') && why === 'not drawn';

/** What a reader cannot read of the names of any step, written in a form. */
async function missesOf(page: Page, names: PlaceNames): Promise<string[]> {
  await openStory(page);
  await page.evaluate(
    (names) => document.querySelector('map-story')?.setAttribute('place-names', names),
    names,
  );
  const misses: string[] = [];
  let labels = 0;
  for (const step of await stepIds(page)) {
    const frame = await seek(page, step, 1);
    expect(frame.placeNames).toBe(names);
    labels += frame.labels.length;
    for (const { id, why } of await labelMisses(page)) {
      if (!givesWay(id, why)) misses.push(`${step}: ${id} ${why}`);
    }
  }
  expect(labels, 'labels looked at').toBeGreaterThan(50);
  return misses;
}

for (const viewport of SIZES) {
  const size = `${viewport.width}x${viewport.height}`;

  // The narrow map is the one with little room.
  const often = viewport.width < 720 ? '' : ' @long';
  test(`every place that a step names can be read on the map at ${size}${often}`, async ({
    page,
  }) => {
    await page.setViewportSize(viewport);
    expect(await missesOf(page, 'period')).toEqual([]);
  });

  for (const names of ['modern', 'ko', 'zh', 'ru'] as const) {
    test(`every place that a step names can be read at ${size} in ${names} @long`, async ({
      page,
    }) => {
      await page.setViewportSize(viewport);
      expect(await missesOf(page, names)).toEqual([]);
    });
  }
}
