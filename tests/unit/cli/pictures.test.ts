import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Rolldown } from 'vite';
import { afterAll, describe, expect, it } from 'vitest';
import { readCatalog } from '../../../src/cli/catalog.ts';
import { legenda } from '../../../src/cli/vite-plugin.ts';
import type { Story } from '../../../src/core/story.ts';

const FIXTURE = fileURLToPath(new URL('../../fixtures/prose/', import.meta.url));
const root = mkdtempSync(join(tmpdir(), 'legenda-pictures-'));
afterAll(() => rmSync(root, { recursive: true }));

const STORY = `---
title: A
description: B
---

## One {#one}

\`\`\`step
camera: { bounds: [124, 34, 130, 43] }
alt: Korea.
\`\`\`

![Wide](images/wide.jpg){credit="Ours"}

<img src="./images/turned.jpg" alt="Turned">[^note]

::: notes
![A blank in its name](<images/my photo.webp>){credit="Ours"}
:::

[^note]: ![A dot](images/dot.png){credit="Ours"}
`;

/** The files that the site has of a story with pictures, by name. */
async function buildSite(): Promise<Map<string, string>> {
  mkdirSync(join(root, 'src/pages'), { recursive: true });
  writeFileSync(join(root, 'src/pages/read.ts'), 'export {};');
  cpSync(FIXTURE, join(root, 'story'), { recursive: true });
  const file = join(root, 'story/story.md');
  writeFileSync(file, STORY);
  const made = (await build({
    root,
    base: './',
    configFile: false,
    logLevel: 'silent',
    plugins: [legenda({ root, only: { slug: 'a', file } })],
    build: { write: false, assetsInlineLimit: 0 },
  })) as Rolldown.RolldownOutput;
  return new Map(
    made.output.map((each) => [
      each.fileName,
      each.type === 'asset' ? String(each.source) : each.code,
    ]),
  );
}

const sources = (html: string): string[] =>
  [...html.matchAll(/<img\b[^>]*?\ssrc="(?!\.\/(?:still|cover))([^"]*)"/g)].map(
    ([, src = '']) => src,
  );

describe('case 18: the size of a picture', () => {
  const { sizeOf } = readCatalog(join(FIXTURE, 'none'), FIXTURE);
  it.each([
    ['wide.jpg', 1600, 1000],
    ['tall.png', 400, 3000],
    ['dot.png', 1, 1],
    ['turned.jpg', 600, 900],
    ['my photo.webp', 700, 500],
    ['icon.gif', 64, 64],
    ['drawing.svg', 1200, 300],
  ])('%s is read from its file', (name, width, height) => {
    expect(sizeOf?.(`images/${name}`)).toEqual({ width, height });
  });

  it('is not known of what is no picture, or not there', () => {
    expect(sizeOf?.('story.md')).toBeUndefined();
    expect(sizeOf?.('images/none.jpg')).toBeUndefined();
  });
});

describe('case 19: the pictures of a built story', () => {
  it('lie beside its page under the names that page and story.json have', async () => {
    const files = await buildSite();
    const page = files.get('stories/a/index.html') ?? '';
    const story: Story = JSON.parse(files.get('stories/a/story.json') ?? '');
    const [step] = story.steps;
    const named = [step?.html, step?.notes, step?.footnotes[0]?.html].map((html) =>
      sources(html ?? ''),
    );
    expect(named).toEqual([
      ['images/wide.jpg', './images/turned.jpg'],
      ['images/my%20photo.webp'],
      ['images/dot.png'],
    ]);
    expect(sources(page)).toEqual(['images/wide.jpg', './images/turned.jpg', 'images/dot.png']);
    expect(page).not.toContain('vite-ignore');
    for (const src of named.flat()) {
      expect([...files.keys()]).toContain(`stories/a/${decodeURIComponent(src).replace('./', '')}`);
    }
    expect([...files.keys()].filter((name) => /assets.*(wide|turned|dot)/.test(name))).toEqual([]);
  }, 120_000);
});
