import type { Geometry, Position } from 'geojson';
import polylabel from 'polylabel';
import { project } from '../core/camera.ts';
import type { LngLat } from '../core/story.ts';
import type { Point } from './earth.ts';
import { groundOfGeometry } from './ground.ts';
import type { TileId } from './tile-cover.ts';

/** How far MapLibre keeps a GeoJSON feature beyond the tile that it is cut to, in tiles. */
const BUFFER = 0.25;
/** How exactly the middle of a polygon is found, in tiles: two pixels. */
const PRECISION = 16 / 8192;

const toMercator = (position: Position): Point => project(position as LngLat);

/** A box in the unit of the points it cuts. */
type Limits = readonly [west: number, north: number, east: number, south: number];

/** A ring cut to one side of a line across an axis. */
function cutAt(ring: readonly Point[], axis: 0 | 1, { at, sign }: { at: number; sign: 1 | -1 }) {
  const inside = (point: Point): boolean => sign * (point[axis] - at) >= 0;
  return ring.flatMap((b, i): Point[] => {
    const a = ring.at(i - 1)!;
    if (inside(a) === inside(b)) return inside(b) ? [b] : [];
    const part = (at - a[axis]) / (b[axis] - a[axis]);
    const between: Point = [a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part];
    return inside(b) ? [between, b] : [between];
  });
}

/** A ring cut to a box. */
function cutToBox(ring: readonly Point[], [west, north, east, south]: Limits): Point[] {
  const left = cutAt(ring, 0, { at: west, sign: 1 });
  const right = cutAt(left, 0, { at: east, sign: -1 });
  return cutAt(cutAt(right, 1, { at: north, sign: 1 }), 1, { at: south, sign: -1 });
}

/** The middle of what a tile has of a polygon, where it lies in the tile; in units of the world. */
function middleIn([z, x, y]: TileId, rings: readonly Point[][]): Point[] {
  const count = 2 ** z;
  const limits: Limits = [
    (x - BUFFER) / count,
    (y - BUFFER) / count,
    (x + 1 + BUFFER) / count,
    (y + 1 + BUFFER) / count,
  ];
  const cut = rings.map((ring) => cutToBox(ring, limits)).filter(({ length }) => length > 2);
  if (cut.length === 0) return [];
  const inTiles = cut.map((ring) => ring.map(([px, py]): Point => [px * count, py * count]));
  const [px, py] = polylabel(inTiles, PRECISION);
  const isHere = Math.floor(px) === x && Math.floor(py) === y;
  return isHere ? [[px / count, py / count]] : [];
}

/** The middles of a polygon, one for each tile that has it in it, as MapLibre names polygons. */
function middlesOf(rings: readonly Point[][], tiles: readonly TileId[]): Point[] {
  const xs = (rings[0] ?? []).map(([x]) => x);
  const middle = (Math.min(...xs) + Math.max(...xs)) / 2;
  return tiles.flatMap((tile) => {
    const world = Math.round((tile[1] + 0.5) / 2 ** tile[0] - middle);
    const there = rings.map((ring) => ring.map(([x, y]): Point => [x + world, y]));
    return middleIn(tile, there);
  });
}

/**
 * Where a symbol layer names a geometry, places of the Mercator unit square: at points, where lines begin, and
 * in the middle of polygons, for each of the `tiles` that a map would show.
 */
export function anchorsOf(geometry: Geometry, tiles: readonly TileId[]): Point[] {
  switch (geometry.type) {
    case 'Point':
      return [toMercator(geometry.coordinates)];
    case 'MultiPoint':
      return geometry.coordinates.map(toMercator);
    case 'LineString':
      return geometry.coordinates.slice(0, 1).map(toMercator);
    case 'MultiLineString':
      return geometry.coordinates.flatMap((line) => line.slice(0, 1).map(toMercator));
    case 'GeometryCollection':
      return geometry.geometries.flatMap((each) => anchorsOf(each, tiles));
    default:
      return groundOfGeometry(geometry).flatMap(({ parts }) => middlesOf(parts, tiles));
  }
}
