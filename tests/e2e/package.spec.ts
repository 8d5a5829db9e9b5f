import { cp, readFile, realpath, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { build, createServer } from 'vite';
import webpack from 'webpack';
import { ROOT, TOOLS } from '../../scripts/packages.ts';
import { runNode } from '../../scripts/run.ts';
import { serve } from '../../scripts/serve.ts';
import { type Installed, installPackage } from '../support/installed-package.ts';
import { isLive, settled } from '../support/story-page.ts';

let installed: Installed;

test.describe.configure({ timeout: 120_000 });

test.use({ viewport: { width: 1000, height: 640 } });

test.beforeAll(async () => {
  installed = await installPackage(['@types/react', 'vue']);
});

test.afterAll(() => installed.remove());

/** Puts the story that the site has built, with its stills, into a consumer's folder. */
async function addStory(folder: string): Promise<void> {
  const built = join(ROOT, 'dist/stories/stalin-korea');
  const filter = (path: string): boolean => !path.endsWith('.html');
  await cp(built, folder, { recursive: true, filter });
}

/** What a page complains of: messages, errors, and files that did not come. */
function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('requestfailed', (request) => complaints.push(`Failed: ${request.url()}`));
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`);
  });
  return complaints;
}

async function expectSettledMap(page: Page, url: string): Promise<void> {
  const complaints = complaintsOf(page);
  await page.goto(url);
  const frame = await settled(page);
  expect(frame.step).not.toBe('');
  expect(await isLive(page)).toBe(true);
  expect(complaints).toEqual([]);
}

async function bundleWithWebpack(folder: string): Promise<void> {
  await new Promise<void>((done, fail) => {
    const options: webpack.Configuration = {
      mode: 'production',
      context: folder,
      entry: './main.js',
      output: { path: join(folder, 'dist') },
      // Makes it smaller, not other, and takes long.
      optimization: { minimize: false },
      performance: { hints: false },
    };
    webpack(options, (error, stats) => {
      // MapLibre's own script makes webpack warn of an import that it cannot follow, and need not.
      if (error || stats?.hasErrors()) fail(error ?? new Error(stats?.toString('errors-only')));
      else done();
    });
  });
}

test('a page that Vite bundles shows a settled map', async ({ page }) => {
  const root = join(installed.folder, 'vite');
  await addStory(join(root, 'public'));
  await build({ root, base: './', configFile: false, logLevel: 'error' });
  const { url, close } = await serve({ folder: join(root, 'dist'), base: '/a/folder/', port: 0 });
  await expectSettledMap(page, url);
  await close();
});

test('a page that Vite serves while someone writes shows a settled map', async ({ page }) => {
  const root = join(installed.folder, 'vite');
  await addStory(join(root, 'public'));
  // Here the packages lie beside the consumers, and not in a folder of each.
  const fs = { allow: [installed.folder] };
  const options = { root, configFile: false, logLevel: 'error', server: { port: 0, fs } } as const;
  const server = await createServer(options);
  await server.listen();
  await expectSettledMap(page, server.resolvedUrls?.local[0] ?? '');
  await server.close();
});

test('a page that webpack bundles shows a settled map', async ({ page }) => {
  const folder = join(installed.folder, 'webpack');
  await bundleWithWebpack(folder);
  await addStory(join(folder, 'dist'));
  await cp(join(folder, 'index.html'), join(folder, 'dist/index.html'));
  const site = await serve({ folder: join(folder, 'dist'), base: '/a/folder/', port: 0 });
  await expectSettledMap(page, site.url);
  await site.close();
});

test('a page without a bundler shows a settled map', async ({ page }) => {
  const folder = join(installed.folder, 'plain');
  await addStory(folder);
  // As it is installed: a host gives nothing out that lies outside of its folder, where a link leads.
  const modules = ['legenda/lib', 'maplibre-gl/dist'].map((name) => join('node_modules', name));
  for (const name of modules) {
    await cp(await realpath(join(installed.folder, name)), join(folder, name), { recursive: true });
  }
  const { url, close } = await serve({ folder, base: '/a/folder/', port: 0 });
  await expectSettledMap(page, url);
  await close();
});

/** The packages that a file of the package's script names, itself or by the chunks that it names. */
async function packagesOf(file: string, seen = new Set<string>()): Promise<Set<string>> {
  if (seen.has(file)) return new Set();
  seen.add(file);
  const text = await readFile(file, 'utf8');
  const found = [...text.matchAll(/\b(?:from|import) ?\(?"([^"\s]+)"/g)].map(
    ([, name = '']) => name,
  );
  const packages = new Set(found.filter((name) => !name.startsWith('.')));
  for (const name of found.filter((each) => each.startsWith('.'))) {
    for (const each of await packagesOf(join(dirname(file), name), seen)) packages.add(each);
  }
  return packages;
}

test('the elements, with all that they load later, need no package but MapLibre', async () => {
  const file = join(installed.folder, 'node_modules/legenda/lib/elements.js');
  expect([...(await packagesOf(file))]).toEqual(['maplibre-gl']);
});

for (const project of ['tsconfig.json', 'tsconfig.nodenext.json']) {
  test(`TypeScript, React and Vue accept the declarations by ${project}`, async () => {
    const { code } = await runNode(TOOLS.tsc, ['-p', join(installed.folder, 'types', project)]);
    expect(code).toBe(0);
  });
}

test('the installed command checks a story', async () => {
  const text = `---
title: A day
description: One day.
---

## Seoul {#seoul}
\`\`\`step
camera: { bounds: [125, 36.8, 129.5, 38.6] }
label: [seoul]
alt: Seoul.
\`\`\`

Seoul.
`;
  await writeFile(join(installed.folder, 'story.md'), text);
  expect(await installed.legenda('check', 'story.md')).toContain('story.md');
});
