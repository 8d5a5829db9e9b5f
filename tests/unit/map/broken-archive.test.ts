import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { parseRange } from '../../../scripts/byte-range.ts';
import { openArchive } from '../../../src/map/tile-archive.ts';

const FOLDER = fileURLToPath(new URL('../../../geo/atlas/', import.meta.url));
const BASE = readFileSync(`${FOLDER}base.pmtiles`);
const RELIEF = readFileSync(`${FOLDER}relief.pmtiles`);

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** Gives the range of a file that is asked for, after a change of the bytes, or of what is said of them. */
const part =
  (
    file: Buffer,
    { change = (bytes: Buffer) => bytes, tag = '"a"', said = (range: string) => range } = {},
  ): Answer =>
  (request, response) => {
    const range = parseRange(request.headers.range, file.length);
    if (range === 'unsatisfiable' || !range) return void response.writeHead(416).end();
    const { start, end } = range;
    const bytes = change(file.subarray(start, end + 1));
    const place = said(`bytes ${start}-${end}/${file.length}`);
    response.writeHead(206, { 'content-range': place, etag: tag }).end(bytes);
  };

const all =
  (file: Buffer): Answer =>
  (_, response) =>
    void response.end(file);

const HTML = '<!doctype html><title>Sign in</title>';
const page =
  (type: string, status = 200): Answer =>
  (_, response) =>
    void response.writeHead(status, { 'content-type': type }).end(HTML);

const flipped = (at: number) => (bytes: Buffer) => {
  const found = Buffer.from(bytes);
  const i = at % found.length;
  found[i] = (found[i] ?? 0) ^ 1;
  return found;
};

/** Where the bytes of tile 7/109/49 are is in the middle of the file: its answer is not the head's. */
const FAR = [7, 109, 49] as const;

describe('an archive of which something else comes', () => {
  const asked: { range: string; cache: string }[] = [];
  let answer: Answer = all(BASE);
  let url = '';
  const server: Server = createServer((request, response) => {
    const { range = '', 'cache-control': cache = '' } = request.headers;
    asked.push({ range, cache });
    answer(request, response);
  });
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  });
  afterEach(() => {
    asked.length = 0;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  const right = async () => {
    answer = part(BASE);
    return Buffer.from((await openArchive(url).tile(...FAR))!);
  };

  it.each<[string, Answer]>([
    ['is a web page', page('text/html')],
    ['is a web page that says it is data', page('application/octet-stream')],
    ['is a web page in the place of a part', page('text/plain', 206)],
    ['is the whole file, cut off', all(BASE.subarray(0, BASE.length - 1))],
    ['is half of the whole file', all(BASE.subarray(0, BASE.length >> 1))],
    ['is only a header', all(BASE.subarray(0, 127))],
    ['is empty', all(Buffer.alloc(0))],
    ['is a part that is cut off', part(BASE, { change: (bytes) => bytes.subarray(0, -1) })],
    ['is a part that is too long', part(BASE, { change: (b) => Buffer.concat([b, b]) })],
    ['is another part', part(BASE, { said: () => `bytes 100-16483/${BASE.length}` })],
    ['says nothing of its place that can be read', part(BASE, { said: () => 'bytes ?' })],
    ['is of another version', all(Buffer.from(BASE).fill(4, 7, 8))],
    ['is packed in another way', all(Buffer.from(BASE).fill(3, 97, 98))],
    ['is refused', (_, response) => void response.writeHead(416).end()],
    ['is closed', (_, response) => void response.destroy()],
  ])('says so where it %s, and gives the right tile when that is over', async (_, wrong) => {
    const expected = await right();
    answer = wrong;
    const archive = openArchive(url);
    await expect(archive.tile(...FAR)).rejects.toThrow(/could not be loaded|fetch failed/);
    answer = part(BASE);
    expect(Buffer.from((await archive.tile(...FAR))!).equals(expected)).toBe(true);
  });

  it.each<[string, Answer]>([
    ['is cut off', part(BASE, { change: (bytes) => bytes.subarray(0, bytes.length >> 1) })],
    ['has one bit wrong', part(BASE, { change: flipped(40) })],
    ['is of other bytes', part(BASE, { change: (bytes) => Buffer.alloc(bytes.length, 7) })],
    ['is of another version of the file', part(BASE, { tag: '"b"' })],
    ['is of a file of another length', part(BASE, { said: (said) => `${said}0` })],
    ['is a web page', page('text/html')],
    ['is the whole of another file', all(RELIEF)],
    ['is missing', page('text/plain', 404)],
  ])('says so where a later answer %s, and begins anew past the cache', async (_, wrong) => {
    const expected = await right();
    const archive = openArchive(url);
    await archive.tile(0, 0, 0);
    asked.length = 0;
    answer = wrong;
    await expect(archive.tile(...FAR)).rejects.toThrow('could not be loaded');
    answer = part(BASE);
    expect(Buffer.from((await archive.tile(...FAR))!).equals(expected)).toBe(true);
    expect(asked.map(({ cache }) => cache)).toEqual(['', 'no-cache', 'no-cache']);
    expect(asked.at(1)?.range).toBe('bytes=0-16383');
  });

  it('reads on from a host that comes to give the whole file', async () => {
    const expected = await right();
    const archive = openArchive(url);
    await archive.tile(0, 0, 0);
    answer = all(BASE);
    expect(Buffer.from((await archive.tile(...FAR))!).equals(expected)).toBe(true);
  });

  it('reads on from several machines that have tags of their own for one file', async () => {
    const expected = await right();
    let count = 0;
    answer = (request, response) => part(BASE, { tag: `"${count++ % 2}"` })(request, response);
    const archive = openArchive(url);
    await archive.tile(...FAR).catch(() => {});
    const found = await archive.tile(...FAR);
    expect(Buffer.from(found!).equals(expected)).toBe(true);
  });

  it('begins anew where a new version has come in the place of the old', async () => {
    answer = part(BASE);
    const archive = openArchive(url);
    await archive.tile(0, 0, 0);
    answer = part(RELIEF, { tag: '"new"' });
    await expect(archive.tile(...FAR)).rejects.toThrow('could not be loaded');
    const picture = Buffer.from((await archive.tile(0, 0, 0))!);
    expect(picture.toString('latin1', 0, 4)).toBe('RIFF');
  });
});

