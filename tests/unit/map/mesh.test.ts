import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { project } from '../../../src/core/camera.ts';
import { ringsOf } from '../../../src/core/rings-of.ts';
import type { LngLat } from '../../../src/core/story.ts';
import { coverOf, ringTriangles, STROKE_FLOATS, strokeStrip } from '../../../src/map/mesh.ts';
import { readRealStory } from '../../support/fixture-story.ts';

type Point = readonly [number, number];

const thousandth = (min: number, max: number) =>
  fc.integer({ min: min * 1000, max: max * 1000 }).map((n) => n / 1000);
const place = fc.tuple(thousandth(120, 132), thousandth(33, 44)) as fc.Arbitrary<LngLat>;

/** The triangles of a mesh. */
function trianglesOf(mesh: Float32Array): [Point, Point, Point][] {
  const point = (i: number): Point => [mesh[2 * i]!, mesh[2 * i + 1]!];
  return Array.from({ length: mesh.length / 6 }, (_, i) => [
    ...([point(3 * i), point(3 * i + 1), point(3 * i + 2)] as const),
  ]);
}

const side = ([ax, ay]: Point, [bx, by]: Point, [x, y]: Point): number =>
  Math.sign((bx - ax) * (y - ay) - (by - ay) * (x - ax));

function covers([a, b, c]: [Point, Point, Point], at: Point): boolean {
  const sides = [side(a, b, at), side(b, c, at), side(c, a, at)];
  return sides.every((s) => s > 0) || sides.every((s) => s < 0);
}

/** Whether a point is inside rings, by how often a ray to the east crosses them. */
function isInside(rings: readonly (readonly Point[])[], [x, y]: Point): boolean {
  const crossings = rings.flatMap((ring) =>
    ring.slice(1).filter(([bx, by], i) => {
      const [ax, ay] = ring[i]!;
      return ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax);
    }),
  );
  return crossings.length % 2 === 1;
}

/** The points of a grid over rings at which a mesh's parity and the rings disagree. */
function wrongPoints(rings: readonly (readonly LngLat[])[], grid: readonly LngLat[]): LngLat[] {
  const triangles = trianglesOf(ringTriangles(rings));
  const projected = rings.map((ring) => ring.map((p) => [...project(p)].map(Math.fround)));
  return grid.filter((position) => {
    const at = project(position);
    const odd = triangles.filter((triangle) => covers(triangle, at)).length % 2 === 1;
    return odd !== isInside(projected as unknown as Point[][], at);
  });
}

/** A grid that meets no vertex with three decimals. */
const grid = Array.from(
  { length: 120 },
  (_, i): LngLat => [
    120 + ((i % 12) + 0.51237) * 1.0007,
    33 + (Math.floor(i / 12) + 0.51713) * 1.1003,
  ],
);

describe('ringTriangles', () => {
  it('covers what is inside a ring an odd number of times, and all else an even one', () => {
    const ring = fc
      .array(place, { minLength: 3, maxLength: 90 })
      .map((list): LngLat[] => [...list, list[0]!]);
    fc.assert(
      fc.property(fc.array(ring, { minLength: 1, maxLength: 3 }), (rings) => {
        expect(wrongPoints(rings, grid).length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 100 },
    );
  });

  it('does so for the coast of Korea', () => {
    const { data } = readRealStory();
    const rings = ringsOf(data['korea/peninsula']!.features);
    expect(rings.length).toBeGreaterThan(0);
    expect(wrongPoints(rings, grid)).toEqual([]);
    const inland: LngLat = [127.5, 37.4];
    const sea: LngLat = [125, 36.5];
    const at = (p: LngLat) =>
      trianglesOf(ringTriangles(rings)).filter((t) => covers(t, project(p))).length % 2;
    expect([at(inland), at(sea)]).toEqual([1, 0]);
  });

  it('is nothing for no ring', () => {
    expect(ringTriangles([])).toHaveLength(0);
    expect(ringTriangles([[]])).toHaveLength(0);
  });
});

describe('coverOf', () => {
  it('covers all of its rings', () => {
    fc.assert(
      fc.property(fc.array(place, { minLength: 1, maxLength: 20 }), (ring) => {
        const triangles = trianglesOf(coverOf([ring]));
        expect(triangles).toHaveLength(2);
        for (const [lon, lat] of ring) {
          const at = project([lon + 1e-4, lat + 2e-4]);
          expect(triangles.some((triangle) => covers(triangle, at))).toBe(true);
        }
      }),
    );
  });

  it('is nothing for no ring', () => {
    expect(coverOf([])).toHaveLength(0);
  });
});

describe('strokeStrip', () => {
  const line = fc.array(place, { minLength: 2, maxLength: 30 });
  const vertex = (strip: Float32Array, i: number) => [
    ...strip.slice(i * STROKE_FLOATS, (i + 1) * STROKE_FLOATS),
  ];

  it('has two vertices for each point, one on each side, that know their neighbours', () => {
    fc.assert(
      fc.property(line, (points) => {
        const strip = strokeStrip(points);
        expect(strip).toHaveLength(points.length * 2 * STROKE_FLOATS);
        points.forEach((point, i) => {
          const [left, right] = [vertex(strip, 2 * i), vertex(strip, 2 * i + 1)];
          const near = [points[i - 1] ?? point, point, points[i + 1] ?? point];
          expect(left.slice(0, 6)).toEqual(near.flatMap(project).map(Math.fround));
          expect(right.slice(0, 6)).toEqual(left.slice(0, 6));
          expect([left[6], right[6]]).toEqual([1, -1]);
          expect(left[7]).toBe(right[7]);
        });
      }),
    );
  });

  it('measures the way along the stroke from its start', () => {
    fc.assert(
      fc.property(line, (points) => {
        const strip = strokeStrip(points);
        const along = points.map((_, i) => vertex(strip, 2 * i)[7]!);
        expect(along[0]).toBe(0);
        along.slice(1).forEach((way, i) => {
          const [a, b] = [project(points[i]!), project(points[i + 1]!)];
          expect(way - along[i]!).toBeCloseTo(Math.hypot(b[0] - a[0], b[1] - a[1]), 6);
        });
      }),
    );
  });

  it('is nothing for fewer than two points', () => {
    expect(strokeStrip([])).toHaveLength(0);
    expect(strokeStrip([[127, 38]])).toHaveLength(0);
  });
});
