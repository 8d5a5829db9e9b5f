import { describe, expect, it } from 'vitest';
import { type Camera, project, TILE_SIZE, unproject } from '../../../src/core/camera.ts';
import { distance } from '../../../src/core/geodesy.ts';
import { drawScale, scaleLengths } from '../../../src/still/draw-scale.ts';
import { createKit } from '../../support/glyphs.ts';

const camera = (zoom: number, lat = 38): Camera => ({
  ...{ center: [127, lat], zoom },
  ...{ bearing: 0, pitch: 0 },
});

describe('scaleLengths', () => {
  it.each([4.5, 6, 7.25, 9.9])('has the longest round lengths at zoom %d', (zoom) => {
    for (const { value, pixels } of scaleLengths(camera(zoom), 120)) {
      expect(String(value)).toMatch(/^[125]0*$/);
      expect(pixels).toBeLessThanOrEqual(120);
      expect(pixels).toBeGreaterThan(48);
    }
  });

  it('is true at the centre of the picture', () => {
    const [km, miles] = scaleLengths(camera(7), 120) as [
      ReturnType<typeof scaleLengths>[0],
      ReturnType<typeof scaleLengths>[0],
    ];
    const [x, y] = project([127, 38]);
    const end = unproject([x + km.pixels / (TILE_SIZE * 2 ** 7), y]);
    expect(distance([127, 38], end) / 1000 / km.value).toBeCloseTo(1, 2);
    expect(miles.pixels / miles.value / (km.pixels / km.value)).toBeCloseTo(1.609344);
  });

  it('has none on the globe', () => {
    expect(scaleLengths(camera(4.3), 120)).toEqual([]);
  });
});

describe('drawScale', () => {
  const place = { x: 300, y: 100, isRight: true, lang: 'en' };

  it('ends where it is told to', () => {
    expect(drawScale(scaleLengths(camera(6), 120), place, createKit())!.box.right).toBe(300);
    const left = { ...place, isRight: false };
    expect(drawScale(scaleLengths(camera(6), 120), left, createKit())!.box.left).toBe(300);
  });

  it('is nothing without lengths', () => {
    expect(drawScale([], place, createKit())).toBeUndefined();
  });
});
