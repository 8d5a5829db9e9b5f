import { type GeoStream, geoClipRectangle, geoStream } from 'd3-geo';
import { clip } from './clip.ts';
import type { Ground } from './ground.ts';
import type { Point } from './screen.ts';
import type { Tile, TileFeature } from './still-atlas.ts';
import { nearestTile, type TileId } from './tile-cover.ts';

/** A tile that has features, and the tile of the picture that they are wanted for. */
interface Piece {
  id: TileId;
  within: TileId;
  extent: number;
}

/** A point of a tile in Mercator units. Exact: divisors are powers of two, so what tiles share is equal. */
const toMercator =
  ({ id: [z, x, y], extent }: Piece) =>
  ([px, py]: Point): Point => [(x + px / extent) / 2 ** z, (y + py / extent) / 2 ** z];

/** Lines of a tile in Mercator units, cut to the tile that they are wanted for. */
function cutLines({ parts }: TileFeature, piece: Piece): Point[][] {
  const { within, extent } = piece;
  const [z, x, y] = piece.id;
  const up = within[0] - z;
  const size = extent / 2 ** up;
  const [left, top] = [(within[1] - x * 2 ** up) * size, (within[2] - y * 2 ** up) * size];
  const place = toMercator(piece);
  const made: Point[][] = [];
  const sink: GeoStream = {
    point: (px, py) => made.at(-1)?.push(place([px, py])),
    lineStart: () => made.push([]),
    lineEnd: () => {},
    polygonStart: () => {},
    polygonEnd: () => {},
    sphere: () => {},
  };
  const clip = geoClipRectangle(left, top, left + size, top + size);
  geoStream({ type: 'MultiLineString', coordinates: parts }, clip(sink));
  return made;
}

/** What is read of the tiles. */
interface TileGroundOptions {
  layer: string;
  accepts: (feature: TileFeature) => boolean;
}

/**
 * What a layer of the tiles of a picture has, of the features that are accepted. Polygons of tiles
 * beside each other become one, without the edges at which they were cut.
 */
export function groundOfTiles(
  cover: readonly TileId[],
  read: (z: number, x: number, y: number) => Tile | undefined,
  { layer, accepts }: TileGroundOptions,
): Ground[] {
  const polygons: Point[][][] = [];
  const lines: Point[][] = [];
  const merged = new Set<string>();
  for (const within of cover) {
    const nearest = nearestTile(within, read);
    const source = nearest?.tile[layer];
    if (!source) continue;
    const piece = { id: nearest.id, within, extent: source.extent };
    const isNew = !merged.has(nearest.id.join('/'));
    merged.add(nearest.id.join('/'));
    for (const feature of source.features.filter(accepts)) {
      if (feature.type === 2) lines.push(...cutLines(feature, piece));
      else if (isNew) polygons.push(feature.parts.map((part) => part.map(toMercator(piece))));
    }
  }
  const [first, ...others] = polygons;
  const whole = first ? (clip('union', first, ...others) ?? polygons) : [];
  return [
    ...(lines.length > 0 ? [{ kind: 'lines' as const, parts: lines }] : []),
    ...whole.map((parts): Ground => ({ kind: 'rings', parts })),
  ];
}
