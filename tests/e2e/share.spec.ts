import { expect, type Page, test } from '@playwright/test';
import { DOMParser } from '@xmldom/xmldom';
import sharp from 'sharp';
import { serve } from '../../scripts/serve.ts';
import {
  hostPage,
  STRICT_POLICY,
  serveHost,
  settledIn,
  storyAt,
  storyFrame,
} from '../support/host-page.ts';
import { openWithStills } from '../support/save-data.ts';
import { download, openSharing, shareButton } from '../support/sharing.ts';
import { openStory, playheadOf, settled } from '../support/story-page.ts';
import { violations } from '../support/violations.ts';

test.use({ viewport: { width: 1000, height: 700 } });

/** Shows code from the dialog in a page of another origin, which has no script of its own. */
async function showElsewhere(page: Page, site: string, code: string) {
  const html = hostPage({ site, embed: code }).replace(
    /<script type="module" src="[^>]*><\/script>/,
    '',
  );
  const host = await serveHost(html);
  await page.goto(host.url);
  await page.evaluate(() => window.scrollTo(0, 1600));
  const frame = await storyFrame(page);
  const settledFrame = await settledIn(frame);
  return { host, frame, settledFrame };
}

test('the dialog opens by the button and by keyboard, closes, and gives the focus back', async ({
  page,
}) => {
  await openWithStills(page, '#yalu');
  const before = await playheadOf(page);
  const button = shareButton(page);
  for (const close of ['Escape', 'Close']) {
    await button.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Share and embed' });
    await expect(dialog.getByRole('button', { name: 'Close' })).toBeFocused();
    await page.keyboard.press('j');
    await page.keyboard.press(close === 'Escape' ? 'Escape' : 'Enter');
    await expect(dialog).toBeHidden();
    await expect(button).toBeFocused();
  }
  await expect(page.locator('story-sharing')).toHaveCount(0);
  expect((await settled(page)).playhead).toEqual(before);
});

test('the link opens the step, and can be copied', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openWithStills(page, '?x=1#yalu');
  const dialog = await openSharing(page);
  const field = dialog.getByRole('textbox', { name: 'Link to this step' });
  const link = await field.inputValue();
  expect(link).toMatch(/\/stories\/stalin-korea\/#yalu$/);
  await dialog.getByRole('button', { name: 'Copy: Link to this step' }).click();
  await expect(dialog.getByText('Copied.')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link);
  await page.goto(link);
  expect((await settled(page)).step).toBe('yalu');
});

test('without a clipboard the link is selected', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
  });
  await openWithStills(page, '#yalu');
  const dialog = await openSharing(page);
  await dialog.getByRole('button', { name: 'Copy: Link to this step' }).click();
  await expect(dialog.getByText('It is selected')).toBeVisible();
  const field = dialog.getByRole('textbox', { name: 'Link to this step' });
  await expect(field).toBeFocused();
  const selected = await field.evaluate((input: HTMLInputElement) => [
    input.selectionStart,
    input.selectionEnd,
    input.value.length,
  ]);
  expect(selected).toEqual([0, selected[2], selected[2]]);
});

test('the code for our script shows the story in another page, from one step to another', async ({
  page,
  baseURL,
}) => {
  await openWithStills(page, '#yalu');
  const dialog = await openSharing(page);
  await dialog.getByLabel('First step').selectOption('yalu');
  await dialog.getByLabel('Colours').selectOption('dark');
  const code = await dialog.getByRole('textbox', { name: 'Code to embed' }).inputValue();
  expect(code).toContain(`story="${storyAt(baseURL ?? '')}"`);
  expect(code).toContain('from="yalu" theme="dark"');
  const { host, frame, settledFrame } = await showElsewhere(page, baseURL ?? '', code);
  expect(settledFrame.step).toBe('yalu');
  expect(await frame.evaluate(() => document.querySelector('map-story')?.mode)).toBe('embed');
  expect(await frame.locator('story-step').first().getAttribute('id')).toBe('yalu');
  await host.close();
});

test('the code for a plain frame shows the story there, with a link to the story itself', async ({
  page,
  baseURL,
}) => {
  await openWithStills(page, '#yalu');
  const dialog = await openSharing(page);
  await dialog.getByRole('radio', { name: 'A plain frame' }).check();
  await dialog.getByLabel('Still maps only').check();
  const code = await dialog.getByRole('textbox', { name: 'Code to embed' }).inputValue();
  expect(code).toMatch(/^<iframe src="[^"]*\?embed&amp;layout=steps&amp;stills"/);
  const { host, frame } = await showElsewhere(page, baseURL ?? '', code);
  expect(await frame.evaluate(() => document.querySelector('map-story')?.mode)).toBe('steps');
  await expect(frame.getByRole('button', { name: 'Share', exact: true })).toBeHidden();
  await frame.getByRole('button', { name: 'Next step' }).click();
  const { step } = await settledIn(frame);
  const link = frame.getByRole('link', { name: 'Open the story' });
  await expect(link).toHaveAttribute('href', `${storyAt(baseURL ?? '')}#${step}`);
  const [opened] = await Promise.all([page.waitForEvent('popup'), link.click()]);
  expect((await settled(opened)).step).toBe(step);
  // An ordinary page, which the frame's sandbox does not hold: it may download.
  await openSharing(opened);
  expect((await download(opened, 'SVG')).bytes.length).toBeGreaterThan(20_000);
  await host.close();
});

