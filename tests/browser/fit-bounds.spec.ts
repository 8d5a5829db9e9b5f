import { expect, type Page, test } from '@playwright/test';
import { type Camera, project, TILE_SIZE } from '../../src/core/camera.ts';
import { fitBounds } from '../../src/core/fit-bounds.ts';
import type { Bounds, LngLat } from '../../src/core/story.ts';
import { createViewport, type Viewport } from '../../src/core/viewport.ts';
import { openRealMap } from '../support/real-map.ts';

type Fitted = Pick<Camera, 'center' | 'zoom'>;

interface Case {
  bounds: Bounds;
  bearing: number;
  viewport: Viewport;
}

test.use({ deviceScaleFactor: 1 });

/** Boxes as stories have them, and boxes that are hard: tall, flat, tiny, far north, over the dateline. */
const BOXES: readonly Bounds[] = [
  [124, 39.6, 127.2, 41.6],
  [125, 37.3, 129.2, 38.5],
  [124.5, 33.1, 130.9, 43],
  [126.6, 37.9, 126.7, 38],
  [126.676, 37.955, 126.678, 37.957],
  [37.3, 55.6, 37.8, 55.9],
  [-9.5, 36, 3.3, 43.8],
  [-125, 24, -66, 50],
  [-75.6, -55.9, -66.4, -17.5],
  [-179, -20, -170, -10],
  [170, -20, -170, 20],
  [178, 64, -172, 68],
  [0, 0, 40, 0.5],
  [10, -30, 10.4, 30],
  [-1, -1, 1, 1],
  [4, 70, 31, 84],
  [-70, -80, -40, -65],
  [20, 84, 21, 85],
  [100, 0, 180, 60],
  [-180, -60, 0, 60],
  [12.4, 41.8, 12.6, 42],
  [139.6, 35.5, 139.9, 35.8],
  [30, 10, 60, 70],
  [-60, -10, 60, 10],
  [72, 8, 88, 33],
  [115.9, 39.7, 116.8, 40.2],
  [127, 34.8, 129.5, 36.2],
  [128.5, 34.6, 128.9, 35.2],
  [-0.5, 51.3, 0.3, 51.7],
  [150, -45, 179.5, -30],
];
const BEARINGS = [0, 17, -38, 90, 135, 180];
const SIZES: readonly (readonly [number, number])[] = [
  [1366, 768],
  [1000, 400],
  [390, 844],
];

const CASES: readonly Case[] = SIZES.flatMap(([width, height]) =>
  BEARINGS.flatMap((bearing) =>
    BOXES.map((bounds) => ({ bounds, bearing, viewport: createViewport(width, height) })),
  ),
);

const nameOf = ({ bounds, bearing, viewport: { width, height } }: Case): string =>
  `[${bounds}] at ${bearing}° in ${width}x${height}`;

function ours({ bounds, bearing, viewport }: Case): Fitted {
  const { stage, padding } = viewport;
  return fitBounds(bounds, { ...stage, padding, bearing });
}

/** The box's west and east as one span that does not jump at the dateline. */
const unwrapped = ([west, south, east, north]: Bounds): Bounds => [
  west,
  south,
  east < west ? east + 360 : east,
  north,
];

/** Corners of the box in CSS pixels from a camera's centre, before the map is turned. */
function cornersFrom({ center, zoom }: Fitted, bounds: Bounds): LngLat[] {
  const [west, south, east, north] = unwrapped(bounds);
  const scale = TILE_SIZE * 2 ** zoom;
  const [lon, lat] = center;
  // A world east or west is the same place.
  const turn = 360 * Math.round(((west + east) / 2 - lon) / 360);
  const [x, y] = project([lon + turn, lat]);
  const corners: LngLat[] = [
    [west, north],
    [east, north],
    [east, south],
    [west, south],
  ];
  return corners.map((corner) => {
    const [cx, cy] = project(corner);
    return [(cx - x) * scale, (cy - y) * scale];
  });
}

