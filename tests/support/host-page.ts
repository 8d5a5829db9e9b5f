import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page, Frame as PageFrame } from '@playwright/test';
import { PAGE_POLICY } from '../../src/cli/content-policy.ts';
import type { Frame } from '../../src/core/frame.ts';

/** The policy that hosts are recommended. */
export const STRICT_POLICY = PAGE_POLICY;

/** A page of another origin. */
export interface HostServer {
  url: string;
  close: () => Promise<void>;
}

/** What else a host page's server says. */
export interface ServeHostOptions {
  /** The page's `Content-Security-Policy`; default none. */
  policy?: string;
  /** The name of the host; default another one than that of the stories, whose frames are then of another site. */
  name?: string | undefined;
}

/** Serves one HTML page, on an origin of its own. */
export async function serveHost(
  html: string,
  { policy, name = 'localhost' }: ServeHostOptions = {},
): Promise<HostServer> {
  const server = createServer((_, response) => {
    if (policy) response.setHeader('content-security-policy', policy);
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(html);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((done) => {
      server.close(() => done());
      server.closeAllConnections();
    });
  return { url: `http://${name}:${port}/`, close };
}

/** What a host page has beside its frames. */
export interface HostPageOptions {
  /** Address of the built site. */
  site: string;
  /** HTML between the article's two parts; default a `<legenda-embed>`. */
  embed?: string;
}

/** The address of the story that tests embed. */
export const storyAt = (site: string): string => new URL('stories/stalin-korea/', site).href;

/** An article with a story in it. */
export function hostPage({ site, embed }: HostPageOptions): string {
  const script = new URL('embed.js', site).href;
  const story = embed ?? `<legenda-embed story="${storyAt(site)}"></legenda-embed>`;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Article</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">
<style nonce="page">body { margin: 0; font: 16px/1.5 serif } .room { height: 1400px }</style>
<script type="module" src="${script}"></script></head>
<body><div class="room" id="before">Before.</div>${story}<div class="room" id="after">After.</div></body></html>`;
}

/** Whether a frame's document has the element of stories; `false` too where the frame is gone, or another is on its way. */
const hasStory = (frame: PageFrame): Promise<boolean> =>
  frame.evaluate(() => customElements.get('map-story') !== undefined).catch(() => false);

/**
 * The frame in which a story is, once there is one: the `index`th of the page, whose address has `option`.
 * A frame that is replaced meanwhile gives way to the one that comes for it.
 */
export async function storyFrame(page: Page, index = 0, option = 'embed'): Promise<PageFrame> {
  for (;;) {
    const frames = page.frames().filter((frame) => frame.url().includes('embed'));
    const frame = frames[index];
    if (frame?.url().includes(option) && (await hasStory(frame)) && !frame.isDetached()) {
      return frame;
    }
    // Frames out of sight draw nothing that could be waited for.
    await page.waitForTimeout(50);
  }
}

/** Waits until the story in a frame shows where the reader is, and gives that frame of it. */
export function settledIn(frame: PageFrame): Promise<Frame> {
  return frame.evaluate(async () => {
    const story = document.querySelector('map-story');
    if (!story) throw new Error('The frame has no story.');
    return story.settled();
  });
}

/** How high the frame of the page's first embedded story is. */
export const frameHeight = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      document.querySelector('legenda-embed')?.shadowRoot?.querySelector('iframe')?.offsetHeight ??
      0,
  );

/** Scrolls a page in one jump, and waits until it has told its frames. */
export const scrollTo = (page: Page, top: number): Promise<void> =>
  page.evaluate(async (top) => {
    window.scrollTo({ top, behavior: 'instant' });
    // It is told with the next picture, on the way to which frames draw theirs.
    for (let i = 0; i < 2; i += 1) await new Promise(requestAnimationFrame);
  }, top);

/** Notes, from before the page's first script, what embedded stories tell their page. */
export async function notesEvents(page: Page): Promise<() => Promise<[string, unknown][]>> {
  await page.addInitScript(() => {
    const told: unknown[] = [];
    Object.assign(window, { told });
    for (const type of ['story-step', 'story-dwell', 'story-end']) {
      document.addEventListener(type, (event) => told.push([type, (event as CustomEvent).detail]));
    }
  });
  return () => page.evaluate(() => (window as unknown as { told: [string, unknown][] }).told);
}
