import { expect, test } from '@playwright/test';
import { readAtlas } from '../../src/cli/read-atlas.ts';
import { compareStep, comparisonLine, farApart, storyThing } from '../support/compare-styled.ts';
import { createFarStory, createVoyageStory, FAR_THINGS } from '../support/far-story.ts';
import { openStoryData } from '../support/layer-pictures.ts';
import { createStyledStory, STYLED } from '../support/styled-story.ts';

test.use({ viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1 });

test('case 17: a still draws each feature as the live map does', async ({ page }) => {
  const story = createStyledStory();
  await openStoryData(page, story);
  const atlas = await readAtlas();
  const found = await compareStep(page, { story, step: 'styled', atlas }, STYLED.map(storyThing));
  console.log(found.map(comparisonLine).join('\n'));
  expect(found.filter(({ drawn }) => drawn < 1000)).toEqual([]);
  expect(farApart(found)).toEqual([]);
});

test('case 6: a route over the antimeridian is drawn on both sides of it', async ({ page }) => {
  const story = createVoyageStory();
  await openStoryData(page, story);
  const atlas = await readAtlas();
  const route = { name: 'route', shown: ['story-voyage'], groups: ['route'] };
  for (const { id: step } of story.steps) {
    const [found] = await compareStep(page, { story, step, atlas }, [route]);
    console.log(comparisonLine({ ...found!, name: step }));
    expect.soft(found?.drawn, step).toBeGreaterThan(1000);
    expect.soft(found?.unlike, step).toBeLessThan(0.05);
  }
});

/** Windows, and the steps that are looked at; none: all of them. */
const WORLDS = [
  { width: 390, height: 844, steps: ['fit', 'zoom-1.3'], tag: '' },
  { width: 390, height: 844, steps: [], tag: ' @long' },
  { width: 320, height: 256, steps: [], tag: ' @long' },
  { width: 1280, height: 800, steps: [], tag: ' @long' },
];

for (const { width, height, steps, tag } of WORLDS) {
  test.describe(`in ${width} x ${height}`, () => {
    test.use({ viewport: { width, height } });

    test(`case 8: the still of the whole world is the live map’s picture${tag}`, async ({
      page,
    }) => {
      const story = createFarStory();
      await openStoryData(page, story);
      const atlas = await readAtlas();
      const wanted = steps.length > 0 ? steps : story.steps.map(({ id }) => id);
      for (const step of wanted) {
        const found = await compareStep(page, { story, step, atlas }, FAR_THINGS);
        console.log([step, ...found.map(comparisonLine)].join('\n'));
        expect.soft(found.find(({ name }) => name === 'zones')?.drawn).toBeGreaterThan(5000);
        expect.soft(farApart(found), step).toEqual([]);
      }
    });
  });
}
