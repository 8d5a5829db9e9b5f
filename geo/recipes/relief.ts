import { writePmtiles } from '../../src/tiles/pmtiles-writer.ts';
import type { Recipe } from '../lib/dataset.ts';
import { readGrey } from '../lib/marble-elevation.ts';
import { pyramidOf } from '../lib/relief-pyramid.ts';
import { describeRelief } from '../lib/relief-report.ts';
import { asRead, reliefTile, reliefTileKeys } from '../lib/relief-tiles.ts';

/**
 * `atlas/relief`: heights for shading, as grey WebP tiles: the world to zoom 3, East Asia to zoom 5.
 * Where a tile is missing, a part of the nearest one above it stands in. Not for reading heights off.
 * Needs ImageMagick beside apt.
 */
export const relief: Recipe = {
  output: 'atlas/relief.pmtiles',
  needs: 'debian',
  licence: 'public domain, as Marble states it (Debian: LGPL-2.1+)',
  credit: 'Relief from SRTM30 (NASA/JPL) by way of KDE Marble',
  make,
  describe: describeRelief,
};

function make(): Uint8Array {
  const pyramid = pyramidOf(readGrey(), asRead);
  return writePmtiles({
    tiles: reliefTileKeys().map((key) => reliefTile(pyramid[key[0]]!, key)),
    type: 'webp',
    bounds: [-180, -60, 180, 84],
    center: [127, 38.5, 5],
    metadata: {
      name: 'Legenda relief',
      description:
        'Heights for shading: 7000 m * (grey / 255)^2; 256 cells a tile and 2 around them',
      attribution: relief.credit,
      licence: relief.licence,
    },
  });
}
