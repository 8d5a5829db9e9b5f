import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cutArchive } from '../../../../src/cli/export/cut-archive.ts';
import { storyTiles, storyViews } from '../../../../src/cli/export/story-tiles.ts';
import { GEO_FOLDER } from '../../../../src/cli/geo-folder.ts';
import { readArchive } from '../../../../src/cli/read-archive.ts';
import { readRealStory } from '../../../support/fixture-story.ts';

const views = storyViews(readRealStory());
const keep = {
  lines: storyTiles(views, Math.floor),
  pictures: storyTiles(views, Math.round),
};

describe.each(['base', 'relief'])('the %s tiles of one story', (name) => {
  const file = readFileSync(join(GEO_FOLDER, `atlas/${name}.pmtiles`));

  it('are those of the whole archive, unchanged, and fewer', async () => {
    const all = await readArchive(file);
    const cut = await readArchive(await cutArchive(file, keep));
    const whole = new Map(all.tiles.map(({ z, x, y, data }) => [`${z}/${x}/${y}`, data]));
    for (const { z, x, y, data } of cut.tiles) {
      const same = new Uint8Array(whole.get(`${z}/${x}/${y}`) ?? new ArrayBuffer());
      expect(Buffer.from(data).equals(same)).toBe(true);
    }
    expect(cut.tiles.length).toBeLessThan(all.tiles.length);
    expect(cut.metadata).toEqual(all.metadata);
  });
});

it('all of the world is there from afar, Korea from near, and no other place from near', () => {
  const all = (z: number) => [...Array(2 ** z).keys()];
  expect(all(2).every((x) => all(2).every((y) => keep.lines(2, x, y)))).toBe(true);
  // Seoul, and Rio de Janeiro.
  expect(keep.lines(6, 54, 24)).toBe(true);
  expect(keep.lines(5, 12, 18)).toBe(false);
});

it('each tile has one above it', () => {
  for (let z = 1; z <= 7; z++) {
    for (let x = 0; x < 2 ** z; x++) {
      for (let y = 0; y < 2 ** z; y++) {
        if (keep.lines(z, x, y)) expect(keep.lines(z - 1, x >> 1, y >> 1)).toBe(true);
      }
    }
  }
});
