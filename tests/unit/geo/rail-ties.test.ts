import type { Position } from 'geojson';
import { expect, test } from 'vitest';
import { tiesAcross } from '../../../geo/lib/rail-ties.ts';
import { kilometresBetween } from '../../../geo/lib/sphere.ts';

const bent: Position[] = [
  [126, 38],
  [126.4, 38],
  [126.8, 38.4],
  [126.8, 38.5],
];
const ties = tiesAcross(bent);
const middles = ties.map(([a, b]): Position => [(a[0]! + b[0]!) / 2, (a[1]! + b[1]!) / 2]);

test('a railway has a tie every 4 km, 700 m long', () => {
  expect(ties).toHaveLength(26);
  for (const [a, b] of ties) expect(kilometresBetween(a, b)).toBeCloseTo(0.7, 2);
  const straight = middles.slice(0, 8);
  for (const [at, middle] of straight.slice(1).entries()) {
    expect(kilometresBetween(straight[at]!, middle)).toBeCloseTo(4, 1);
  }
});

test('a tie stands across the line on the ground, as far out on one side as on the other', () => {
  const slanting = ties[15]!;
  const ahead: Position = [middles[15]![0]! + 0.02, middles[15]![1]! + 0.02];
  const [left, right] = slanting.map((end) => kilometresBetween(end, ahead));
  expect(left).toBeCloseTo(right!, 2);
});
