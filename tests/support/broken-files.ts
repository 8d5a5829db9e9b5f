import type { Page, Route } from '@playwright/test';

/** What becomes of a file's answer, or of no answer. */
type Break = (route: Route) => Promise<void>;

const PORTAL =
  '<!doctype html><html><title>Sign in</title><body>Welcome to our network.</body></html>';

/** Answers with what the host has, after a change of its bytes. */
const changed =
  (change: (bytes: Buffer) => Buffer): Break =>
  async (route) => {
    const response = await route.fetch();
    const { 'content-length': _, 'content-encoding': __, ...headers } = response.headers();
    await route.fulfill({
      status: response.status(),
      headers,
      body: change(await response.body()),
    });
  };

const flipped = (bytes: Buffer): Buffer => {
  const found = Buffer.from(bytes);
  const at = found.length >> 1;
  found[at] = (found[at] ?? 0) ^ 0x55;
  return found;
};

/** What may be wrong with a file that a page asks for, by a name. */
export const BREAKS = {
  'not there': (route) => route.fulfill({ status: 404, body: 'Not found' }),
  'host in trouble': (route) => route.fulfill({ status: 503, body: 'Try later' }),
  'no connection': (route) => route.abort('failed'),
  'a web page instead': (route) =>
    route.fulfill({ status: 200, contentType: 'text/html', body: PORTAL }),
  'a web page that says it is data': (route) =>
    route.fulfill({ status: 200, contentType: 'application/octet-stream', body: PORTAL }),
  'cut off': changed((bytes) => bytes.subarray(0, bytes.length >> 1)),
  'a byte flipped': changed(flipped),
  empty: changed(() => Buffer.alloc(0)),
} as const satisfies Record<string, Break>;

export type BreakName = keyof typeof BREAKS;

/** Lets the files whose address matches come broken, until what is given is called. */
export async function breakFiles(page: Page, file: RegExp, name: BreakName) {
  const handler = (route: Route): Promise<void> => BREAKS[name](route).catch(() => {});
  await page.context().route(file, handler);
  return () => page.context().unroute(file, handler);
}
