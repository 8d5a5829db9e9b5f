import type { Feature } from 'geojson';
import type { AtlasStyle } from '../style/atlas-style.ts';

/** A feature of a vector tile: lines, or the rings of one polygon, in units of its layer's extent. */
export interface TileFeature {
  /** 1 points, 2 lines, 3 polygons, as vector tiles have it. */
  type: 1 | 2 | 3;
  properties: Record<string, unknown>;
  parts: [x: number, y: number][][];
}

/** The layers of a vector tile by name; `extent` is the tile's side in the units of its features. */
export type Tile = Readonly<Record<string, { extent: number; features: TileFeature[] }>>;

/** A letter: how wide it is with its room, and SVG path data from the left end of its baseline, y down. */
export type Glyph = readonly [advance: number, outline: string];

/** The outlines of the atlas's letters: `geo/atlas/glyphs.json`. */
export interface Glyphs {
  /** Units of an em in all that follows. */
  em: number;
  /** Letters by the name of a face and the character. What other faces lack may stand in the first. */
  faces: Readonly<Record<string, Readonly<Record<string, Glyph>>>>;
}

/** What stills are drawn from, read beforehand. A tile that is not there is `undefined`. */
export interface StillAtlas {
  style: AtlasStyle;
  tile: (z: number, x: number, y: number) => Tile | undefined;
  /** Stored heights of a relief tile, 260 by 260 bytes (`style/relief-code.ts`). */
  relief: (z: number, x: number, y: number) => Uint8Array | undefined;
  /** The atlas's names. */
  labels: readonly Feature[];
  glyphs: Glyphs;
  /** The closest zoom of the tiles, and of the relief. */
  deepest: number;
  /** Layers of lines that are the edges of a layer of polygons: those can be drawn once for both. */
  edges: Readonly<Record<string, string>>;
}