describe('an archive with something wrong in it', () => {
  const fetched = globalThis.fetch;
  let file: Buffer = BASE;
  /** As a host would, without the time that it takes. */
  const answer: typeof fetch = async (_, init) => {
    const range = parseRange(new Headers(init?.headers).get('range') ?? '', file.length);
    if (typeof range !== 'object') return new Response('', { status: 416 });
    const { start, end } = range;
    const headers = { 'content-range': `bytes ${start}-${end}/${file.length}` };
    return new Response(new Uint8Array(file.subarray(start, end + 1)), { status: 206, headers });
  };
  beforeAll(() => {
    globalThis.fetch = answer;
  });
  afterAll(() => {
    globalThis.fetch = fetched;
  });
  const TILES = [
    [0, 0, 0],
    [3, 6, 3],
    [5, 27, 12],
  ] as const;
  const tilesOf = async (bytes: Buffer) => {
    file = bytes;
    const archive = openArchive('http://archive.example/');
    return Promise.all(
      TILES.map(([z, x, y]) =>
        archive.tile(z, x, y).then(
          (found) => (found ? Buffer.from(found).toString('base64') : 'none'),
          () => 'told',
        ),
      ),
    );
  };

  for (const [name, bytes] of [
    ['the base map', BASE],
    ['the relief', RELIEF],
  ] as const) {
    const head = 127 + new DataView(bytes.buffer, bytes.byteOffset).getUint32(16, true);
    const check = async (broken: Buffer, right: string[]): Promise<void> => {
      const found = await tilesOf(broken);
      for (const [i, tile] of found.entries()) {
        if (tile !== 'told') expect(tile).toBe(right[i]);
      }
    };

    it(`${name}: any byte changed in header and directory is told, or changes no tile`, async () => {
      const right = await tilesOf(bytes);
      expect(right).not.toContain('told');
      const change = fc.record({ at: fc.nat(head - 1), to: fc.integer({ min: 1, max: 255 }) });
      await fc.assert(
        fc.asyncProperty(change, async ({ at, to }) => {
          const broken = Buffer.from(bytes);
          broken[at] = (broken[at] ?? 0) ^ to;
          await check(broken, right);
        }),
        { numRuns: 300 },
      );
    });

    it(`${name}: any byte of the header, each bit`, async () => {
      const right = await tilesOf(bytes);
      for (let at = 0; at < 127; at += 1) {
        for (let bit = 0; bit < 8; bit += 1) {
          const broken = Buffer.from(bytes);
          broken[at] = (broken[at] ?? 0) ^ (1 << bit);
          await check(broken, right);
        }
      }
    });

    it(`${name}: cut off anywhere, it gives no wrong tile`, async () => {
      const right = await tilesOf(bytes);
      await fc.assert(
        fc.asyncProperty(fc.nat(bytes.length - 1), (length) =>
          check(bytes.subarray(0, length), right),
        ),
        { numRuns: 100 },
      );
    });
  }
});
