import { expect, type Page, test } from '@playwright/test';
import fc from 'fast-check';
import { type Camera, quantizeCamera } from '../../src/core/camera.ts';
import { FARTHEST_ZOOM, FLAT_FROM, limitCamera } from '../../src/core/limit-camera.ts';
import { createViewport, type Viewport } from '../../src/core/viewport.ts';
import { createScreen, type Point, type Screen } from '../../src/still/screen.ts';
import { tileCover } from '../../src/still/tile-cover.ts';
import { openRealMap } from '../support/real-map.ts';

/** Where the flat map begins to be mixed into the globe: MapLibre's `project` knows only the one or the other. */
const GLOBE_UNTIL = 3.4;
const DEEPEST = 7;

/** A camera in a window, and places of the Mercator unit square that are looked for. */
interface View {
  camera: Camera;
  viewport: Viewport;
  places: Point[];
}

/** What MapLibre says of a view. */
interface Answer {
  camera: Camera;
  points: Point[];
  /** `z/x/y`, with x counted on into the worlds beside. */
  tiles: string[];
}

const sizes = fc.constantFrom(
  ...([
    [320, 256],
    [320, 568],
    [390, 844],
    [844, 390],
    [768, 1024],
    [1280, 800],
    [1366, 768],
    [1920, 1080],
    [2560, 1080],
    [3840, 2160],
  ] as const),
);

/** Numbers spread evenly, in a millionth of the way. */
const number = (min: number, max: number) =>
  fc.nat(1_000_000).map((part) => min + ((max - min) * part) / 1_000_000);

const views: fc.Arbitrary<View> = fc
  .record({
    size: sizes,
    zoom: fc.oneof(
      number(-2, 3.4),
      number(4.4, 8),
      fc.constantFrom(-2, -0.77, 0, 1, 2, 3, 5, 7, 8),
    ),
    lon: number(-180, 179.99),
    lat: number(-82, 82),
    bearing: fc.oneof(fc.constant(0), number(-180, 180)),
    pitch: fc.oneof(fc.constant(0), number(0, 60)),
    at: fc.array(fc.tuple(number(0, 1), number(0, 1)), { minLength: 12, maxLength: 12 }),
  })
  .map(({ size: [width, height], zoom, lon, lat, bearing, pitch, at }) => {
    const viewport = createViewport(width, height);
    const camera = limitCamera({ center: [lon, lat], zoom, bearing, pitch }, viewport);
    const screen = screenOf({ camera, viewport });
    const { stage } = viewport;
    const places = at.flatMap(([x, y]): Point[] => {
      const place = screen.unproject([x * stage.width, y * stage.height]);
      return place && place[1] > 0 && place[1] < 1 ? [place] : [];
    });
    return { camera: quantizeCamera(camera), viewport, places };
  });

function screenOf({ camera, viewport }: Pick<View, 'camera' | 'viewport'>): Screen {
  return createScreen(camera, { ...viewport.stage, padding: viewport.padding });
}

function ask(page: Page, views: readonly View[], deepest: number): Promise<Answer[]> {
  return page.evaluate(
    ({ views, deepest }) =>
      views.map(({ camera, viewport, places }) => {
        const { realMap: map } = window;
        const style = map.getContainer().style;
        style.width = `${viewport.stage.width}px`;
        style.height = `${viewport.stage.height}px`;
        map.resize();
        map.setPadding(viewport.padding);
        // The globe turns into the flat map when it is drawn.
        map.jumpTo(camera);
        map.redraw();
        map.jumpTo(camera);
        const { lng, lat } = map.getCenter();
        const points = places.map(([x, y]): [number, number] => {
          const latitude = (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI;
          const at = map.project([(x - 0.5) * 360, latitude]);
          return [at.x, at.y];
        });
        const tiles = map.coveringTiles({ tileSize: 512, minzoom: 0, maxzoom: deepest });
        return {
          camera: {
            center: [lng, lat] as [number, number],
            zoom: map.getZoom(),
            bearing: map.getBearing(),
            pitch: map.getPitch(),
          },
          points,
          tiles: tiles.map(({ wrap, canonical: { z, x, y } }) => `${z}/${x + wrap * 2 ** z}/${y}`),
        };
      }),
    { views: views as View[], deepest },
  );
}

/** A tile's address in the world, wherever it is shown. */
function inWorld(tile: string): string {
  const [z = 0, x = 0, y = 0] = tile.split('/').map(Number);
  const count = 2 ** z;
  return `${z}/${((x % count) + count) % count}/${y}`;
}

/** The tiles of which a picture shows a point of a fine grid. */
function tilesInSight({ viewport: { stage } }: View, screen: Screen, zoom: number): Set<string> {
  const found = new Set<string>();
  const step = Math.max(7, stage.width / 160);
  for (let x = 0; x <= stage.width; x += step) {
    for (let y = 0; y <= stage.height; y += step) {
      const place = screen.unproject([x, y]);
      if (!place || place[1] < 0 || place[1] >= 1) continue;
      const count = 2 ** zoom;
      found.add(inWorld(`${zoom}/${Math.floor(place[0] * count)}/${Math.floor(place[1] * count)}`));
    }
  }
  return found;
}

test('case 8: a still has the camera, the places and the tiles of a real map at every zoom, pitch and window', async ({
  page,
}) => {
  await openRealMap(page);
  await page.evaluate((farthest) => {
    window.realMap.setMinZoom(farthest);
    window.realMap.setMaxPitch(60);
    window.realMap.setProjection({
      type: ['interpolate', ['linear'], ['zoom'], 3.4, 'vertical-perspective', 4.4, 'mercator'],
    } as never);
  }, FARTHEST_ZOOM);
  const all = fc.sample(views, { numRuns: 240, seed: 8 });
  const answers = await ask(page, all, DEEPEST);
  const faults = all.flatMap((view, i) => {
    const answer = answers[i]!;
    const screen = screenOf(view);
    const { camera, viewport, places } = view;
    const found: string[] = [];
    const theirs = quantizeCamera(answer.camera);
    const isSame =
      Math.abs(theirs.zoom - camera.zoom) < 1e-5 &&
      Math.abs(theirs.center[1] - camera.center[1]) < 1e-5;
    if (!isSame) found.push(`camera ${JSON.stringify(theirs)}`);
    const isMixed = camera.zoom > GLOBE_UNTIL && camera.zoom < FLAT_FROM;
    places.forEach(([x, y], at) => {
      const [ourX, ourY] = screen.project(x, y);
      const [theirX, theirY] = answer.points[at]!;
      const off = Math.hypot(ourX - theirX, ourY - theirY);
      if (!isMixed && !(off < 0.5)) found.push(`place ${off.toFixed(2)} px off`);
    });
    const zoom = Math.max(0, Math.min(DEEPEST, Math.floor(camera.zoom)));
    const ours = new Set(tileCover(screen, zoom).map((tile) => inWorld(tile.join('/'))));
    const real = new Set(answer.tiles.map(inWorld));
    const seen = tilesInSight(view, screen, zoom);
    const missing = [...seen].filter((tile) => !ours.has(tile));
    const extra = [...ours].filter((tile) => !real.has(tile));
    if (missing.length > 0) found.push(`without ${missing}`);
    if (extra.length > 0) found.push(`not of the real map: ${extra}`);
    const where = `${JSON.stringify(camera)} in ${viewport.stage.width}x${viewport.stage.height}`;
    return found.length > 0 ? [`${where}: ${found.join('; ')}`] : [];
  });
  expect(faults).toEqual([]);
});
