import { expect, test } from '@playwright/test';
import { labelMisses } from '../support/label-misses.ts';
import { openStory, seek, stepIds } from '../support/story-page.ts';

const SIZES = [
  { width: 390, height: 844 },
  { width: 1366, height: 768 },
];

for (const viewport of SIZES) {
  const size = `${viewport.width}x${viewport.height}`;

  test(`every place that a step names can be read on the map at ${size}`, async ({ page }) => {
    await page.setViewportSize(viewport);
    await openStory(page);
    const misses: string[] = [];
    let labels = 0;
    for (const step of await stepIds(page)) {
      const frame = await seek(page, step, 1);
      labels += frame.labels.length;
      for (const { id, why } of await labelMisses(page)) misses.push(`${step}: ${id} ${why}`);
    }
    expect(labels, 'labels looked at').toBeGreaterThan(50);
    expect(misses).toEqual([]);
  });
}
