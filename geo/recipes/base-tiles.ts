import { readFileSync } from 'node:fs';
import { writePmtiles } from '../../src/tiles/pmtiles-writer.ts';
import type { Dataset, Recipe } from '../lib/dataset.ts';
import { GEO } from '../lib/inputs.ts';
import { DETAILS } from '../lib/tile-detail.ts';
import { type Atlas, FIELDS, layersAt } from '../lib/tile-layers.ts';
import { cutTiles, type TileRange } from '../lib/tile-pyramid.ts';
import { describeTiles } from '../lib/tile-report.ts';

/**
 * `atlas/base`: the basemap as vector tiles, made of `atlas/land`, `lakes`, `rivers`, `rivers-wdbii`, `borders`, `ways`,
 * `graticule` and of `korea/bridges`: the world to zoom 5, East Asia to zoom 7. Every place of those zooms has a tile, if an
 * empty one; where there is none, the nearest one above it is to be enlarged.
 */
export const baseTiles: Recipe = {
  output: 'atlas/base.pmtiles',
  needs: 'repository',
  licence:
    'public domain (Natural Earth); CC-BY-4.0 (Korean waters, railways, roads and bridges); LGPL-3.0-or-later (Imjin, Pukhan and Kum)',
  credit:
    'Natural Earth (public domain); Korean waters, railways, roads and bridges: Legenda (CC BY 4.0); three Korean rivers: World Data Bank II, from GSHHG (LGPL)',
  make,
  describe: describeTiles,
};

/** The last zoom of the whole world. */
const WORLD = 5;
/** East Asia in tiles of that zoom, so that none is half detailed: 101-146E, 22-56N. */
const EAST_ASIA: TileRange = { z: WORLD, columns: [25, 28], rows: [10, 13] };
/** Tile units of land and lines around each tile: 11 pixels, as far as waterlines are from a coast. */
const BUFFER = 88;

function make(): Uint8Array {
  const atlas: Atlas = {
    land: readMade('atlas/land'),
    lakes: readMade('atlas/lakes'),
    rivers: bothOf(readMade('atlas/rivers'), readMade('atlas/rivers-wdbii')),
    borders: readMade('atlas/borders'),
    ways: readMade('atlas/ways'),
    bridges: readMade('korea/bridges'),
    graticule: readMade('atlas/graticule'),
  };
  return writePmtiles({
    tiles: [...DETAILS.keys()].flatMap((z) => cutTiles(layersAt(z, atlas), rangeAt(z), BUFFER)),
    type: 'mvt',
    bounds: [-180, -85, 180, 85],
    center: [127, 38.5, 6],
    metadata: {
      name: 'Legenda atlas',
      description: 'Land, water, borders, railways and bridges of 1950',
      attribution: baseTiles.credit,
      licence: baseTiles.licence,
      vector_layers: Object.entries(FIELDS).map(([id, fields]) => ({ id, fields })),
    },
  });
}

function rangeAt(z: number): TileRange {
  if (z <= WORLD) return { z, columns: [0, 2 ** z - 1], rows: [0, 2 ** z - 1] };
  const scale = 2 ** (z - WORLD);
  const inside = ([from, to]: TileRange['rows']): TileRange['rows'] => [
    from * scale,
    (to + 1) * scale - 1,
  ];
  return { z, columns: inside(EAST_ASIA.columns), rows: inside(EAST_ASIA.rows) };
}

/** One dataset of the features of two; its terms are the first one's. */
function bothOf(one: Dataset, other: Dataset): Dataset {
  return { ...one, features: [...one.features, ...other.features] };
}

function readMade(name: string): Dataset {
  return JSON.parse(readFileSync(new URL(`${name}.geojson`, GEO), 'utf8')) as Dataset;
}