function farthest(a: readonly LngLat[], b: readonly LngLat[]): number {
  return Math.max(...a.map(([x, y], i) => Math.hypot(x - (b[i]?.[0] ?? 0), y - (b[i]?.[1] ?? 0))));
}

/** What MapLibre itself answers, on a map of the viewport's size that has the same padding set. */
function theirs(page: Page, cases: readonly Case[]): Promise<Fitted[]> {
  return page.evaluate(
    (cases) =>
      cases.map(({ bounds: [west, south, east, north], bearing, viewport }) => {
        const { realMap: map } = window;
        const style = map.getContainer().style;
        style.width = `${viewport.stage.width}px`;
        style.height = `${viewport.stage.height}px`;
        map.resize();
        map.setPadding(viewport.padding);
        const box: [number, number, number, number] = [
          west,
          south,
          east < west ? east + 360 : east,
          north,
        ];
        const camera = map.cameraForBounds(box, { bearing });
        if (!camera?.center || camera.zoom === undefined) throw new Error(`No camera for ${box}`);
        const { lng, lat } = camera.center as { lng: number; lat: number };
        return { center: [lng, lat] as [number, number], zoom: camera.zoom };
      }),
    cases,
  );
}

test('fitBounds answers what MapLibre answers, to a pixel at every corner of every box', async ({
  page,
}) => {
  await openRealMap(page);
  const answers = await theirs(page, CASES);
  const off = CASES.map((one, i) => {
    const answer = answers[i] ?? { center: [0, 0], zoom: 0 };
    const pixels = farthest(cornersFrom(ours(one), one.bounds), cornersFrom(answer, one.bounds));
    return { name: nameOf(one), pixels };
  });
  expect(off.length).toBe(BOXES.length * BEARINGS.length * SIZES.length);
  expect(off.filter(({ pixels }) => !(pixels < 1))).toEqual([]);
});

test('a map at the camera of fitBounds shows the whole box beside the padding, and no more', async ({
  page,
}) => {
  await openRealMap(page);
  // Farther out MapLibre moves the camera itself, so that no edge of the world is seen.
  const cases = CASES.filter((one) => ours(one).zoom > 3 && Math.abs(one.bounds[3]) < 80);
  expect(cases.length).toBeGreaterThan(200);
  const input = cases.map((one) => ({ ...one, camera: ours(one), box: unwrapped(one.bounds) }));
  const gaps = await page.evaluate(
    (input) =>
      input.map(({ box: [west, south, east, north], bearing, viewport, camera }) => {
        const { realMap: map } = window;
        const { stage, padding } = viewport;
        const style = map.getContainer().style;
        style.width = `${stage.width}px`;
        style.height = `${stage.height}px`;
        map.resize();
        map.setPadding(padding);
        map.jumpTo({ ...camera, bearing, pitch: 0 });
        const lon = map.getCenter().lng;
        const turn = 360 * Math.round((lon - (west + east) / 2) / 360);
        const points = [west, east].flatMap((x) =>
          [south, north].map((y) => map.project([x + turn, y])),
        );
        const xs = points.map(({ x }) => x);
        const ys = points.map(({ y }) => y);
        return [
          Math.min(...xs) - padding.left,
          Math.min(...ys) - padding.top,
          stage.width - padding.right - Math.max(...xs),
          stage.height - padding.bottom - Math.max(...ys),
        ];
      }),
    input,
  );
  const wrong = gaps.flatMap((gap, i) => {
    const [left = 0, top = 0, right = 0, bottom = 0] = gap;
    const inside = Math.min(...gap) > -1;
    const touching = Math.min(left + right, top + bottom) < 2;
    const centered = Math.abs(left - right) < 2 && Math.abs(top - bottom) < 2;
    return inside && touching && centered ? [] : [{ name: nameOf(cases[i] as Case), gap }];
  });
  expect(wrong).toEqual([]);
});
