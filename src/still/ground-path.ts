import {
  type GeoStream,
  type GeoStreamWrapper,
  geoClipRectangle,
  geoPath,
  geoTransform,
} from 'd3-geo';
import type { Geometry, Position } from 'geojson';
import { project, TILE_SIZE } from '../core/camera.ts';
import type { LngLat } from '../core/story.ts';
import type { Point, Screen } from './screen.ts';
import type { Tile, TileFeature } from './still-atlas.ts';
import { createSvgPen } from './svg-path.ts';
import { nearestTile, type TileId } from './tile-cover.ts';

/** Pixels beyond the picture's edge up to which lines are drawn: no stroke's end is seen. */
const BLEED = 16;
/** On a globe, straight lines of the Mercator map are bent in steps of this many pixels. */
const BEND = 24;

/** Stream transforms, applied from the first to the last. */
function chain(...transforms: ((stream: GeoStream) => GeoStream)[]): GeoStreamWrapper {
  return { stream: (sink) => transforms.reduceRight((stream, wrap) => wrap(stream), sink) };
}

/** Lines and rings of the Mercator unit square. */
interface Ground {
  kind: 'lines' | 'rings';
  parts: Point[][];
}

/** Puts points between those of a line, none farther from the next than `longest`. */
function bent(points: readonly Point[], longest: number): Point[] {
  return points.flatMap(([x, y], i): Point[] => {
    const before = points[i - 1];
    if (!before) return [[x, y]];
    const [dx, dy] = [x - before[0], y - before[1]];
    const count = Math.max(1, Math.ceil(Math.hypot(dx, dy) / longest));
    return Array.from({ length: count }, (_, step): Point => {
      const part = (step + 1) / count;
      return [before[0] + dx * part, before[1] + dy * part];
    });
  });
}

/** Whether anything of a part can be seen: one that lies on the far side of the globe cannot. */
const isSeen = (screen: Screen, part: readonly Point[]): boolean =>
  screen.globe < 1 || part.some(([x, y]) => screen.isSeen(x, y));

function asGeometry({ kind, parts }: Ground): Geometry {
  return kind === 'lines'
    ? { type: 'MultiLineString', coordinates: parts }
    : { type: 'Polygon', coordinates: parts };
}

/** Path data of ground as a camera at `zoom` sees it, cut to the picture with a little bleed. */
export function groundPath(screen: Screen, zoom: number, ground: readonly Ground[]): string {
  const { width, height } = screen.size;
  const longest = BEND / (TILE_SIZE * 2 ** zoom);
  const toScreen = geoTransform({
    point(x, y) {
      this.stream.point(...screen.project(x, y));
    },
  });
  const pen = createSvgPen();
  const cut = geoClipRectangle(-BLEED, -BLEED, width + BLEED, height + BLEED);
  const draw = geoPath(
    chain((stream) => toScreen.stream(stream), cut),
    pen,
  );
  for (const { kind, parts } of ground) {
    const shown = parts
      .filter((part) => isSeen(screen, part))
      .map((part) => (screen.globe > 0 ? bent(part, longest) : part));
    if (shown.length > 0) draw(asGeometry({ kind, parts: shown }));
  }
  return pen.data();
}

/** A feature of a tile in Mercator units, cut to the part of the tile that `within` is; `margin` beyond it. */
function cutToTile(
  { type, parts }: TileFeature,
  extent: number,
  [[z, x, y], within]: [TileId, TileId],
): Ground {
  const up = within[0] - z;
  const size = extent / 2 ** up;
  const [left, top] = [(within[1] - x * 2 ** up) * size, (within[2] - y * 2 ** up) * size];
  // Rings of tiles beside each other overlap by a little, so that no seam is seen.
  const margin = type === 3 ? size / 512 : 0;
  const made: Point[][] = [];
  const sink: GeoStream = {
    point: (px, py) => made.at(-1)?.push([(x + px / extent) / 2 ** z, (y + py / extent) / 2 ** z]),
    lineStart: () => made.push([]),
    lineEnd: () => {},
    polygonStart: () => {},
    polygonEnd: () => {},
    sphere: () => {},
  };
  const kind = type === 3 ? 'rings' : 'lines';
  const clip = geoClipRectangle(
    left - margin,
    top - margin,
    left + size + margin,
    top + size + margin,
  );
  geoPathStream(asGeometry({ kind, parts }), clip(sink));
  if (kind === 'rings') for (const ring of made) if (ring[0]) ring.push([...ring[0]]);
  return { kind, parts: made };
}

function geoPathStream(geometry: Geometry, stream: GeoStream): void {
  const identity = geoTransform({});
  const through: GeoStreamWrapper = { stream: () => stream };
  // A path without a context asks for nothing but the stream.
  geoPath(chain((sink) => identity.stream(sink), through.stream)).bounds(geometry);
}

/** What a style layer of the atlas draws: the features of a layer of all tiles that pass a filter. */
export function groundOfTiles(
  cover: readonly TileId[],
  read: (z: number, x: number, y: number) => Tile | undefined,
  { layer, accepts }: { layer: string; accepts: (feature: TileFeature) => boolean },
): Ground[] {
  return cover.flatMap((within) => {
    const nearest = nearestTile(within, read);
    const source = nearest?.tile[layer];
    if (!source) return [];
    return source.features
      .filter(accepts)
      .map((feature) => cutToTile(feature, source.extent, [nearest.id, within]));
  });
}

const toMercator = (position: Position): Point => project(position as LngLat);

/** The lines and rings of a GeoJSON geometry in Mercator units; points have none. */
export function groundOfGeometry(geometry: Geometry): Ground[] {
  switch (geometry.type) {
    case 'LineString':
      return [{ kind: 'lines', parts: [geometry.coordinates.map(toMercator)] }];
    case 'MultiLineString':
      return [{ kind: 'lines', parts: geometry.coordinates.map((part) => part.map(toMercator)) }];
    case 'Polygon':
      return [{ kind: 'rings', parts: geometry.coordinates.map((part) => part.map(toMercator)) }];
    case 'MultiPolygon':
      return geometry.coordinates.map((polygon) => ({
        kind: 'rings',
        parts: polygon.map((part) => part.map(toMercator)),
      }));
    default:
      return [];
  }
}
