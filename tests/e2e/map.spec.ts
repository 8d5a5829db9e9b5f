import { expect, type Page, test } from '@playwright/test';
import { openBarePage } from '../support/bare-page.ts';
import { graphicsContext, mapCamera } from '../support/map-camera.ts';
import { expectSamePicture } from '../support/pictures.ts';
import { openStory, scrollY, seek, settled, stagePicture, still } from '../support/story-page.ts';
import { dragFinger } from '../support/touch.ts';

test.use({ viewport: { width: 1000, height: 640 }, deviceScaleFactor: 0.5 });

/** A point of the map that no text covers. */
const ON_MAP = { x: 720, y: 260 };

async function dragMap(page: Page): Promise<void> {
  await page.mouse.move(ON_MAP.x, ON_MAP.y);
  await page.mouse.down();
  await page.mouse.move(ON_MAP.x + 90, ON_MAP.y + 60, { steps: 6 });
  await page.mouse.up();
}

const back = (page: Page) => page.getByRole('button', { name: 'Back to the story' });

test.describe('a reader who has dragged the map', () => {
  test('comes back by the button to exactly the frame’s camera and picture', async ({ page }) => {
    await openStory(page);
    const frame = await seek(page, 'yalu', 0.5);
    const picture = await stagePicture(page);
    await expect(back(page)).toBeHidden();

    await dragMap(page);
    await expect(back(page)).toBeVisible();
    expect(await mapCamera(page)).not.toEqual(frame.camera);
    expect((await settled(page)).playhead).toEqual(frame.playhead);

    await back(page).click();
    await expect(back(page)).toBeHidden();
    expect(await settled(page)).toEqual(frame);
    expect(await mapCamera(page)).toEqual(frame.camera);
    await page.mouse.move(1, 1);
    await expectSamePicture(page, [picture, await stagePicture(page)], 'yalu:0.5');
  });

  test('comes back by scrolling on', async ({ page }) => {
    await openStory(page);
    await seek(page, 'yalu', 0.5);
    await dragMap(page);
    await expect(back(page)).toBeVisible();
    await page.mouse.wheel(0, 60);
    await expect(back(page)).toBeHidden();
    const frame = await settled(page);
    expect(await mapCamera(page)).toEqual(frame.camera);
  });
});

test('the reader cannot come nearer than the atlas is drawn', async ({ page }) => {
  await openStory(page);
  await seek(page, 'kuntsevo', 1);
  await page.mouse.move(ON_MAP.x, ON_MAP.y);
  await page.keyboard.down('Control');
  // A single turn of the wheel is the reader's too.
  await page.mouse.wheel(0, -400);
  await expect(back(page)).toBeVisible();
  await expect(async () => {
    for (let i = 0; i < 12; i += 1) await page.mouse.wheel(0, -400);
    expect((await mapCamera(page)).zoom).toBeCloseTo(8, 6);
  }).toPass();
  await page.keyboard.up('Control');
});

test('the wheel over the map scrolls the page and leaves the map to the story', async ({
  page,
}) => {
  await openStory(page, '#yalu');
  const before = await scrollY(page);
  await page.mouse.move(ON_MAP.x, ON_MAP.y);
  await page.mouse.wheel(0, 120);
  await expect.poll(() => scrollY(page)).toBeGreaterThan(before);
  const frame = await settled(page);
  expect(await mapCamera(page)).toEqual(frame.camera);
  await expect(back(page)).toBeHidden();
});

test.describe('on a touch screen', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 760 }, deviceScaleFactor: 1 });

  test('one finger on the map scrolls the page and leaves the map to the story', async ({
    page,
  }) => {
    await openStory(page, '#yalu');
    const before = await scrollY(page);
    await dragFinger(page, { x: 200, y: 330 }, { x: 200, y: 130 });
    await expect.poll(() => scrollY(page)).toBeGreaterThan(before + 100);
    const frame = await settled(page);
    expect(await mapCamera(page)).toEqual(frame.camera);
    await expect(back(page)).toBeHidden();
  });
});

test('a graphics context that is lost and comes back shows a still, then the same picture', async ({
  page,
}) => {
  await openStory(page);
  const frame = await seek(page, 'yalu', 0.5);
  const picture = await stagePicture(page);

  await graphicsContext(page, 'lose');
  await expect(still(page)).toHaveAttribute('data-step', 'yalu');
  await expect(still(page)).toBeVisible();
  await expect(page.getByRole('alert')).toBeEmpty();
  await graphicsContext(page, 'restore');
  await expect(still(page)).toHaveCount(0);
  expect(await settled(page)).toEqual(frame);
  // The map's layers are made anew, and the page mixes them with its own: as with two maps.
  const pictures: [Buffer, Buffer] = [picture, await stagePicture(page)];
  await expectSamePicture(page, pictures, 'yalu:0.5', { levels: 1 });
});

test('where there is neither a still nor a map the stage says that it is being drawn', async ({
  page,
}) => {
  let release: () => void = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/story.json', async (route) => {
    await released;
    await route.continue();
  });
  await openBarePage(page, '<map-story src="./stories/stalin-korea/story.json"></map-story>');
  const loading = page.getByText('Drawing the map');
  await expect(loading).toBeVisible();
  release();
  await expect(still(page)).toBeVisible();
  await expect(loading).toBeHidden();
});

test('a story that cannot be fetched says so, and its text stays', async ({ page }) => {
  await page.route('**/story.json', (route) => route.fulfill({ status: 404 }));
  await page.goto('./stories/stalin-korea/');
  await expect(page.getByRole('alert')).toContainText('The map could not be loaded');
  await expect(page.getByText('Drawing the map')).toBeHidden();
  await expect(page.getByRole('heading', { name: 'Across the Yalu' })).toBeAttached();
});

test('while a story’s file does not come, the still of the step that is read stands beside its text', async ({
  page,
}) => {
  await page.route('**/story.json', (route) => route.fulfill({ status: 404 }));
  await page.goto('./stories/stalin-korea/#yalu');
  await expect(still(page)).toHaveAttribute('data-step', 'yalu');
  await page.evaluate(() => location.assign('#thirty-years'));
  await expect(still(page)).toHaveAttribute('data-step', 'thirty-years');
  await expect(still(page)).toBeVisible();
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
  await expect(still(page)).not.toHaveAttribute('data-step');
  await page.evaluate(() => location.assign('#yalu'));
  await page.unroute('**/story.json');
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await expect(page.getByRole('alert')).toBeEmpty();
  await expect(still(page)).toHaveAttribute('data-step', 'yalu');
});
