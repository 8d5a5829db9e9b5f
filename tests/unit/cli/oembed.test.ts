import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { emitOembed } from '../../../src/cli/emit-oembed.ts';
import { buildStory, type StoryFiles } from '../../../src/cli/export/build-story.ts';
import { createFixtureStory } from '../../support/fixture-story.ts';

const SITE = 'https://example.org/maps/';
const ADDRESS = `${SITE}stories/war/`;
const STORY = `---
title: One "step" & <more>
description: A story of one step.
byline: Someone
---

## Seoul {#seoul}
\`\`\`step
camera: { bounds: [125, 36.8, 129.5, 38.6] }
alt: The middle of Korea.
\`\`\`

Seoul.
`;

const folder = mkdtempSync(join(tmpdir(), 'legenda-oembed-test-'));
const file = join(folder, 'story.md');
writeFileSync(file, STORY);

async function built(site: string): Promise<StoryFiles> {
  vi.stubEnv('LEGENDA_SITE', site);
  return buildStory({ slug: 'war', file }).finally(() => vi.unstubAllEnvs());
}

const textOf = (files: StoryFiles, name: string): string =>
  new TextDecoder().decode(files.get(name));

afterAll(() => rmSync(folder, { recursive: true }));

describe('a story built for a site whose address is known', () => {
  let files: StoryFiles = new Map();
  beforeAll(async () => {
    files = await built(SITE);
  }, 240_000);

  it('has a file with all that oEmbed asks for', () => {
    const { html, ...said } = JSON.parse(textOf(files, 'oembed.json')) as Record<string, unknown>;
    expect(said).toEqual({
      version: '1.0',
      type: 'rich',
      title: 'One "step" & <more>',
      author_name: 'Someone',
      provider_name: 'Legenda: map stories',
      provider_url: SITE,
      cache_age: 86_400,
      thumbnail_url: `${ADDRESS}cover.png`,
      thumbnail_width: 1200,
      thumbnail_height: 630,
      width: 800,
      height: 680,
    });
    expect(html).toContain(`<iframe src="${ADDRESS}?embed&amp;layout=steps"`);
    expect(html).toContain('title="One &quot;step&quot; &amp; &lt;more&gt;"');
    expect(html).toContain('width="800" height="680"');
    expect(html).not.toContain('<script');
  });

  it('has the cover that the file names, in its size', () => {
    const cover = files.get('cover.png') ?? new Uint8Array();
    const header = new DataView(cover.buffer, cover.byteOffset);
    expect([header.getUint32(16), header.getUint32(20)]).toEqual([1200, 630]);
  });

  it('names the file in its page, and the page for a frame as a player', () => {
    const page = textOf(files, 'index.html');
    expect(page).toContain(
      `<link rel="alternate" type="application/json+oembed" href="${ADDRESS}oembed.json"`,
    );
    const player = `${ADDRESS}?embed&amp;layout=steps`;
    for (const tag of [
      `property="og:video" content="${player}"`,
      `property="og:video:secure_url" content="${player}"`,
      'property="og:video:type" content="text/html"',
      'property="og:video:width" content="800"',
      'property="og:video:height" content="680"',
      `name="twitter:player" content="${player}"`,
      'name="twitter:player:width" content="800"',
      'name="twitter:player:height" content="680"',
    ]) {
      expect(page).toContain(`<meta ${tag}>`);
    }
  });

  it('is still called an article with a large picture, and no video', () => {
    const page = textOf(files, 'index.html');
    expect(page).toContain('<meta property="og:type" content="article">');
    expect(page).toContain('<meta name="twitter:card" content="summary_large_image">');
  });
});

it('a story built without an address has neither the file nor a word of it', async () => {
  const files = await built('');
  expect([...files.keys()]).not.toContain('oembed.json');
  expect(textOf(files, 'index.html')).not.toMatch(/oembed|og:video|twitter:player/);
}, 240_000);

it('a story without a byline names no author', () => {
  const said = emitOembed(createFixtureStory(), ADDRESS, { name: 'Maps', site: SITE });
  expect(JSON.parse(said)).not.toHaveProperty('author_name');
});
