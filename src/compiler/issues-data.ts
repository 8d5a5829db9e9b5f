import type { FaultCode, FaultValues } from '../data/faults.ts';
import { error, type IssueKind, warning } from './issue-kind.ts';

/** Mistakes in the files that a story names, each told where the story names the file. */
export const DATA_ISSUES = {
  'unreadable-data': error('`{file}` cannot be read: {reason}.', 'Name another file.', {
    file: 'korea/front-line',
    reason: 'it is a folder',
  }),
  'data-too-large': error(
    '`{file}` has {size}, and at most {most} are read.',
    'Make it smaller: cut it to what the story shows, or leave out vertices.',
    { file: 'korea/front-line', size: '90 MB', most: '64 MB' },
  ),
  'data-encoding': error('`{file}` is in {encoding}.', 'Save it as UTF-8.', {
    file: 'korea/front-line',
    encoding: 'UTF-16',
  }),
  'data-not-json': error(
    '`{file}` is not JSON: {where} has {found} where {needed} should stand.',
    'Mend it, or write it again with the program that made it, as GeoJSON.',
    { file: 'korea/front-line', where: 'line 3, column 14', found: '`NaN`', needed: 'a value' },
  ),
  'data-nested-deeply': error(
    'In `{file}`, {where}, more than {most} lists and objects stand in one another.',
    'Write it again with the program that made it, as GeoJSON.',
    { file: 'korea/front-line', where: 'line 1, column 102', most: '100' },
  ),
  'data-not-geojson': error(
    '`{file}` holds {given}, which is not GeoJSON.',
    'Write a FeatureCollection, a Feature, a geometry, or TopoJSON.',
    { file: 'korea/front-line', given: 'a list of 2' },
  ),
  'data-topology': error(
    '`{file}` is TopoJSON that cannot be unpacked: {where} {given}.',
    'Write it again with the program that made it, or as GeoJSON.',
    { file: 'korea/front-line', where: 'arc 3', given: 'is no list of positions' },
  ),
  'data-projection': error(
    '`{file}` says that its positions are in the projection {crs}, and not in degrees.',
    'Write it in longitude and latitude, WGS 84 (EPSG:4326).',
    { file: 'korea/front-line', crs: 'urn:ogc:def:crs:EPSG::3857' },
  ),
  'data-projected': error(
    'In `{file}`, {where} is at {given}: metres of a projection such as Web Mercator (EPSG:3857), not degrees.',
    'Write the file in longitude and latitude, WGS 84 (EPSG:4326).',
    { file: 'korea/front-line', where: 'feature 1, position 1', given: '[14135000, 4518000]' },
  ),
  'data-swapped': error(
    'In `{file}`, {where} is at {given}: latitude stands before longitude.',
    'Write each position as [longitude, latitude].',
    { file: 'korea/front-line', where: 'feature 1, position 1', given: '[37.57, 126.98]' },
  ),
  'data-outside-world': error(
    'In `{file}`, {where} is at {given}, which is outside of the world.',
    'Write longitudes from -180 to 180 and latitudes from -90 to 90.',
    { file: 'korea/front-line', where: 'feature 1, position 1', given: '[127, 190]' },
  ),
  'data-not-a-position': error(
    'In `{file}`, {where} is {given}, which is no position.',
    'Write each position as [longitude, latitude], two numbers in degrees.',
    { file: 'korea/front-line', where: 'feature 1, position 2', given: '[null, null]' },
  ),
  'data-wrong-nesting': error(
    'In `{file}`, the coordinates at {where} are not those of a {type}.',
    'Write them like `{needed}`.',
    {
      file: 'korea/front-line',
      where: 'feature 1, position 1',
      type: 'LineString',
      needed: '[[lon, lat], …]',
    },
  ),
  'data-few-positions': error(
    'In `{file}`, {where}, a {type} needs {least} positions or more, and has {count}.',
    'Add what is missing, or leave the feature out.',
    { file: 'korea/front-line', where: 'feature 1', type: 'LineString', least: '2', count: '0' },
  ),
  'data-geometry-type': error(
    'In `{file}`, {where} has a geometry of type {given}, which GeoJSON does not know.',
    'Write Point, LineString, Polygon, one of these with `Multi` before it, or GeometryCollection.',
    { file: 'korea/front-line', where: 'feature 1', given: '"Circle"' },
  ),
  'data-not-a-feature': error(
    'In `{file}`, {where} is {given}, and no Feature.',
    'Write `"type": "Feature"` with `geometry` and `properties`.',
    { file: 'korea/front-line', where: 'feature 2', given: 'null' },
  ),
  'data-feature-id': error('In `{file}`, {where} has {given} as `id`.', 'Write text or a number.', {
    file: 'korea/front-line',
    where: 'feature 2',
    given: 'an object',
  }),
  'data-properties': error(
    'In `{file}`, {where} has {given} as `properties`.',
    'Write an object, such as `{ "name": "Seoul" }`.',
    { file: 'korea/front-line', where: 'feature 2', given: '"Seoul"' },
  ),
  'data-open-ring': warning(
    'In `{file}`, {where} does not end where it begins, and is closed.',
    'Repeat its first position at its end.',
    { file: 'korea/front-line', where: 'feature 1, ring 1' },
  ),
  'data-without-geometry': warning(
    'In `{file}`, {where} has no geometry, and is left out.',
    'Give it one, or remove it.',
    { file: 'korea/front-line', where: 'feature 2' },
  ),
  'data-repeated-id': warning(
    'In `{file}`, {where} has the id `{id}` of an earlier feature.',
    'Give each feature an id of its own, so that `only` can tell them apart.',
    { file: 'korea/front-line', where: 'feature 2', id: 'andong' },
  ),
} as const satisfies {
  [Code in FaultCode]: IssueKind<Extract<keyof FaultValues[Code], string> | 'file'>;
};
