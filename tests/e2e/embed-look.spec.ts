import { expect, type Frame, type Page, test } from '@playwright/test';
import { hostPage, scrollTo, serveHost, storyAt, storyFrame } from '../support/host-page.ts';

test.use({ viewport: { width: 1000, height: 640 } });

/** Opens an article with a story in it, at the story. */
async function openWith(page: Page, site: string | undefined, attributes: string, style = '') {
  const story = storyAt(site ?? '');
  const embed = `<style>${style}</style><legenda-embed stills story="${story}" ${attributes}></legenda-embed>`;
  const host = await serveHost(hostPage({ site: site ?? '', embed }));
  page.on('close', () => host.close());
  await page.goto(host.url);
  await scrollTo(page, 1400);
  return storyFrame(page);
}

/** The colours and letters of a card, as they are computed. */
const cardOf = (frame: Frame) =>
  frame.locator('story-step#yalu').evaluate((step) => {
    const card = step.shadowRoot?.querySelector('.card') as Element;
    const { backgroundColor, borderTopColor, color, fontFamily } = getComputedStyle(card);
    return { backgroundColor, borderTopColor, color, fontFamily };
  });

const DARK = {
  backgroundColor: 'rgb(33, 29, 25)',
  color: 'rgb(241, 233, 216)',
  borderTopColor: 'rgb(241, 233, 216)',
};

test('the dark theme gives text and cards dark colours', async ({ page, baseURL }) => {
  const frame = await openWith(page, baseURL, 'theme="dark"');
  await expect.poll(() => cardOf(frame)).toMatchObject(DARK);
});

for (const layout of ['scroll', 'steps']) {
  test(`the page’s theme gives the page’s colours and letters, but for odd ones, with the layout ${layout}`, async ({
    page,
    baseURL,
  }) => {
    const style = `legenda-embed { --legenda-paper: rgb(1, 2, 3); --legenda-ink: hsl(120 100% 50%);
      --legenda-soft-ink: url(https://example.org/a.png); --legenda-rule: 12px;
      --legenda-text: "Curlz MT",
        Georgia, serif }`;
    const frame = await openWith(page, baseURL, `theme="page" layout="${layout}"`, style);
    const expected = {
      backgroundColor: 'rgb(1, 2, 3)',
      color: 'rgb(0, 255, 0)',
      fontFamily: '"Curlz MT", Georgia, serif',
    };
    await expect.poll(() => cardOf(frame)).toMatchObject(expected);
    const said = await frame.evaluate(() => {
      const { style } = document.querySelector('map-story') as HTMLElement;
      return ['soft-ink', 'rule'].map((name) => style.getPropertyValue(`--legenda-${name}`));
    });
    expect(said).toEqual(['', '']);
  });
}

test('without a theme the page’s colours stay outside, and parts let in what is set', async ({
  page,
  baseURL,
}) => {
  const style = `legenda-embed { --legenda-paper: rgb(1, 2, 3) }
    legenda-embed::part(full-screen) { color: rgb(4, 5, 6) }`;
  const frame = await openWith(page, baseURL, '', style);
  await frame.waitForFunction(() => document.querySelector('map-story')?.mode === 'embed');
  expect((await cardOf(frame)).backgroundColor).not.toBe('rgb(1, 2, 3)');
  await expect(page.getByRole('button', { name: 'Full screen' })).toHaveCSS(
    'color',
    'rgb(4, 5, 6)',
  );
});

test('parts of the element take the page’s style', async ({ page }) => {
  await page.goto('examples/package.html');
  const card = page.locator('story-step#yalu');
  await card.waitFor({ state: 'attached' });
  const looks = () =>
    card.evaluate((step) => {
      const bar = document.querySelector('map-story')?.shadowRoot?.querySelector('.bar') as Element;
      const { borderTopColor } = getComputedStyle(bar);
      const card = getComputedStyle(step.shadowRoot?.querySelector('.card') as Element);
      return [borderTopColor, card.borderTopColor, card.fontFamily];
    });
  await expect.poll(looks).toEqual(['rgb(29, 78, 74)', 'rgb(29, 78, 74)', 'Georgia, serif']);
});

test('an element that is in no frame says so where its mode is for those', async ({ page }) => {
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  await page.goto('examples/package.html');
  const said = await page.evaluate(async () => {
    const story = document.querySelector('map-story');
    await customElements.whenDefined('map-story');
    const error = new Promise<string>((resolve) => {
      story?.addEventListener('story-error', (event) => resolve((event as CustomEvent).detail));
    });
    story?.setAttribute('mode', 'embed');
    return error;
  });
  expect(said).toContain('no page in a frame');
  await page.evaluate(() => document.querySelector('map-story')?.seek('yalu'));
  await expect
    .poll(() => page.evaluate(() => document.querySelector('map-story')?.playhead?.step))
    .toBe('yalu');
  expect(errors).toEqual([]);
});

test('a part of a story that was made for another version is answered in words', async ({
  page,
  baseURL,
}) => {
  await page.route('**/stalin-korea/story.json', (route) =>
    route.fulfill({ json: { version: 9, steps: [{ id: 'yalu' }, { id: 'seoul' }] } }),
  );
  const frame = await openWith(page, baseURL, 'from="seoul"');
  await frame.waitForFunction(() =>
    document
      .querySelector('map-story')
      ?.shadowRoot?.querySelector('.message')
      ?.textContent?.includes('is not a story that this version'),
  );
  await expect(frame.locator('story-step#yalu')).toBeAttached();
});

test('a frame tells its height to pages that speak AMP or pym.js, and at once', async ({
  page,
  baseURL,
}) => {
  const address = `${storyAt(baseURL ?? '')}?embed&layout=steps&stills&childId=story-1`;
  const embed = `<iframe src="${address}" title="Story" width="100%" height="680"></iframe>`;
  const host = await serveHost(
    hostPage({ site: baseURL ?? '', embed }).replace(/<script.*?<\/script>/, ''),
  );
  await page.addInitScript(() => {
    const heard: unknown[] = [];
    Object.assign(window, { heard });
    addEventListener('message', ({ data, origin }) => heard.push([data, origin]));
  });
  await page.goto(host.url);
  await storyFrame(page);
  const heard = () => page.evaluate(() => (window as unknown as { heard: unknown[] }).heard);
  const { origin } = new URL(baseURL ?? '');
  await expect
    .poll(heard)
    .toContainEqual([{ sentinel: 'amp', type: 'embed-size', height: 620 }, origin]);
  expect(await heard()).toContainEqual(['pymxPYMxstory-1xPYMxheightxPYMx620', origin]);
  await host.close();
});
