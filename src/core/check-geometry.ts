import type { FeatureCollection } from 'geojson';
import {
  and,
  anything,
  type Check,
  is,
  list,
  number,
  object,
  optional,
  or,
  record,
  text,
} from './check.ts';

/** A latitude, degrees. */
export const lat = number(-90, 90);
/** A longitude, degrees, of any of the worlds that lie side by side where a line crosses the antimeridian. */
export const lon = number(-1080, 1080);

/** A position, `[lon, lat]`, of which more numbers may follow. */
const position = and(list(number(), 2), ([x, y]) => lon(x) && lat(y));
const line = list(position, 2);
const polygon = list(list(position, 4));

/** What the coordinates of each type of geometry are. */
const COORDINATES = new Map<unknown, Check<unknown>>([
  ['Point', position],
  ['MultiPoint', list(position)],
  ['LineString', line],
  ['MultiLineString', list(line)],
  ['Polygon', polygon],
  ['MultiPolygon', list(polygon)],
]);

const geometry = and(
  object({ type: text, coordinates: anything }),
  ({ type, coordinates }) => COORDINATES.get(type)?.(coordinates) === true,
);

/** Features with a geometry of one type each, whose numbers can be drawn. */
export const featureCollection = object({
  type: is('FeatureCollection'),
  features: list(
    object({
      type: is('Feature'),
      id: optional(or(text, number())),
      properties: or(is(null), record(anything)),
      geometry,
    }),
  ),
}) as Check<unknown> as Check<FeatureCollection>;
