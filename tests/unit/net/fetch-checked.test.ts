import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { fetchChecked } from '../../../src/net/fetch-checked.ts';
import { TIMES } from '../../../src/net/times.ts';

describe('what a host is asked for', () => {
  let answer = (response: ServerResponse): void => void response.end();
  let asked: string | undefined;
  let url = '';
  const server = createServer((request, response) => {
    asked = request.headers['cache-control'];
    answer(response);
  });
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/some.file`;
  });
  afterEach(() => void vi.useRealTimers());
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  it('comes whole, with what was said of it', async () => {
    answer = (response) => void response.writeHead(200, { etag: '"a"' }).end('bytes');
    const { bytes, status, headers } = await fetchChecked(url);
    expect([new TextDecoder().decode(bytes), status, headers.get('etag')]).toEqual([
      'bytes',
      200,
      '"a"',
    ]);
  });

  it('passes by the cache where that is wanted', async () => {
    answer = (response) => void response.end('bytes');
    await fetchChecked(url);
    expect(asked).toBeUndefined();
    await fetchChecked(url, { fresh: true });
    expect(asked).toBe('no-cache');
  });

  it.each([
    ['404', (response: ServerResponse) => void response.writeHead(404).end()],
    [
      'a web page came',
      (response: ServerResponse) =>
        void response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end('<p>'),
    ],
  ])('is rejected with what is wrong, and where: %s', async (what, wrong) => {
    answer = wrong;
    await expect(fetchChecked(url)).rejects.toThrow(
      `The map could not be loaded (${what}): ${url}`,
    );
  });

  it('is rejected where its answer ends early', async () => {
    answer = (response) => {
      response.writeHead(200, { 'content-length': 100 });
      response.write('half', () => response.destroy());
    };
    await expect(fetchChecked(url)).rejects.toThrow();
  });

  for (const [where, begin] of [
    ['at all', () => {}],
    ['after the first', (response: ServerResponse) => void response.write('some')],
  ] as const) {
    it(`is given up where no byte comes ${where}`, async () => {
      vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
      let reached = (): void => {};
      const met = new Promise<void>((resolve) => (reached = resolve));
      answer = (response) => {
        begin(response);
        reached();
      };
      const given = fetchChecked(url);
      const told = expect(given).rejects.toThrow('nothing came');
      await met;
      // The first bytes are on their way.
      await new Promise((resolve) => setImmediate(resolve));
      vi.advanceTimersByTime(2 * TIMES.silence);
      await told;
    });
  }

  it('ends when nobody wants it any more', async () => {
    answer = () => {};
    const end = new AbortController();
    const given = fetchChecked(url, { signal: end.signal });
    end.abort(new Error('over'));
    await expect(given).rejects.toThrow('over');
  });
});
