import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Served, serve } from '../../../scripts/serve.ts';

const PAGE = `<!doctype html><title>A page</title>${' '.repeat(2000)}`;

const ASSETS = ['assets/index-BK3TIXv-.js', 'assets/plain.js'];

/** One server for the file: its folder, and a secret beside the folder. */
const site = { parent: '', folder: '', served: undefined as Served | undefined };

beforeAll(async () => {
  site.parent = await mkdtemp(join(tmpdir(), 'legenda-serve-'));
  site.folder = join(site.parent, 'dist');
  await mkdir(join(site.folder, 'stories'), { recursive: true });
  await mkdir(join(site.folder, 'assets'));
  await writeFile(join(site.parent, 'secret.txt'), 'secret');
  await writeFile(join(site.parent, 'dist-secret.txt'), 'secret');
  await symlink(join(site.parent, 'secret.txt'), join(site.folder, 'linked.txt'));
  await symlink(site.parent, join(site.folder, 'linked'));
  await symlink('digits.bin', join(site.folder, 'own.bin'));
  await writeFile(join(site.folder, 'index.html'), PAGE);
  await writeFile(join(site.folder, 'stories/index.html'), 'Stories');
  await writeFile(join(site.folder, 'digits.bin'), '0123456789');
  for (const name of ['a.js', 'a.mjs', 'a.woff2', 'a.geojson', 'a.json', 'a b.svg', ...ASSETS]) {
    await writeFile(join(site.folder, name), 'x');
  }
  site.served = await serve({ folder: site.folder, base: '/some/sub-path', port: 0 });
});

afterAll(async () => {
  await site.served?.close();
  await rm(site.parent, { recursive: true, force: true });
});

const url = (path: string) => new URL(path, site.served?.url).href;
const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(url(path), { headers, redirect: 'manual' });

/** The status of a path sent as it is: `fetch` would tidy away its dots. */
function rawStatus(path: string): Promise<number | undefined> {
  const { hostname, port } = new URL(url('./'));
  return new Promise((resolve, reject) => {
    request({ hostname, port, path }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .once('error', reject)
      .end();
  });
}

test('the address ends with the sub-path', () => {
  expect(site.served?.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/some\/sub-path\/$/);
});

describe('a path', () => {
  test('of a link that leads out of the folder gives nothing', async () => {
    for (const path of ['linked.txt', 'linked/secret.txt', 'linked']) {
      expect((await get(path)).status).toBe(404);
    }
    expect(await (await get('own.bin')).text()).toBe('0123456789');
  });

  test('of a folder gives its index.html', async () => {
    expect(await (await get('./')).text()).toBe(PAGE);
    expect(await (await get('stories/')).text()).toBe('Stories');
  });

  test('of a folder without its slash is sent on, with its query', async () => {
    const response = await get('stories?lang=ko');
    expect(response.status).toBe(301);
    expect(response.headers.get('location')).toBe('/some/sub-path/stories/?lang=ko');
    expect((await get('/some/sub-path')).headers.get('location')).toBe('/some/sub-path/');
  });

  test('may have spaces', async () => {
    expect((await get('a%20b.svg')).status).toBe(200);
  });

  test.each(['nothing.html', 'a.js/', '/index.html', '/', '%00', '%E0%A4%A'])(
    'that leads nowhere is not found: %s',
    async (path) => {
      expect((await get(path)).status).toBe(404);
    },
  );

  test.each(['../secret.txt', '%2e%2e/secret.txt', '..%2fsecret.txt', '../dist-secret.txt'])(
    'never leads out of the folder: %s',
    async (path) => {
      expect(await rawStatus(`/some/sub-path/${path}`)).toBe(404);
    },
  );
});

test.each([
  ['a.js', 'text/javascript; charset=utf-8'],
  ['a.mjs', 'text/javascript; charset=utf-8'],
  ['a.woff2', 'font/woff2'],
  ['a.geojson', 'application/geo+json; charset=utf-8'],
  ['a.json', 'application/json; charset=utf-8'],
  ['digits.bin', 'application/octet-stream'],
])('%s has the type %s', async (path, type) => {
  expect((await get(path)).headers.get('content-type')).toBe(type);
});

describe('compression', () => {
  test.each([
    ['gzip, deflate', 'gzip'],
    ['gzip, br', 'br'],
  ])('is used for text where %s is accepted', async (accepted, encoding) => {
    const response = await get('./', { 'Accept-Encoding': accepted });
    expect(response.headers.get('content-encoding')).toBe(encoding);
    expect(await response.text()).toBe(PAGE);
  });

  test('is not used for fonts, nor where it is not accepted', async () => {
    const font = await get('a.woff2', { 'Accept-Encoding': 'gzip' });
    expect(font.headers.get('content-encoding')).toBeNull();
    const plain = await get('./', { 'Accept-Encoding': 'identity' });
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(plain.headers.get('content-length')).toBe(String(PAGE.length));
  });
});

test.each([
  ['assets/index-BK3TIXv-.js', 'public, max-age=31536000, immutable'],
  ['assets/plain.js', 'no-cache'],
  ['./', 'no-cache'],
])('%s may be kept: %s', async (path, cache) => {
  expect((await get(path)).headers.get('cache-control')).toBe(cache);
});

describe('a byte range', () => {
  test.each([
    ['bytes=2-4', '234', 'bytes 2-4/10'],
    ['bytes=7-', '789', 'bytes 7-9/10'],
    ['bytes=-2', '89', 'bytes 8-9/10'],
    ['bytes=8-99', '89', 'bytes 8-9/10'],
  ])('%s gives %s', async (range, text, contentRange) => {
    const response = await get('digits.bin', { Range: range });
    expect(response.status).toBe(206);
    expect(response.headers.get('content-range')).toBe(contentRange);
    expect(await response.text()).toBe(text);
  });

  test('after the end of the file is refused', async () => {
    const response = await get('digits.bin', { Range: 'bytes=10-' });
    expect(response.status).toBe(416);
    expect(response.headers.get('content-range')).toBe('bytes */10');
  });

  test.each(['bytes=5-2', 'bytes=0-1,4-5', 'lines=1-2', 'bytes=-'])(
    'that is not understood gives the whole file: %s',
    async (range) => {
      const response = await get('digits.bin', { Range: range });
      expect(response.status).toBe(200);
      expect(await response.text()).toBe('0123456789');
    },
  );
});

describe('a request', () => {
  test('by HEAD has the headers alone', async () => {
    const response = await fetch(url('digits.bin'), { method: 'HEAD' });
    expect(response.headers.get('content-length')).toBe('10');
    expect(await response.text()).toBe('');
  });

  test('that would write is refused', async () => {
    expect((await fetch(url('digits.bin'), { method: 'POST' })).status).toBe(405);
  });
});

describe('a port that is taken', () => {
  const taken = () => Number(new URL(url('./')).port);

  test('is an error', async () => {
    await expect(serve({ folder: site.folder, port: taken() })).rejects.toThrow('is taken');
  });

  test('makes way for the next free one where that is asked for', async () => {
    const other = await serve({ folder: site.folder, port: taken(), nextFreePort: true });
    expect(Number(new URL(other.url).port)).toBeGreaterThan(taken());
    await other.close();
  });
});

test('a folder that is not there is an error that says what to do', async () => {
  await expect(serve({ folder: join(site.parent, 'none') })).rejects.toThrow('npm run build');
});
