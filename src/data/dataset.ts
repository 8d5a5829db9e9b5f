import type { Feature, FeatureCollection, Geometry, GeometryCollection } from 'geojson';
import type { Fault } from './faults.ts';

/** A geometry that has positions of its own: any but a collection. */
export type PlainGeometry = Exclude<Geometry, GeometryCollection>;

/** A feature of a dataset: its positions are `[lon, lat]` in degrees, its rings are closed. */
export type DataFeature = Feature<PlainGeometry>;

/** A file of geography that was read and checked. */
export type Dataset = FeatureCollection<PlainGeometry>;

/** What became of a file that was to be read. */
export interface Reading {
  /** Path of the file, for messages; absent where it was none. */
  file?: string;
  /** Absent where a fault makes the file useless. */
  dataset?: Dataset;
  /** What is wrong with the file, the first of each kind. */
  faults: Fault[];
}
