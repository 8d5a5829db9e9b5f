import type { Page } from '@playwright/test';

/** The script and style tags of a built story page, with addresses that work from the site's root. */
async function builtTags(page: Page): Promise<string> {
  const response = await page.request.get('./stories/stalin-korea/');
  const html = await response.text();
  const tags = html.match(/<(?:script\b[^>]*><\/script>|link\b[^>]*>)/g) ?? [];
  return tags.join('\n').replaceAll('../../assets/', './assets/');
}

/**
 * Opens a page of our own at the site's root, with the built site's script and style and with
 * `body`, as an author without our build would write it.
 */
export async function openBarePage(page: Page, body: string): Promise<void> {
  const tags = await builtTags(page);
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Bare</title>
${tags}</head><body>${body}</body></html>`;
  // A window that the page opens is this page too.
  await page
    .context()
    .route(/\/bare\.html/, (route) =>
      route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }),
    );
  await page.goto('./bare.html');
  // The built script waits until the page has been seen.
  await page.evaluate(() => customElements.whenDefined('map-story').then(() => {}));
}
