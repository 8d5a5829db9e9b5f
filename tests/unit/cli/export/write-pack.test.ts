import { randomBytes } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findCopies } from '../../../../src/cli/export/find-copies.ts';
import { encodeText, writePack } from '../../../../src/cli/export/write-pack.ts';
import { decodeText, readPack } from '../../../../src/pack/read-pack.ts';

const file = (name: string, bytes: Uint8Array) => ({ name, type: 'text/plain', bytes });
const opened = (pack: Uint8Array) => readPack(new Uint8Array(gunzipSync(pack)));
const plain = (bytes: Uint8Array): number[] => [...bytes];

describe('bytes as text', () => {
  it('come back as they were, whatever they are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const text = encodeText(bytes);
        expect(plain(decodeText(text, bytes.length))).toEqual(plain(bytes));
        expect(text).toMatch(/^[!#-;=-}\n]*$/);
      }),
    );
  });

  it('take a quarter more, in lines, and none of them ends an element', () => {
    const bytes = new Uint8Array(randomBytes(100_000));
    const text = encodeText(bytes);
    expect(text.length / bytes.length).toBeLessThan(1.235);
    expect(Math.max(...text.split('\n').map(({ length }) => length))).toBe(4000);
    expect(text).not.toContain('<');
    expect(plain(decodeText(text.replaceAll('\n', '\r\n'), bytes.length))).toEqual(plain(bytes));
  });
});

describe('a pack', () => {
  it('gives back its files', () => {
    const contents = fc.array(fc.uint8Array({ maxLength: 200 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(contents, (all) => {
        const files = all.map((bytes, i) => file(`${i}.txt`, bytes));
        const read = opened(writePack(files)).map((each) => ({
          ...each,
          bytes: plain(each.bytes),
        }));
        expect(read).toEqual(files.map((each) => ({ ...each, bytes: plain(each.bytes) })));
      }),
    );
  });

  it('has what files have in common only once, however far apart it stands', () => {
    const shared = randomBytes(20_000);
    const [a, b] = [randomBytes(50_000), randomBytes(30_000)];
    const first = Buffer.concat([a.subarray(0, 30_000), shared, a.subarray(30_000)]);
    const second = Buffer.concat([b, shared.subarray(1000), b.subarray(0, 9), shared]);
    const pack = writePack([file('first', first), file('second', second)]);
    expect(opened(pack).map(({ bytes }) => Buffer.from(bytes))).toEqual([first, second]);
    expect(gzipSync(Buffer.concat([first, second])).length).toBeGreaterThan(119_000);
    expect(pack.length).toBeLessThan(101_000);
  });

  it('copies only what stands wholly further ahead', () => {
    const data = Buffer.concat([randomBytes(40_000), Buffer.alloc(90_000), randomBytes(10)]);
    for (const { length, distance } of findCopies(data)) {
      expect(length).toBeLessThanOrEqual(distance);
    }
    const [read] = opened(writePack([file('zeros', data)]));
    expect(Buffer.from(read?.bytes ?? []).equals(data)).toBe(true);
  });
});
