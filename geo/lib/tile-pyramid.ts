import { GeoJSONVT, type GeoJSONVTTile } from '@maplibre/geojson-vt';
import { fromGeojsonVt } from '@maplibre/vt-pbf';
import type { Tile } from '../../src/tiles/pmtiles-writer.ts';
import { EXTENT } from './tile-detail.ts';
import type { TileLayer } from './tile-layers.ts';

/** Columns and rows of a zoom, from and to, both included. */
export interface TileRange {
  z: number;
  columns: readonly [number, number];
  rows: readonly [number, number];
}

/**
 * Cuts layers into vector tiles (Mapbox Vector Tile 2.1), all those of a range, with `buffer` units
 * around each. The layers are taken as they are: neither simplified nor left out.
 */
export function cutTiles(layers: readonly TileLayer[], range: TileRange, buffer: number): Tile[] {
  const { z, columns, rows } = range;
  const indexes = layers.map(({ id, features }) => {
    const index = new GeoJSONVT(
      { type: 'FeatureCollection', features },
      {
        maxZoom: z,
        indexMaxZoom: 0,
        tolerance: 0,
        extent: EXTENT,
        buffer,
        coordinates: 'unitSquare',
      },
    );
    return { id, index };
  });
  return upTo(columns).flatMap((x) =>
    upTo(rows).map((y) => {
      const cut = indexes.flatMap(({ id, index }): [string, GeoJSONVTTile][] => {
        const tile = index.getTile(z, x, y);
        return tile?.features.length ? [[id, tile]] : [];
      });
      const bytes = fromGeojsonVt(Object.fromEntries(cut), { version: 2, extent: EXTENT });
      return { z, x, y, bytes };
    }),
  );
}

function upTo([from, to]: readonly [number, number]): number[] {
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}
