import { describe, expect, it } from 'vitest';
import { createReader } from '../../../src/still/evaluate.ts';
import { scaleSizes } from '../../../src/style/scale-sizes.ts';
import { readAtlas } from '../../support/read-atlas.ts';

const atlas = readAtlas();
const scaled = scaleSizes(atlas);

const layersOf = (style: typeof atlas) =>
  [...style.ground, ...style.linework, ...style.names, ...style.places] as {
    id: string;
    paint?: Record<string, unknown>;
    layout?: Record<string, unknown>;
  }[];

/** The size of a layer's text, as MapLibre evaluates it. */
function sizeAt(style: typeof atlas, zoom: number, scale: number): number {
  const layer = layersOf(style).find(({ id }) => id === 'atlas-label-country');
  const read = createReader(layer as never, { zoom, globalState: { scale, names: 'period' } });
  return read<number>('text-size');
}

describe('scaleSizes', () => {
  it('leaves the look as it is where nothing is scaled', () => {
    expect(scaled.style.state).toMatchObject({ scale: { default: 1 }, names: {} });
    expect(layersOf(scaled).map(({ id }) => id)).toEqual(layersOf(atlas).map(({ id }) => id));
  });

  it('multiplies a size at every zoom', () => {
    for (const zoom of [1, 2, 4.5, 8, 10]) {
      const own = sizeAt(atlas, zoom, 1);
      expect(sizeAt(scaled, zoom, 1)).toBeCloseTo(own, 9);
      expect(sizeAt(scaled, zoom, 2)).toBeCloseTo(2 * own, 9);
    }
  });

  it('leaves the size of the story’s own names to the script', () => {
    const find = (style: typeof atlas) =>
      layersOf(style).find(({ id }) => id === 'story-place-names')?.layout?.['text-size'];
    expect(find(scaled)).toEqual(find(atlas));
  });
});
