import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer as createHttp, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createServer, type ViteDevServer } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStories } from '../../../src/cli/open-stories.ts';
import { legenda } from '../../../src/cli/vite-plugin.ts';

const outside = mkdtempSync(join(tmpdir(), 'legenda-apart-test-'));
const root = join(outside, 'project');
afterAll(() => rmSync(outside, { recursive: true }));

const PDF = '%PDF-1.4\n%%EOF\n';
const SOUND = `---
title: A sound story
description: With a report.
---

## One {#one}
\`\`\`step
camera: { bounds: [125, 36.8, 129.5, 38.6] }
alt: The middle of Korea.
\`\`\`

[The report](report.pdf)
`;

/** Writes a file below the test's folder. */
function put(path: string, content: string): void {
  mkdirSync(dirname(join(outside, path)), { recursive: true });
  writeFileSync(join(outside, path), content);
}

put('secret.txt', 'secret');
put('away/story.md', SOUND);
put('away/report.pdf', PDF);
put('project/index.html', '<!doctype html><head></head><ul><!--stories--></ul>');
put('project/stories/broken/story.md', '---\ntitle: Broken\n---\n\n## One\n');
put('project/stories/first/story.md', SOUND);
put('project/stories/first/report.pdf', PDF);
put('project/stories/first/draft.pdf', PDF);
put('project/stories/second/story.md', SOUND.replace('A sound', 'Another sound'));
put('project/stories/second/report.pdf', PDF);
put('project/stories/missing/story.md', SOUND);
symlinkSync(join(outside, 'away'), join(root, 'stories/linked'));
symlinkSync(join(outside, 'secret.txt'), join(root, 'linked.txt'));

describe('case 28: one broken story among five', () => {
  it('leaves the others to be built, and is told by name', () => {
    const stories = openStories({ root });
    expect(stories.sound().map(({ slug }) => slug)).toEqual(['first', 'second']);
    const failed = new Map(stories.failed().map(({ slug, error }) => [slug, error.message]));
    expect([...failed.keys()]).toEqual(['broken', 'linked', 'missing']);
    expect(failed.get('broken')).toMatch(/broken\/story\.md:\d+:\d+ error: /);
    expect(failed.get('linked')).toContain('stories/linked is a link that leads out');
    expect(failed.get('missing')).toContain('There is no file `report.pdf` beside the story.');
  });

  it('is left out of what the bundler is given', () => {
    const plugin = legenda({ root });
    const hook = plugin.config as unknown as (
      config: object,
      env: object,
    ) => {
      build: { rolldownOptions: { input: string[] } };
    };
    const { input } = hook({}, { command: 'build' }).build.rolldownOptions;
    expect(input.map((path) => path.slice(root.length + 1))).toEqual([
      'index.html',
      'stories/first/index.html',
      'stories/second/index.html',
    ]);
  });
});

describe('the server for those who write', () => {
  const running = {
    vite: undefined as ViteDevServer | undefined,
    http: undefined as Server | undefined,
  };
  let site = '';

  beforeAll(async () => {
    const vite = await createServer({
      root,
      configFile: false,
      logLevel: 'silent',
      appType: 'mpa',
      server: { middlewareMode: true, ws: false },
      plugins: [legenda({ root })],
    });
    const http = createHttp(vite.middlewares);
    await new Promise<void>((done) => http.listen(0, '127.0.0.1', done));
    Object.assign(running, { vite, http });
    site = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  });

  afterAll(async () => {
    running.http?.close();
    await running.vite?.close();
  });

  const get = async (path: string) => {
    const response = await fetch(`${site}${path}`);
    return {
      status: response.status,
      type: response.headers.get('content-type') ?? '',
      text: await response.text(),
    };
  };

  it('serves what a story names, with its type', async () => {
    expect(await get('/stories/first/report.pdf')).toEqual({
      status: 200,
      type: 'application/pdf',
      text: PDF,
    });
    expect((await get('/stories/first/story.json')).text).toContain('A sound story');
  });

  it.each([
    ['what a story does not name', '/stories/first/draft.pdf', 404],
    ['a story’s source', '/stories/first/story.md', 404],
    ['a file in a folder that a link leads to', '/stories/linked/report.pdf', 500],
    ['a link that leads out', '/linked.txt', 403],
    ['a link by its path on the disk', `/@fs${join(root, 'linked.txt')}`, 403],
    ['a file outside by its path on the disk', `/@fs${join(outside, 'secret.txt')}`, 403],
    ['a path out of the folder', '/stories/first/..%2f..%2f..%2fsecret.txt', 404],
    ['what is no address', '/stories/first/%', 400],
  ])('does not serve %s', async (_, path, status) => {
    const answer = await get(path);
    expect(answer.status).toBe(status);
    expect(answer.text).not.toMatch(/^secret|^---|%PDF/);
  });

  it('says of a broken story what is wrong, and lists it with the others', async () => {
    const broken = await get('/stories/broken/');
    expect(broken.status).toBe(500);
    expect(broken.text).toMatch(/story\.md:\d+:\d+ error: /);
    const gallery =
      (await running.vite?.transformIndexHtml('/', '<ul><!--stories--></ul></head>')) ?? '';
    expect(gallery.match(/<h2>[^<]*/g)).toEqual([
      '<h2>A sound story',
      '<h2>Another sound story',
      '<h2>broken',
      '<h2>linked',
      '<h2>missing',
    ]);
  });
});