test('a way to embed is asked for what it knows, and the ends stay in order', async ({ page }) => {
  await openWithStills(page);
  const dialog = await openSharing(page);
  const code = dialog.getByRole('textbox', { name: 'Code to embed' });
  await dialog.getByLabel('Last step').selectOption('yalu');
  await dialog.getByLabel('First step').selectOption('armistice');
  await expect(code).toHaveValue(/from="armistice"/);
  await expect(code).not.toHaveValue(/ to=/);
  await dialog.getByRole('radio', { name: 'An element' }).check();
  await expect(dialog.getByLabel('First step')).toHaveCount(0);
  await dialog.getByLabel('Still maps only').check();
  await expect(code).toHaveValue(/<map-story src="[^"]*story\.json" stills>/);
});

test('the preview is the story in a frame, loaded once it is asked for', async ({ page }) => {
  await openWithStills(page, '#yalu');
  const dialog = await openSharing(page);
  expect(page.frames()).toHaveLength(1);
  await dialog.getByText('Preview', { exact: true }).click();
  const frame = await storyFrame(page);
  await settledIn(frame);
  expect(new URL(frame.url()).search).toBe('?embed&layout=steps');
  const length = await page.evaluate(() => history.length);
  await dialog.getByLabel('Still maps only').check();
  await expect.poll(() => page.frames().at(-1)?.url()).toContain('stills');
  expect(await page.evaluate(() => history.length)).toBe(length);
});

test('the picture of the step is downloaded as SVG, which is whole by itself', async ({ page }) => {
  await openWithStills(page, '#yalu');
  await openSharing(page);
  const { name, bytes } = await download(page, 'SVG');
  expect(name).toBe('stalin-korea-yalu.svg');
  const text = bytes.toString('utf8');
  const root = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
  expect(root?.getAttribute('width')).toBe('1280');
  expect(root?.getElementsByTagName('title')[0]?.textContent).not.toBe('');
  // Date, legend, scale and credit.
  expect(text).toContain('class="furniture"');
  expect(text).not.toMatch(/var\(|image\/webp|<style|href="https?:/);
  const { channels } = await sharp(bytes).stats();
  expect(Math.max(...channels.slice(0, 3).map(({ stdev }) => stdev))).toBeGreaterThan(15);
});

test('the picture of the step is downloaded as PNG, twice as large and not blank', async ({
  page,
}) => {
  await openWithStills(page, '#yalu');
  const dialog = await openSharing(page);
  const { name, bytes } = await download(page, 'PNG');
  expect(name).toBe('stalin-korea-yalu.png');
  const picture = sharp(bytes);
  expect(await picture.metadata()).toMatchObject({ format: 'png', width: 2560, height: 1600 });
  const ofMap = await picture.stats();
  expect(Math.max(...ofMap.channels.slice(0, 3).map(({ stdev }) => stdev))).toBeGreaterThan(15);
  // Where the credit stands there are dark letters.
  const credit = { left: 1280, top: 1600 - 200, width: 1200, height: 60 };
  const { channels } = await sharp(await picture.extract(credit).toBuffer()).stats();
  expect(channels[0]?.min).toBeLessThan(110);
  await expect(dialog.getByText('The PNG is in your downloads.')).toBeVisible();
});

test('all of it works under a strict policy', async ({ page }) => {
  const broken: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) broken.push(message.text());
  });
  // The preview is a frame of the same host.
  const site = await serve({ port: 0, policy: STRICT_POLICY });
  await page.goto(`${site.url}stories/stalin-korea/#yalu`);
  await settled(page);
  const dialog = await openSharing(page);
  for (const kind of ['SVG', 'PNG'] as const) {
    expect((await download(page, kind)).bytes.length).toBeGreaterThan(20_000);
  }
  await dialog.getByText('Preview', { exact: true }).click();
  await settledIn(await storyFrame(page));
  expect(broken).toEqual([]);
  await site.close();
});

for (const viewport of [
  { width: 1366, height: 768 },
  { width: 390, height: 844 },
  // A window of 640 by 512 at 200 per cent.
  { width: 320, height: 256 },
]) {
  test(`axe finds nothing in the dialog at ${viewport.width}x${viewport.height}, and all of it fits`, async ({
    page,
  }) => {
    await page.setViewportSize(viewport);
    await openStory(page, '#yalu');
    const dialog = await openSharing(page);
    expect(await violations(page)).toEqual([]);
    const [room, content] = await dialog.evaluate(({ clientWidth, scrollWidth }) => [
      clientWidth,
      scrollWidth,
    ]);
    expect(content).toBe(room);
    const small = await dialog
      .getByRole('button')
      .or(dialog.getByRole('combobox'))
      .evaluateAll((all) => all.map((each) => each.getBoundingClientRect().height));
    expect(Math.min(...small)).toBeGreaterThanOrEqual(24);
  });
}

for (const viewport of [
  { width: 1366, height: 768 },
  { width: 390, height: 844 },
]) {
  test(`the button has a place of its own in the bar at ${viewport.width}x${viewport.height}`, async ({
    page,
  }) => {
    await page.setViewportSize(viewport);
    await openStory(page, '#yalu');
    const share = await shareButton(page).boundingBox();
    const table = await page.getByRole('button', { name: 'Table' }).boundingBox();
    expect(Math.min(share?.width ?? 0, share?.height ?? 0)).toBeGreaterThanOrEqual(24);
    expect(share?.x).toBeGreaterThanOrEqual((table?.x ?? 0) + (table?.width ?? 0));
    expect((share?.x ?? 0) + (share?.width ?? 0)).toBeLessThanOrEqual(viewport.width);
  });
}
