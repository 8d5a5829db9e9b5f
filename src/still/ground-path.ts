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
import { createSvgPen } from './svg-path.ts';

/** Pixels beyond the picture's edge up to which lines are drawn: no stroke's end is seen. */
const BLEED = 16;
/** On a globe, straight lines of the Mercator map are bent in steps of this many pixels. */
const BEND = 24;

/** Stream transforms, applied from the first to the last. */
function chain(...transforms: ((stream: GeoStream) => GeoStream)[]): GeoStreamWrapper {
  return { stream: (sink) => transforms.reduceRight((stream, wrap) => wrap(stream), sink) };
}

/** Lines or rings of the Mercator unit square. */
export interface Ground {
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
