import polygonClipping from 'polygon-clipping';
import { expect, it } from 'vitest';
import { clip } from '../../../src/still/clip.ts';

type Point = [number, number];

const square = (x: number, y: number, size: number): Point[] => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
  [x, y],
];

it('polygons are cut as the sweep cuts them', () => {
  const [a, b] = [[square(0, 0, 0.5)], [square(0.25, 0.25, 0.5)]];
  expect(clip('intersection', a, b)).toEqual(polygonClipping.intersection(a, b));
  expect(clip('union', a, b)).toEqual(polygonClipping.union(a, b));
});
