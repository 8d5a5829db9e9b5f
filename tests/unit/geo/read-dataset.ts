import { readFileSync } from 'node:fs';
import type { Feature, MultiPolygon, Position } from 'geojson';
import type { Dataset } from '../../../geo/lib/dataset.ts';
import { GEO } from '../../../geo/lib/inputs.ts';

/** A committed dataset, by its name, such as `korea/front-line`. */
export function readDataset(name: string): Dataset {
  return JSON.parse(readFileSync(new URL(`${name}.geojson`, GEO), 'utf8')) as Dataset;
}

/** The only feature of a dataset that has one, as a MultiPolygon. */
export function onlyShape(name: string): MultiPolygon {
  return readDataset(name).features[0]!.geometry as MultiPolygon;
}

/** The positions of a LineString feature. */
export function lineOf(each: Feature | undefined): Position[] {
  if (each?.geometry.type !== 'LineString') throw new Error(`${each?.id} is not a line`);
  return each.geometry.coordinates;
}

/** The position of a place, by its id. */
export function placeAt(id: string): Position {
  const place = readDataset('places').features.find((each) => each.id === id);
  if (place?.geometry.type !== 'Point') throw new Error(`No place ${id}`);
  return place.geometry.coordinates;
}

/** Positions along a line no farther apart than `step` degrees. */
export function dense(line: readonly Position[], step: number): Position[] {
  return line.slice(1).flatMap((end, at) => {
    const start = line[at]!;
    const count = Math.ceil(Math.hypot(end[0]! - start[0]!, end[1]! - start[1]!) / step);
    return Array.from({ length: count + 1 }, (_, i) => [
      start[0]! + ((end[0]! - start[0]!) * i) / Math.max(count, 1),
      start[1]! + ((end[1]! - start[1]!) * i) / Math.max(count, 1),
    ]);
  });
}
