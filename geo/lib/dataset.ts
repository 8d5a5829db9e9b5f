import type { Feature, FeatureCollection, Geometry, Position } from 'geojson';

/** A GeoJSON file of ours: a FeatureCollection that names its licence and whom to credit. */
export interface Dataset extends FeatureCollection {
  /** Licence of the data, an SPDX id or a phrase such as "public domain". */
  licence: string;
  /** One line to print beside a map that shows the data. */
  credit: string;
}

/** What makes one output file. The file name of a recipe says what it makes. */
export interface Recipe {
  /** The file: its path under `geo/`, such as `korea/front-line.geojson` or `atlas/base.pmtiles`. */
  output: string;
  /**
   * `repository`: reads only committed files and npm packages, so anyone can make it again.
   * `debian`, `npm`: reads files out of a Debian package, or of an npm package that Legenda does not
   * depend on, fetched when it is made.
   */
  needs: 'repository' | 'debian' | 'npm';
  /** Licence of what is made, an SPDX id or a phrase such as "public domain". */
  licence: string;
  /** One line to print beside a map that shows it. */
  credit: string;
  /**
   * Makes the features of a dataset, or the bytes of a file of another kind. Deterministic: the same
   * inputs give the same bytes.
   */
  make: () => Made | Promise<Made>;
  /** What to print of the file beside its size; nothing by default. */
  describe?: (file: Uint8Array) => Promise<string>;
}

/** What a recipe makes: features, to be written as a dataset, or a file's bytes as they are. */
export type Made = Feature[] | Uint8Array;

/** The bytes of the file that a recipe makes. */
export async function fileOf({ licence, credit, make }: Recipe): Promise<Uint8Array> {
  const made = await make();
  if (made instanceof Uint8Array) return made;
  const dataset: Dataset = { type: 'FeatureCollection', licence, credit, features: made };
  return new TextEncoder().encode(formatDataset(dataset));
}

/** The licence of the geography drawn for this project: CC BY 4.0. */
export const OUR_LICENCE = 'CC-BY-4.0';

/** Licence and credit of what is drawn for this project and nothing else. */
export const OURS = {
  licence: OUR_LICENCE,
  credit: 'Legenda, drawn from the sources named in each feature (CC BY 4.0)',
} as const;

/** Licence and credit of what is Natural Earth and nothing else. */
export const NATURAL_EARTH = {
  licence: 'public domain',
  credit: 'Natural Earth (public domain)',
} as const;

/**
 * The text of a dataset's file: one feature a line, so that a change of one feature is a change of
 * one line. Ends with a newline.
 */
export function formatDataset({ licence, credit, features }: Dataset): string {
  const head = `{"type":"FeatureCollection",\n"licence":${JSON.stringify(licence)},\n"credit":${JSON.stringify(credit)},\n`;
  return `${head}"features":[\n${features.map((each) => JSON.stringify(each)).join(',\n')}\n]}\n`;
}

/** Makes a feature with an id; `properties` are written in the order given. */
export function feature<G extends Geometry>(
  id: string,
  geometry: G,
  properties: Record<string, unknown>,
): Feature<G> {
  return { type: 'Feature', id, properties, geometry };
}

/** A position `[lon, lat]` rounded to so many decimals of a degree (3 is about 100 m). */
export function roundPosition(position: Position, decimals: number): [number, number] {
  const scale = 10 ** decimals;
  const [lon, lat] = position as [number, number];
  return [Math.round(lon * scale) / scale, Math.round(lat * scale) / scale];
}

/** A line rounded to so many decimals, without the vertices that rounding made equal. */
export function roundLine(line: readonly Position[], decimals: number): [number, number][] {
  return line
    .map((position) => roundPosition(position, decimals))
    .filter((each, at, all) => at === 0 || !same(each, all[at - 1] as Position));
}

function same(a: Position, b: Position): boolean {
  return a[0] === b[0] && a[1] === b[1];
}
