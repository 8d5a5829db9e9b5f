import { writeFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { readAtlas } from '../../src/cli/read-atlas.ts';
import { sampleTimeline } from '../../src/core/sample-timeline.ts';
import { createTimeline } from '../../src/core/timeline.ts';
import { drawStill } from '../../src/still/draw-still.ts';
import {
  keepLive,
  keepStill,
  keptPng,
  likeness,
  openStoryData,
  viewportOf,
} from '../support/layer-pictures.ts';
import { createStyledStory, STYLED } from '../support/styled-story.ts';

test.use({ viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1 });

test('case 17: a still draws each feature as the live map does', async ({ page }) => {
  const story = createStyledStory();
  const atlas = { ...(await readAtlas()), labels: [] };
  await openStoryData(page, story);
  const viewport = await viewportOf(page);
  const timeline = createTimeline(story, viewport);
  const frame = sampleTimeline(timeline, { step: 'styled', progress: 1, travel: 0 });
  const svg = drawStill(frame, viewport, { story, atlas });
  const rows = [];
  for (const id of STYLED) {
    await keepLive(page, { frame, shown: [`story-${id}`], name: 'live' });
    await keepStill(page, { svg, groups: [id === 'texts' ? 'names' : id], name: 'still' });
    rows.push({ id, ...(await likeness(page, 'live', 'still')) });
    for (const name of ['live', 'still']) {
      if (process.env.KEEP)
        await writeFile(`${process.env.KEEP}/${id}-${name}.png`, await keptPng(page, name));
    }
  }
  console.log(rows);
  expect(rows.filter(({ unlike }) => unlike > 0.01)).toEqual([]);
});
