import type { Feature, FeatureCollection } from 'geojson';
import {
  and,
  type Check,
  either,
  list,
  number,
  object,
  oneOf,
  optional,
  orNull,
  record,
  text,
  unknown,
} from './check.ts';

const latitude = number(-90, 90);
const longitude = number(-1080, 1080);

/** A position, `[lon, lat]`, of which more numbers may follow. */
const position: Check<number[]> = and(
  list(number(), 2),
  ([lon, lat], at) => longitude(lon, at) ?? latitude(lat, at),
);

const line = list(position, 2);
const ring = list(position, 4);

/** What the coordinates of each type of geometry are. */
const COORDINATES: Readonly<Record<string, Check<unknown>>> = {
  Point: position,
  MultiPoint: list(position),
  LineString: line,
  MultiLineString: list(line),
  Polygon: list(ring),
  MultiPolygon: list(list(ring)),
};

const geometry = and(
  object({ type: oneOf(...Object.keys(COORDINATES)), coordinates: unknown }),
  ({ type, coordinates }, at) => COORDINATES[type]?.(coordinates, `${at}.coordinates`),
);

const feature = object({
  type: oneOf('Feature'),
  id: optional(either(text, number())),
  properties: orNull(record(unknown)),
  geometry,
});

/** Features with a geometry of one type each, whose numbers can be drawn. */
export const featureCollection = object({
  type: oneOf('FeatureCollection'),
  features: list(feature as Check<unknown> as Check<Feature>),
}) as Check<FeatureCollection>;
