import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { PMTiles, type RangeResponse } from 'pmtiles';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Served, serve } from '../../../scripts/serve.ts';
import { openArchive } from '../../../src/map/tile-archive.ts';

const FOLDER = fileURLToPath(new URL('../../../geo/atlas/', import.meta.url));
const bytes = readFileSync(`${FOLDER}base.pmtiles`);
const reference = new PMTiles({
  getKey: () => 'base',
  getBytes: async (offset, length): Promise<RangeResponse> => {
    return { data: new Uint8Array(bytes.subarray(offset, offset + length)).buffer };
  },
});

/** A host that answers every request with the whole file, and counts them. */
function wholeFileHost() {
  const seen: (string | undefined)[] = [];
  const server: Server = createServer((request, response) => {
    seen.push(request.headers.range);
    response.end(bytes);
  });
  return { seen, server };
}

const SOME = [
  ...[0, 1, 2, 3].flatMap((z) => [[z, 0, 0] as const, [z, 2 ** z - 1, 2 ** z - 1] as const]),
  ...[[5, 27, 12] as const, [6, 54, 24] as const, [7, 109, 49] as const, [7, 0, 0] as const],
];

describe('a tile archive', () => {
  let ranges: Served;
  const whole = wholeFileHost();
  beforeAll(async () => {
    ranges = await serve({ folder: FOLDER, port: 0 });
    await new Promise<void>((resolve) => whole.server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(async () => {
    await ranges.close();
    whole.server.close();
  });
  const wholeUrl = () => `http://127.0.0.1:${(whole.server.address() as AddressInfo).port}/`;

  it.each(SOME)('gives tile %i/%i/%i as the package pmtiles does', async (z, x, y) => {
    const expected = (await reference.getZxy(z, x, y))?.data;
    const found = await openArchive(`${ranges.url}base.pmtiles`).tile(z, x, y);
    expect(found && Buffer.from(found).equals(Buffer.from(expected!))).toBe(expected && true);
  });

  it('has tiles, and none where East Asia’s finer ones end', async () => {
    const archive = openArchive(`${ranges.url}base.pmtiles`);
    expect((await archive.tile(7, 109, 49))?.byteLength).toBeGreaterThan(1000);
    expect(await archive.tile(7, 0, 0)).toBeUndefined();
    expect(await archive.tile(9, 0, 0)).toBeUndefined();
  });

  it('takes the whole file, once, from a host that knows no ranges', async () => {
    const archive = openArchive(wholeUrl());
    const found = await Promise.all(SOME.map((tile) => archive.tile(...tile)));
    const expected = await Promise.all(SOME.map((tile) => reference.getZxy(...tile)));
    expect(found.map((tile) => tile?.byteLength)).toEqual(
      expected.map((tile) => tile?.data.byteLength),
    );
    expect(whole.seen).toEqual(['bytes=0-16383']);
  });

  it('reads a tile once for all who ask, and gives each a copy', async () => {
    whole.seen.length = 0;
    const archive = openArchive(wholeUrl());
    const [one, two] = await Promise.all([archive.tile(3, 6, 3), archive.tile(3, 6, 3)]);
    expect(one).toEqual(two);
    expect(one).not.toBe(two);
    expect(whole.seen).toHaveLength(1);
  });

  it('fetches tiles that lie together, asked for at once, in few requests', async () => {
    const requests: string[] = [];
    const fetched = globalThis.fetch;
    globalThis.fetch = (input, init) => {
      requests.push(new Headers(init?.headers).get('range') ?? '');
      return fetched(input, init);
    };
    const archive = openArchive(`${ranges.url}base.pmtiles`);
    await archive.tile(0, 0, 0);
    const before = requests.length;
    const view = [24, 25, 26, 27].flatMap((x) => [10, 11, 12, 13].map((y) => [5, x, y] as const));
    const found = await Promise.all(view.map((tile) => archive.tile(...tile)));
    globalThis.fetch = fetched;
    const expected = await Promise.all(view.map((tile) => reference.getZxy(...tile)));
    expect(found.map((tile) => Buffer.from(tile!))).toEqual(
      expected.map((tile) => Buffer.from(tile!.data)),
    );
    expect(requests.length - before).toBeLessThan(view.length / 2);
  });

  it('asks again after a failure', async () => {
    const failing = createServer((_, response) => {
      if (failed) response.end(bytes);
      else response.writeHead(503).end();
      failed = true;
    });
    let failed = false;
    await new Promise<void>((resolve) => failing.listen(0, '127.0.0.1', resolve));
    const archive = openArchive(`http://127.0.0.1:${(failing.address() as AddressInfo).port}/`);
    await expect(archive.tile(0, 0, 0)).rejects.toThrow('(503)');
    expect((await archive.tile(0, 0, 0))?.byteLength).toBeGreaterThan(1000);
    failing.close();
  });

  it('says which file could not be loaded', async () => {
    const url = `${ranges.url}nothing.pmtiles`;
    await expect(openArchive(url).tile(0, 0, 0)).rejects.toThrow(`(404): ${url}`);
  });
});
