import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { GEO_FOLDER } from './geo-folder.ts';

/** An input of our geography, as `geo/sources.yaml` lists it. */
export interface GeoSource {
  id: string;
  /** Path of a committed input; absent for what is fetched. */
  file?: string;
  /** The package it comes in, where it is not our own. */
  package?: string;
  version?: string;
  licence: string;
  credit: string;
  /** What a page that shows the map says of it. */
  on_map?: string;
}

/** Every input of our geography. */
export function readSources(): GeoSource[] {
  const text = readFileSync(join(GEO_FOLDER, 'sources.yaml'), 'utf8');
  return (parse(text) as { inputs: GeoSource[] }).inputs;
}

/** The line that a page with our map shows, to thank those whose data it draws. */
export function mapCredit(): string {
  const parts = readSources().flatMap(({ on_map }) => on_map ?? []);
  return `Map: ${[...new Set(parts)].join(', ')}`;
}
