import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { readAtlas } from '../../src/cli/read-atlas.ts';
import { legenda } from '../../src/cli/vite-plugin.ts';
import { emitPage } from '../../src/compiler/emit-page.ts';
import { sampleTimeline } from '../../src/core/sample-timeline.ts';
import type { Story } from '../../src/core/story.ts';
import { createTimeline } from '../../src/core/timeline.ts';
import { createViewport } from '../../src/core/viewport.ts';
import { drawStill } from '../../src/still/draw-still.ts';

/** So many attacks are in one page. */
const A_PAGE = 220;

/** Where the made-up pages are, below the site. */
export const FOLDER = 'stories/corpus/';

/** The `Content-Security-Policy` of all that is served; none by default. */
export type Policy = string | undefined;

/** Attacks in as many parts as pages are made of them. */
export const inPages = (vectors: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(vectors.length / A_PAGE) }, (_, i) =>
    vectors.slice(i * A_PAGE, (i + 1) * A_PAGE),
  );

const ATLAS = readAtlas();

/** A still of a story's beginning, with its legend. */
export async function stillOf(story: Story): Promise<string> {
  const timeline = createTimeline(story, createViewport(1280, 800));
  const frame = sampleTimeline(timeline, { step: 'step-0', progress: 1, travel: 0 });
  const atlas = await ATLAS;
  return drawStill(frame, timeline.viewport, {
    story,
    atlas,
    title: story.title,
    credit: story.title,
  });
}

/** Serves files as if they lay in a folder of the site. */
export async function serveFiles(
  page: Page,
  site: string,
  { files, policy }: { files: Record<string, string>; policy: Policy },
): Promise<void> {
  const types = {
    html: 'text/html; charset=utf-8',
    json: 'application/json',
    svg: 'image/svg+xml',
  };
  await page.context().route(`${site}${FOLDER}**`, (route) => {
    const path = new URL(route.request().url()).pathname.split(`/${FOLDER}`)[1] ?? '';
    const body = files[path] ?? (path.startsWith('still/') ? files['still.svg'] : undefined);
    const type = types[path.replace(/^.*\./, '') as keyof typeof types] ?? 'text/plain';
    const headers = { 'content-type': type, ...(policy && { 'content-security-policy': policy }) };
    return body === undefined
      ? route.fulfill({ status: 404, body: '' })
      : route.fulfill({ headers, body: Buffer.from(body) });
  });
}

/** The tags by which a built page loads its script and style. */
export async function builtTags(page: Page): Promise<string> {
  const html = await (await page.request.get('./stories/stalin-korea/')).text();
  return (
    html.match(
      /<(?:script\b[^>]*type="module"[^>]*><\/script>|link\b[^>]*(?:stylesheet|modulepreload)[^>]*>)/g,
    ) ?? []
  ).join('\n');
}

/** The page of a story as the site has it, with the site's script and style. */
export async function pageOf(
  story: Story,
  page: Page,
  { site, still }: { site: string; still: string },
): Promise<string> {
  const html = emitPage(story, {
    storyUrl: './story.json',
    script: 'THE-SCRIPT',
    galleryUrl: '../../',
    credit: story.title,
    head: { site, path: FOLDER },
    cover: still,
    embedScript: '../../embed.js',
  });
  const tags = await builtTags(page);
  return html.replace('<script type="module" src="THE-SCRIPT"></script>', () => tags);
}

/** Opens what is closed on a page, and goes over it with focus and pointer events. */
export async function disturb(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
    const events = [
      'focus',
      'mouseover',
      'pointerenter',
      'animationstart',
      'toggle',
      'error',
      'load',
    ];
    const visit = (root: Document | ShadowRoot): void => {
      for (const element of root.querySelectorAll('*')) {
        for (const name of events) element.dispatchEvent(new Event(name));
        if (element.shadowRoot) visit(element.shadowRoot);
      }
    };
    visit(document);
  });
}

/** The address of the site, as relative addresses have it. */
export async function siteOf(page: Page): Promise<string> {
  const response = await page.request.get('./');
  return response.url();
}

/** The gallery's list of stories, of which the only one is called so. */
export async function galleryOf(title: string): Promise<string> {
  const root = mkdtempSync(join(tmpdir(), 'legenda-corpus-'));
  const words = JSON.stringify(title);
  const step = 'camera: { bounds: [124, 34, 130, 43] }\nalt: Korea.';
  const text = `---\ntitle: ${words}\ndescription: ${words}\n---\n\n## One\n\n\`\`\`step\n${step}\n\`\`\`\n\nProse.\n`;
  mkdirSync(join(root, 'stories/one'), { recursive: true });
  writeFileSync(join(root, 'stories/one/story.md'), text);
  const before = process.cwd();
  process.chdir(root);
  try {
    const { transformIndexHtml } = legenda({ root }) as unknown as {
      transformIndexHtml(html: string): string;
    };
    return await transformIndexHtml('<head></head><body><!--stories--></body>');
  } finally {
    process.chdir(before);
    rmSync(root, { recursive: true });
  }
}
