import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Page } from '@playwright/test';
import type {} from '../src/elements/define.ts';
import { CHROMIUM_FLAGS, findBrowser } from '../tests/support/find-browser.ts';
import { ROOT } from './packages.ts';
import { serve } from './serve.ts';

/**
 * `npm run screenshots`: a picture of every step of a built story, to be looked at.
 *
 *   --embed examples/news-page.html --sizes …: instead the page's first embedded story, at its start, middle and end
 *   --slug stalin-korea --sizes 390x844,1366x768,1920x1080 --steps yalu,chosin --at 0,0.5,1 --names period,ko
 */

async function stepIds(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    await customElements.whenDefined('map-story');
    const story = document.querySelector('map-story');
    await story?.settled();
    return story?.story?.steps.map(({ id }) => id) ?? [];
  });
}

interface Shot {
  id: string;
  progress: number;
  /** A form of the names, or nothing for the story's own. */
  names: string;
  path: string;
}

async function shoot(page: Page, place: Shot) {
  await page.evaluate(async ({ id, progress, names }) => {
    const story = document.querySelector('map-story');
    story?.setAttribute('place-names', names);
    await story?.updateComplete;
    story?.seek(id, progress);
    await story?.settled();
  }, place);
  await page.screenshot({ path: place.path });
}

/** Pictures of a page with an embedded story, as a reader scrolls through it. */
async function shootEmbedded(page: Page, folder: string): Promise<void> {
  for (const [i, part] of [-0.1, 0, 0.5, 1, 1.1].entries()) {
    await page.evaluate((part) => {
      const embed = document.querySelector('legenda-embed, iframe[src*="embed"]');
      const { top = 0, height = 0 } = embed?.getBoundingClientRect() ?? {};
      const { clientHeight } = document.documentElement;
      const way = part * (height - clientHeight);
      const beyond = Math.max(-clientHeight / 2, Math.min(way, height - clientHeight / 2));
      window.scrollTo({ top: scrollY + top + beyond, behavior: 'instant' });
    }, part);
    // The frame takes its height, and the story its place, as a reader would see it.
    await page.mouse.move(300, 300 + i);
    await page.waitForTimeout(4000);
    const path = join(folder, `embed-${i}.png`);
    await page.screenshot({ path });
    console.log(path);
  }
}

const { values } = parseArgs({
  options: {
    slug: { type: 'string', default: 'stalin-korea' },
    sizes: { type: 'string', default: '390x844,1366x768,1920x1080' },
    steps: { type: 'string', default: '' },
    at: { type: 'string', default: '1' },
    names: { type: 'string', default: '' },
    embed: { type: 'string', default: '' },
    dist: { type: 'string', default: join(ROOT, 'dist') },
    out: { type: 'string', default: join(ROOT, 'screenshots') },
  },
});

const parts = values.at.split(',').map(Number);
if (!parts.every((part) => part >= 0 && part <= 1)) {
  throw new Error(`--at ${values.at}: give how much of a step has been read, such as 0,0.5,1.`);
}
const server = await serve({ folder: values.dist, port: 0 });
const browser = await chromium.launch({
  executablePath: findBrowser(),
  args: [...CHROMIUM_FLAGS],
});
for (const size of values.sizes.split(',')) {
  const [width = 1366, height = 768] = size.split('x').map(Number);
  const page = await browser.newPage({ viewport: { width, height } });
  page.on('console', (message) => {
    if (message.type() === 'error') console.error(`${size}: ${message.text()}`);
  });
  page.on('pageerror', (error) => console.error(`${size}: ${error.message}`));
  if (values.embed) {
    await page.goto(`${server.url}${values.embed}`);
    await shootEmbedded(page, join(values.out, size));
    await page.close();
    continue;
  }
  await page.goto(`${server.url}stories/${values.slug}/`);
  const all = await stepIds(page);
  const wanted = values.steps ? values.steps.split(',') : all;
  mkdirSync(join(values.out, size), { recursive: true });
  if (!values.steps) await page.screenshot({ path: join(values.out, size, '00-opening.png') });
  const forms = values.names.split(',');
  for (const [id, names] of wanted.flatMap((id) => forms.map((form) => [id, form] as const))) {
    const number = String(all.indexOf(id) + 1).padStart(2, '0');
    for (const progress of parts) {
      const part = parts.length > 1 ? String(progress) : '';
      const name = [number, id, names, part].filter(Boolean).join('-');
      const path = join(values.out, size, `${name}.png`);
      await shoot(page, { id, progress, names, path });
      console.log(path);
    }
  }
  await page.close();
}
await browser.close();
await server.close();
