import { project, TILE_SIZE, unproject } from '../../src/core/camera.ts';
import type { LngLat } from '../../src/core/story.ts';
import { kilometresBetween } from './sphere.ts';

/** A tile's zoom, column and row. */
export type TileKey = [z: number, x: number, y: number];

/** What a reader sees: MapLibre's zoom, with tiles of 512 pixels, in a window of some pixels. */
export interface View {
  projection: 'globe' | 'mercator';
  center: LngLat;
  zoom: number;
  width: number;
  height: number;
}

/** Two views that stories open with; a page is as fast as their tiles are small. */
export const VIEWS = {
  globe: { projection: 'globe', center: [95, 50], zoom: 2.2, width: 1280, height: 800 },
  korea: { projection: 'mercator', center: [127, 38.5], zoom: 6, width: 1280, height: 800 },
} as const satisfies Record<string, View>;

/** MapLibre's camera stands one and a half heights of the window away from the middle of the map. */
const HEIGHTS_AWAY = 1.5;
/** Farthest that two places can be from each other on the Earth: kilometres. */
const HALF_ROUND = kilometresBetween([0, 90], [0, -90]);

/** The tiles that a view shows, those of the zoom at or below its own. */
export function tilesInView(view: View): TileKey[] {
  return view.projection === 'globe' ? tilesOnGlobe(view) : tilesInWindow(view);
}

/** Every tile of a zoom. */
export function tilesOf(z: number): TileKey[] {
  const across = [...Array(2 ** z).keys()];
  return across.flatMap((x) => across.map((y): TileKey => [z, x, y]));
}

function tilesInWindow({ center, zoom, width, height }: View): TileKey[] {
  const z = Math.floor(zoom);
  const [x, y] = project(center);
  const half = [width, height].map((pixels) => pixels / 2 / TILE_SIZE / 2 ** zoom);
  const covered = ([tileX, tileY]: [number, number]) =>
    tileX + 2 ** -z > x - half[0]! &&
    tileX < x + half[0]! &&
    tileY + 2 ** -z > y - half[1]! &&
    tileY < y + half[1]!;
  return tilesOf(z).filter((key) => covered(cornerOf(key)));
}

/** All tiles on this side of the horizon, whether or not the window is wide enough to show them. */
function tilesOnGlobe({ center, zoom, height }: View): TileKey[] {
  const shrunk = Math.cos((center[1] * Math.PI) / 180);
  const radius = (TILE_SIZE * 2 ** zoom) / (2 * Math.PI) / shrunk;
  const horizon = Math.acos(radius / (radius + HEIGHTS_AWAY * height));
  const farthest = (horizon / Math.PI) * HALF_ROUND;
  const seen = (key: TileKey) =>
    pointsOf(key).some((at) => kilometresBetween(at, center) < farthest);
  return tilesOf(Math.floor(zoom)).filter(seen);
}

/** A grid of positions in a tile, close enough together to find what part of it is in sight. */
function pointsOf(key: TileKey): LngLat[] {
  const [x, y] = cornerOf(key);
  const steps = [...Array(17).keys()].map((step) => step / 16 / 2 ** key[0]);
  return steps.flatMap((dx) => steps.map((dy) => unproject([x + dx, y + dy])));
}

function cornerOf([z, x, y]: TileKey): [number, number] {
  return [x / 2 ** z, y / 2 ** z];
}
