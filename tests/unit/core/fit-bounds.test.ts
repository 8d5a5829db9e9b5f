import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { project } from '../../../src/core/camera.ts';
import { type FitBoundsOptions, fitBounds } from '../../../src/core/fit-bounds.ts';
import type { Bounds } from '../../../src/core/story.ts';

const double = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const noPadding = { top: 0, right: 0, bottom: 0, left: 0 };
const bounds: fc.Arbitrary<Bounds> = fc
  .tuple(double(-180, 180), double(-80, 79), double(0.01, 300), double(0.01, 5))
  .map(([west, south, width, height]) => [west, south, west + width, south + height]);
const options: fc.Arbitrary<FitBoundsOptions> = fc.record({
  width: double(300, 3000),
  height: double(300, 3000),
  padding: fc.record({
    top: double(0, 100),
    right: double(0, 100),
    bottom: double(0, 100),
    left: double(0, 100),
  }),
  bearing: double(-180, 180),
  maxZoom: fc.constant(30),
});

/** Printed from maplibre-gl 6.17's cameraForBoxAndBearing, for a map whose padding is set. */
const MAPLIBRE: {
  name: string;
  box: Bounds;
  options: FitBoundsOptions;
  center: [number, number];
  zoom: number;
}[] = [
  {
    name: 'north up',
    box: [124, 33, 131, 43],
    options: { width: 1000, height: 700, padding: { top: 20, right: 30, bottom: 40, left: 400 } },
    center: [127.5, 38.17119268663876],
    zoom: 5.144057731061834,
  },
  {
    name: 'turned 30 degrees',
    box: [124, 33, 131, 43],
    options: {
      width: 1000,
      height: 700,
      padding: { top: 20, right: 30, bottom: 40, left: 400 },
      bearing: 30,
    },
    center: [127.5, 38.17119268663876],
    zoom: 4.953695983345424,
  },
  {
    name: 'on a phone, turned -75.5 degrees',
    box: [124.1, 39.7, 126.6, 41.5],
    options: {
      width: 390,
      height: 844,
      padding: { top: 10, right: 10, bottom: 300, left: 10 },
      bearing: -75.5,
    },
    center: [125.35, 40.606059406336044],
    zoom: 6.47659193237723,
  },
  {
    name: 'across the antimeridian',
    box: [170, -20, 200, 15],
    options: { width: 800, height: 600, padding: noPadding, bearing: 120 },
    center: [-175, -2.6214055720948295],
    zoom: 3.2685565700782284,
  },
  {
    name: 'in the far north',
    box: [-30, 55, 60, 80],
    options: { width: 1280, height: 720, padding: noPadding, bearing: 10 },
    center: [15, 71.13993150785993],
    zoom: 2.5248279007355348,
  },
];

/** How far the box's corners reach from the centre on screen, in pixels: right and down. */
function reach([west, south, east, north]: Bounds, o: FitBoundsOptions): [number, number] {
  const { center, zoom } = fitBounds([west, south, east, north], o);
  const [cx, cy] = project(center);
  const turn = (-(o.bearing ?? 0) * Math.PI) / 180;
  const scale = 512 * 2 ** zoom;
  const corners = [west, east].flatMap((lon) => [south, north].map((lat) => project([lon, lat])));
  const middle = (project([west, 0])[0] + project([east, 0])[0]) / 2;
  const wrap = middle - cx;
  const screen = corners.map(([x, y]) => {
    const [dx, dy] = [(x - cx - wrap) * scale, (y - cy) * scale];
    return [dx * Math.cos(turn) - dy * Math.sin(turn), dx * Math.sin(turn) + dy * Math.cos(turn)];
  }) as [number, number][];
  return [
    Math.max(...screen.map(([x]) => Math.abs(x))),
    Math.max(...screen.map(([, y]) => Math.abs(y))),
  ];
}

describe('fitBounds', () => {
  it('fills the unpadded rectangle one way, and does not pass it the other way', () => {
    fc.assert(
      fc.property(bounds, options, (box, o) => {
        const { padding } = o;
        const [x, y] = reach(box, o);
        const [w, h] = [
          o.width - padding.left - padding.right,
          o.height - padding.top - padding.bottom,
        ];
        expect(Math.max((2 * x) / w, (2 * y) / h)).toBeCloseTo(1, 4);
      }),
    );
  });

  it.each(MAPLIBRE)('gives the zoom and centre that MapLibre gives, $name', (c) => {
    const { center, zoom } = fitBounds(c.box, c.options);
    expect(zoom).toBeCloseTo(c.zoom, 6);
    expect(center[0]).toBeCloseTo(c.center[0], 6);
    expect(center[1]).toBeCloseTo(c.center[1], 6);
  });

  it('centres on the middle of the box as drawn, whatever the padding', () => {
    const box: Bounds = [124, 33, 131, 43];
    const size = { width: 800, height: 600 };
    const plain = fitBounds(box, { ...size, padding: noPadding });
    const padded = fitBounds(box, { ...size, padding: { ...noPadding, left: 300, top: 40 } });
    expect(padded.center).toEqual(plain.center);
    expect(padded.center[1]).toBeGreaterThan(38);
    expect(padded.zoom).toBeLessThan(plain.zoom);
  });

  it('crosses the antimeridian, whichever way the box is written', () => {
    const size = { width: 800, height: 600, padding: noPadding };
    const box = fitBounds([170, -10, 200, 10], size);
    expect(box.center[0]).toBe(-175);
    expect(fitBounds([170, -10, -160, 10], size)).toEqual(box);
  });

  it('does not zoom in beyond maxZoom, even on a point', () => {
    const size = { width: 800, height: 600, padding: noPadding };
    expect(fitBounds([127, 38, 127, 38], size).zoom).toBe(22);
    expect(fitBounds([127, 38, 127, 38], { ...size, maxZoom: 9 }).zoom).toBe(9);
  });

  it('is finite where padding leaves nothing, and at the ends of the world', () => {
    const padding = { top: 500, right: 400, bottom: 500, left: 400 };
    const { center, zoom } = fitBounds([124, 33, 131, 43], { width: 800, height: 600, padding });
    expect([...center, zoom].every(Number.isFinite)).toBe(true);
    const world = fitBounds([-180, -90, 180, 90], { width: 0, height: 0, padding: noPadding });
    expect([...world.center, world.zoom].every(Number.isFinite)).toBe(true);
  });
});
