import {
  type GeoStream,
  type GeoStreamWrapper,
  geoClipRectangle,
  geoPath,
  geoTransform,
} from 'd3-geo';
import type { Geometry } from 'geojson';
import { TILE_SIZE } from '../core/camera.ts';
import { bent, cutToSeen } from './cut-ground.ts';
import type { Ground } from './ground.ts';
import type { Screen } from './screen.ts';
import { createSvgPen, type Reshape } from './svg-path.ts';

/** Pixels beyond the picture's edge up to which lines are drawn: no stroke's end is seen. */
const BLEED = 16;
/** On a globe, straight lines of the Mercator map are bent in steps of this many pixels. */
const BEND = 24;

/** Stream transforms, applied from the first to the last. */
function chain(...transforms: ((stream: GeoStream) => GeoStream)[]): GeoStreamWrapper {
  return { stream: (sink) => transforms.reduceRight((stream, wrap) => wrap(stream), sink) };
}

function asGeometry({ kind, parts }: Ground): Geometry {
  return kind === 'lines'
    ? { type: 'MultiLineString', coordinates: parts }
    : { type: 'Polygon', coordinates: parts };
}

/** How a path is drawn: {@link groundPath}. */
export interface PathOptions {
  /** What becomes of each line on the screen; nothing by default. */
  reshape?: Reshape;
  /** How far a stroke reaches from its line and is moved, CSS pixels; 0 by default. */
  reach?: number;
}

/** Path data of ground as a camera at `zoom` sees it, cut to the picture with a little bleed. */
export function groundPath(
  screen: Screen,
  zoom: number,
  ground: readonly Ground[],
  { reshape, reach = 0 }: PathOptions = {},
): string {
  const { width, height } = screen.size;
  const longest = BEND / (TILE_SIZE * 2 ** zoom);
  const toScreen = geoTransform({
    point(x, y) {
      this.stream.point(...screen.project(x, y));
    },
  });
  const pen = createSvgPen(reshape);
  const bleed = BLEED + reach;
  const cut = geoClipRectangle(-bleed, -bleed, width + bleed, height + bleed);
  const draw = geoPath(
    chain((stream) => toScreen.stream(stream), cut),
    pen,
  );
  for (const { kind, parts } of cutToSeen(screen, ground, longest)) {
    const shown =
      screen.globe > 0 && kind === 'rings' ? parts.map((part) => bent(part, longest)) : parts;
    if (shown.length > 0) draw(asGeometry({ kind, parts: shown }));
  }
  return pen.data();
}
