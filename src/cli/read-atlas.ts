import { readFileSync } from 'node:fs';
import { classifyRings, VectorTile, type VectorTileFeature } from '@mapbox/vector-tile';
import type { FeatureCollection } from 'geojson';
import { PbfReader } from 'pbf';
import sharp from 'sharp';
import type { StillAtlas, Tile, TileFeature } from '../still/still-atlas.ts';
import { type AtlasStyle, readAtlasStyle } from '../style/atlas-style.ts';
import { readArchive } from './read-archive.ts';

const ATLAS = new URL('../../geo/atlas/', import.meta.url);

/** Address of a tile as text. */
const key = (...address: [z: number, x: number, y: number]): string => address.join('/');

/** All tiles of an archive under `geo/atlas/`, unpacked, by address. */
async function readTiles(name: string): Promise<Map<string, ArrayBuffer>> {
  const { tiles } = await readArchive(readFileSync(new URL(name, ATLAS)));
  return new Map(tiles.map(({ z, x, y, data }) => [key(z, x, y), data]));
}

/** A feature of a vector tile; each polygon of several is one of its own. */
function decodeFeature(feature: VectorTileFeature): TileFeature[] {
  const type = feature.type as TileFeature['type'];
  const geometry = feature.loadGeometry();
  return (type === 3 ? classifyRings(geometry) : [geometry]).map((parts) => ({
    type,
    properties: feature.properties,
    parts: parts.map((part) => part.map(({ x, y }): [number, number] => [x, y])),
  }));
}

/** The features of a vector tile, by layer. */
function decodeTile(bytes: ArrayBuffer): Tile {
  const { layers } = new VectorTile(new PbfReader(bytes));
  return Object.fromEntries(
    Object.entries(layers).map(([name, layer]) => {
      const features = Array.from({ length: layer.length }, (_, i) => layer.feature(i));
      return [name, { extent: layer.extent, features: features.flatMap(decodeFeature) }];
    }),
  );
}

async function decodeRelief(bytes: ArrayBuffer): Promise<Uint8Array> {
  return new Uint8Array(await sharp(bytes).extractChannel(0).raw().toBuffer());
}

function readStyle(): AtlasStyle {
  return readAtlasStyle(readFileSync(new URL('style.json', ATLAS), 'utf8'), {});
}

function readJson<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(name, ATLAS), 'utf8'));
}

/** The atlas with all of its tiles, for drawing stills in Node. Takes about a second. */
export async function readAtlas(): Promise<StillAtlas> {
  const [base, relief] = await Promise.all([
    readTiles('base.pmtiles'),
    readTiles('relief.pmtiles'),
  ]);
  const tiles = new Map<string, Tile>();
  const heights = new Map<string, Uint8Array>();
  for (const [address, bytes] of relief) heights.set(address, await decodeRelief(bytes));
  return {
    style: readStyle(),
    labels: readJson<FeatureCollection>('labels.geojson').features,
    glyphs: readJson('glyphs.json'),
    relief: (...address) => heights.get(key(...address)),
    tile(...address) {
      const name = key(...address);
      const bytes = base.get(name);
      const tile = tiles.get(name) ?? (bytes && decodeTile(bytes));
      if (tile) tiles.set(name, tile);
      return tile;
    },
    deepest: 7,
    edges: { coast: 'land' },
  };
}
