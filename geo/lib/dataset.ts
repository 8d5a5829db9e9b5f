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
  /** Dataset name: the path under `geo/` without extension, such as `korea/front-line`. */
  output: string;
  /**
   * `repository`: reads only committed inputs and npm packages, so anyone can make it again.
   * `debian`: reads Natural Earth shapefiles out of a Debian package, fetched when it is made.
   */
  needs: 'repository' | 'debian';
  /** Makes the dataset. Deterministic: the same inputs give the same bytes. */
  make: () => Dataset | Promise<Dataset>;
}

/** The licence of the geography drawn for this project: CC BY 4.0. */
export const OUR_LICENCE = 'CC-BY-4.0';

/** The credit of the geography drawn for this project. */
export const OUR_CREDIT = 'Legenda, drawn from the sources named in each feature (CC BY 4.0)';

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
