import { readFileSync } from 'node:fs';
import { VectorTile, type VectorTileLayer } from '@mapbox/vector-tile';
import type { Position } from 'geojson';
import { PbfReader } from 'pbf';
import { GEO } from '../../../geo/lib/inputs.ts';
import { openTiles } from '../../../geo/lib/tile-report.ts';
import type { TileKey } from '../../../geo/lib/tile-views.ts';
import { project, unproject } from '../../../src/core/camera.ts';

/** The committed basemap, and the same as the package `pmtiles` reads it. */
export const baseFile = new Uint8Array(readFileSync(new URL('atlas/base.pmtiles', GEO)));
export const base = openTiles(baseFile);

/** The layers of a tile of the basemap; `undefined` where there is no tile. */
export async function layersOf(key: TileKey): Promise<VectorTile['layers'] | undefined> {
  const tile = await base.getZxy(...key);
  return tile && new VectorTile(new PbfReader(new Uint8Array(tile.data))).layers;
}

/** All lines and rings of a layer, in tile units. */
export function linesIn(layer: VectorTileLayer | undefined): Position[][] {
  return features(layer).flatMap((each) =>
    each.loadGeometry().map((line) => line.map(({ x, y }) => [x, y])),
  );
}

/** Lines in tile units as positions `[lon, lat]`. */
export function onEarth(lines: Position[][], [z, x, y]: TileKey): Position[][] {
  const place = ([across, down]: Position) =>
    unproject([(x + across! / 4096) / 2 ** z, (y + down! / 4096) / 2 ** z]);
  return lines.map((line) => line.map(place));
}

/** The properties of a layer's features. */
export function propertiesIn(layer: VectorTileLayer | undefined): Record<string, unknown>[] {
  return features(layer).map(({ properties }) => properties);
}

/** The tile of a zoom that a position is in. */
export function tileAt(position: Position, z: number): TileKey {
  const [x, y] = project(position as [number, number]);
  return [z, Math.floor(x * 2 ** z), Math.floor(y * 2 ** z)];
}

/** Pairs of neighbours in lines. */
export function segmentsOf(lines: Position[][]): [Position, Position][] {
  return lines.flatMap((line) =>
    line.slice(1).map((end, at): [Position, Position] => [line[at]!, end]),
  );
}

/** Whether a point is inside rings, an odd number of them. */
export function isInside([x, y]: Position, rings: Position[][]): boolean {
  const crossed = segmentsOf(rings).filter(([[ax, ay], [bx, by]]) => {
    return ay! > y! !== by! > y! && x! < ax! + ((bx! - ax!) * (y! - ay!)) / (by! - ay!);
  });
  return crossed.length % 2 === 1;
}

function features(layer: VectorTileLayer | undefined) {
  return Array.from({ length: layer?.length ?? 0 }, (_, at) => layer!.feature(at));
}
