import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createServer, type ViteDevServer } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { legenda } from '../../../src/cli/vite-plugin.ts';

/** Words that programs on the way to a page take for something else. */
const ODD = [
  ...[
    '$&',
    '$$',
    "$'",
    '$`',
    '$1',
    '$<name>',
    '%MODE%',
    '%BASE_URL%',
    '%constructor%',
    '100 %DEV%',
  ],
  ...['<!--stories-->', '</head>', '\\1', '{{title}}', '__ATLAS_STYLE__', '&amp;', '$side'],
];
const TITLE = `A ${ODD.join(' ')} z`;
const INDEX = new URL('../../../index.html', import.meta.url);

const STORY = `---
title: ${JSON.stringify(TITLE)}
description: ${JSON.stringify(TITLE)}
byline: ${JSON.stringify(TITLE)}
---

## Seoul {#seoul}
\`\`\`step
camera: { bounds: [125, 36.8, 129.5, 38.6] }
alt: ${JSON.stringify(TITLE)}
\`\`\`

Words: \`${TITLE.replaceAll('`', '')}\`[^a]

[^a]: Words: $& %MODE%.
`;

const site = { root: '', server: undefined as ViteDevServer | undefined };

beforeAll(async () => {
  site.root = mkdtempSync(join(tmpdir(), 'legenda-odd-words-'));
  mkdirSync(join(site.root, 'stories/odd'), { recursive: true });
  writeFileSync(join(site.root, 'stories/odd/story.md'), STORY);
  site.server = await createServer({
    root: site.root,
    configFile: false,
    logLevel: 'silent',
    server: { middlewareMode: true, ws: false },
    appType: 'custom',
    optimizeDeps: { noDiscovery: true },
    plugins: [legenda({ root: site.root })],
  });
});

afterAll(async () => {
  await site.server?.close();
  rmSync(site.root, { recursive: true, force: true });
});

/** The text of a page's elements of one name, as a browser reads it. */
function textsOf(html: string, tag: string): string[] {
  const decode = (text: string) =>
    text.replace(/&(?:#(\d+)|(\w+));/g, (_, code, name) =>
      code ? String.fromCharCode(Number(code)) : (ENTITIES[name as string] ?? ''),
    );
  const found = [...html.matchAll(new RegExp(`<${tag}(?: [^>]*)?>([\\s\\S]*?)</${tag}>`, 'g'))];
  return found.map(([, text = '']) => decode(text));
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' };

it('case 29: the gallery shows a title as it is written, whatever signs are in it', async () => {
  const html = await site.server!.transformIndexHtml('/index.html', readFileSync(INDEX, 'utf8'));
  expect(textsOf(html, 'h2')).toEqual([TITLE]);
  expect(textsOf(html, 'p').filter((text) => text.includes('$&'))).toEqual([TITLE]);
  expect(html.match(/<\/head>/g)).toHaveLength(1);
});

it('case 29: a page shows its words as they are written', async () => {
  const path = '/stories/odd/index.html';
  const loaded = await site.server!.pluginContainer.load(
    fileURLToPath(`file://${site.root}${path}`),
  );
  const page = typeof loaded === 'string' ? loaded : (loaded?.code ?? '');
  const html = await site.server!.transformIndexHtml(path, page);
  expect(textsOf(html, 'title')).toContain(TITLE);
  expect(textsOf(html, 'h1')).toEqual([TITLE]);
  expect(textsOf(html, 'code')).toEqual([TITLE.replaceAll('`', '')]);
  const [data = ''] =
    html.match(/(?<=<script type="application\/ld\+json">).*?(?=<\/script>)/) ?? [];
  expect(JSON.parse(data)).toMatchObject({ headline: TITLE });
}, 60_000);
