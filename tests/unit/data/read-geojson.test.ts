import { describe, expect, it } from 'vitest';
import type { Reading } from '../../../src/data/dataset.ts';
import { readGeojson } from '../../../src/data/read-geojson.ts';

const codesOf = ({ faults }: Reading): string[] => faults.map(({ code }) => code);
const whereOf = ({ faults: [first] }: Reading): string | undefined =>
  first && 'where' in first.values ? first.values.where : undefined;
const read = (value: unknown): Reading => readGeojson(JSON.stringify(value));
const geometry = (type: string, coordinates: unknown): Reading => read({ type, coordinates });
const collection = (...features: unknown[]) => ({ type: 'FeatureCollection', features });
const point = (id: unknown, coordinates: unknown = [1, 2]) => ({
  type: 'Feature',
  id,
  properties: {},
  geometry: { type: 'Point', coordinates },
});
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('case 1: a file', () => {
  it('may begin with a byte order mark, and be empty of features', () => {
    const text = '\uFEFF{"type":"FeatureCollection","features":[]}';
    for (const source of [text, bytes(text)]) {
      expect(readGeojson(source)).toEqual({
        dataset: { type: 'FeatureCollection', features: [] },
        faults: [],
      });
    }
  });

  it.each([
    ['UTF-16, little end first', [0xff, 0xfe, 0x7b, 0]],
    ['UTF-16, big end first', [0xfe, 0xff, 0, 0x7b]],
    ['UTF-16 without a mark', [0x7b, 0, 0x22, 0, 0x74, 0, 0x79, 0]],
    ['Windows-1252', [0x22, 0xe9, 0x22]],
    ['a picture', [0x89, 0x50, 0x4e, 0x47, 0xff]],
  ])('in %s is told', (_, raw) => {
    expect(codesOf(readGeojson(new Uint8Array(raw)))).toEqual(['data-encoding']);
  });

  it.each([
    ['', 'line 1, column 1'],
    ['{', 'line 1, column 2'],
    ['[1,]', 'line 1, column 4'],
    ['{\n "a": NaN\n}', 'line 2, column 7'],
    ['{"a" 1}', 'line 1, column 6'],
    ['{\r\n\r\n"a": 01}', 'line 3, column 6'],
    ['["a\nb"]', 'line 1, column 4'],
    ['["\\x"]', 'line 1, column 3'],
    ['{"a":1} x', 'line 1, column 9'],
    ['<kml>', 'line 1, column 1'],
    ["{'a':1}", 'line 1, column 2'],
    ['[1 2]', 'line 1, column 4'],
    ['truely', 'line 1, column 1'],
    ['[-]', 'line 1, column 2'],
  ])('of %j says where it stops being JSON', (text, where) => {
    const reading = readGeojson(text);
    expect(codesOf(reading)).toEqual(['data-not-json']);
    expect(whereOf(reading)).toBe(where);
  });

  it('of a million brackets does not fill the stack', () => {
    for (const deep of ['['.repeat(1e6), `${'['.repeat(1e5)}${']'.repeat(1e5)}`]) {
      expect(codesOf(readGeojson(deep))).toEqual(['data-nested-deeply']);
    }
    const nested = `${'{"type":"GeometryCollection","geometries":['.repeat(45)}${']}'.repeat(45)}`;
    expect(codesOf(readGeojson(nested))).toEqual(['data-geometry-type']);
  });
});

describe('case 2: a dataset', () => {
  it('may be one Feature, or one geometry', () => {
    const one = point('seoul', [127, 37.5]);
    expect(read(one).dataset?.features).toEqual([one]);
    const [bare] = read(one.geometry).dataset?.features ?? [];
    expect(bare).toEqual({ type: 'Feature', properties: {}, geometry: one.geometry });
  });

  it('may be TopoJSON, of which all objects are read', () => {
    const arcs = [
      [
        [0, 0],
        [1, 1],
        [0, 1],
        [-1, -2],
      ],
    ];
    const { dataset, faults } = read({
      type: 'Topology',
      transform: { scale: [2, 2], translate: [100, 10] },
      arcs,
      objects: {
        land: { type: 'Polygon', id: 7, properties: { name: 'land' }, arcs: [[0]] },
        towns: { type: 'GeometryCollection', geometries: [{ type: 'Point', coordinates: [1, 1] }] },
      },
    });
    expect(faults).toEqual([]);
    const [land, town] = dataset?.features ?? [];
    expect(land?.id).toBe(7);
    expect(land?.geometry).toEqual({
      type: 'Polygon',
      coordinates: [
        [
          [100, 10],
          [102, 12],
          [102, 14],
          [100, 10],
        ],
      ],
    });
    expect(town?.geometry).toEqual({ type: 'Point', coordinates: [102, 12] });
  });

  it.each([
    ['a list', [], 'a list of 0'],
    ['a number', 7, '7'],
    ['nothing', null, 'null'],
    ['text', 'x', '"x"'],
    ['an empty object', {}, 'an object without `type`'],
    ['another type', { type: 'Style' }, '`type` "Style"'],
    ['no list of features', { type: 'FeatureCollection', features: {} }, 'a FeatureCollection'],
  ])('that is %s is told', (_, value, given) => {
    const [fault] = read(value).faults;
    expect(fault?.code).toBe('data-not-geojson');
    expect(JSON.stringify(fault?.values)).toContain(JSON.stringify(given).slice(1, -1));
  });

  it.each([
    ['arcs', { arcs: 3, objects: {} }],
    ['an arc', { arcs: [[[1, 2], 'x']], objects: {} }],
    ['objects', { arcs: [], objects: null }],
    ['a transform', { arcs: [], objects: {}, transform: { scale: [1], translate: 2 } }],
    ['an arc that is not there', { arcs: [], objects: { a: { type: 'LineString', arcs: [0] } } }],
    ['an arc backwards', { arcs: [], objects: { a: { type: 'LineString', arcs: [-1] } } }],
    ['no arcs', { arcs: [], objects: { a: { type: 'Polygon' } } }],
    ['coordinates', { arcs: [], objects: { a: { type: 'Point', coordinates: 'x' } } }],
    ['an object', { arcs: [], objects: { a: null } }],
    ['a type', { arcs: [], objects: { a: { type: '__proto__', arcs: [] } } }],
  ])('of TopoJSON with broken %s is told', (_, topology) => {
    expect(codesOf(read({ type: 'Topology', ...topology }))).toEqual(['data-topology']);
  });
});

describe('case 3: a geometry', () => {
  it.each([
    ['LineString', [], 'feature 1'],
    ['LineString', [[1, 2]], 'feature 1'],
    ['MultiPoint', [], 'feature 1'],
    ['MultiLineString', [[[1, 2]]], 'feature 1, line 1'],
    ['Polygon', [], 'feature 1'],
    ['Polygon', [[[1, 2]]], 'feature 1, ring 1'],
    ['MultiPolygon', [[]], 'feature 1, polygon 1'],
  ])('of type %s with too few positions is told', (type, coordinates, where) => {
    const reading = geometry(type, coordinates);
    expect(codesOf(reading)).toEqual(['data-few-positions']);
    expect(whereOf(reading)).toBe(where);
  });

  it.each([
    ['Point', [[1, 2]]],
    ['Point', 7],
    ['LineString', [1, 2]],
    ['LineString', { 0: [1, 2] }],
    [
      'LineString',
      [
        [
          [1, 2],
          [3, 4],
        ],
      ],
    ],
    [
      'Polygon',
      [
        [1, 2],
        [3, 4],
        [5, 6],
        [1, 2],
      ],
    ],
    ['MultiPolygon', [[[1, 2]]]],
  ])('of type %s that is nested too little or too much is told', (type, coordinates) => {
    expect(codesOf(geometry(type, coordinates))).toEqual(['data-wrong-nesting']);
  });

  it.each(['Circle', 'constructor', '__proto__', 3, null])('of type %j is told', (type) => {
    const feature = { type: 'Feature', properties: {}, geometry: { type, coordinates: [1, 2] } };
    expect(codesOf(read(feature))).toEqual(['data-geometry-type']);
  });
});

describe('case 4: a position', () => {
  it.each([
    ['nothing', '[[122,35],[null,null],[130,39]]', 'feature 1, position 2'],
    ['text', '[["122","35"],["130","39"]]', 'feature 1, position 1 (and at 1 more place)'],
    ['one number', '[[122,35],[130]]', 'feature 1, position 2'],
    ['no number', '[[122,35],[]]', 'feature 1, position 2'],
    ['1e999', '[[122,35],[1e999,39]]', 'feature 1, position 2'],
    ['true', '[[122,35],[true,false]]', 'feature 1, position 2'],
  ])('of %s is told', (_, coordinates, where) => {
    const reading = readGeojson(`{"type":"LineString","coordinates":${coordinates}}`);
    expect(codesOf(reading)).toEqual(['data-not-a-position']);
    expect(whereOf(reading)).toBe(where);
  });

  it.each([
    ['metres', [14_135_000, 4_518_000], 'data-projected'],
    ['latitude first', [37.57, 126.98], 'data-swapped'],
    ['a latitude of 190', [127, 190], 'data-outside-world'],
    ['a longitude of 400', [400, 10], 'data-outside-world'],
    ['a latitude of -91', [127, -91], 'data-outside-world'],
  ])('in %s is told', (_, position, code) => {
    expect(codesOf(read(collection(point('a'), point('b', position))))).toEqual([code]);
    expect(whereOf(read(point('b', position)))).toBe('feature 1 (`b`)');
  });

  it('in a projection is named by the file itself', () => {
    const crs = (name: string) => ({ type: 'name', properties: { name } });
    const file = (name: string) => ({ ...collection(point('a')), crs: crs(name) });
    expect(read(file('urn:ogc:def:crs:EPSG::3857')).faults).toEqual([
      { code: 'data-projection', values: { crs: 'urn:ogc:def:crs:EPSG::3857' } },
    ]);
    for (const name of ['urn:ogc:def:crs:OGC:1.3:CRS84', 'EPSG:4326', 'urn:ogc:def:crs:EPSG::4326'])
      expect(read(file(name)).faults).toEqual([]);
  });

  it('may have a height, which is left out, and may lie beyond 180 degrees', () => {
    const line = geometry('LineString', [
      [179, 1, 20],
      [181, 1, 30],
    ]);
    expect(line.dataset?.features[0]?.geometry).toEqual({
      type: 'LineString',
      coordinates: [
        [179, 1],
        [181, 1],
      ],
    });
  });
});

describe('case 5: a feature', () => {
  const square = [
    [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 0],
    ],
  ];

  it('without geometry is left out with a warning', () => {
    const empty = { type: 'Feature', id: 'lost', properties: null, geometry: null };
    const area = { type: 'Feature', geometry: { type: 'Polygon', coordinates: square } };
    const { dataset, faults } = read(collection(empty, area));
    expect(dataset?.features.map((each) => each.geometry.type)).toEqual(['Polygon']);
    const values = { where: 'feature 1 (`lost`)' };
    expect(faults).toEqual([{ code: 'data-without-geometry', values }]);
  });

  it('with an open ring has it closed, and says so', () => {
    const open = square.map((ring) => ring.slice(0, -1));
    const { dataset, faults } = geometry('Polygon', open);
    expect(dataset?.features[0]?.geometry).toEqual({ type: 'Polygon', coordinates: square });
    expect(faults.map(({ code }) => code)).toEqual(['data-open-ring']);
  });

  it('of several geometries is one for each of them', () => {
    const parts = [
      { type: 'Point', coordinates: [1, 2] },
      { type: 'Polygon', coordinates: square },
    ];
    const nested = { type: 'GeometryCollection', geometries: [parts[1]] };
    const { dataset } = read({
      ...point('a'),
      geometry: { type: 'GeometryCollection', geometries: [parts[0], nested] },
    });
    expect(dataset?.features.map(({ id, geometry: { type } }) => [id, type])).toEqual([
      ['a', 'Point'],
      ['a', 'Polygon'],
    ]);
  });

  it('may have its id among its properties; an id twice is a warning', () => {
    const own = { ...point(undefined), properties: { id: 'a' } };
    const reading = read(collection(own, point('a'), point(3), point('3')));
    expect(reading.dataset?.features.map(({ id }) => id)).toEqual(['a', 'a', 3, '3']);
    expect(codesOf(reading)).toEqual(['data-repeated-id']);
    expect(whereOf(reading)).toBe('feature 2 (`a`) (and at 1 more place)');
  });

  it.each([
    ['null', null, 'data-not-a-feature'],
    ['a list', [], 'data-not-a-feature'],
    ['a geometry', { type: 'Point', coordinates: [1, 2] }, 'data-not-a-feature'],
    ['an object as id', point({}), 'data-feature-id'],
    ['text as properties', { ...point('a'), properties: 'x' }, 'data-properties'],
  ])('that is %s is told', (_, feature, code) => {
    expect(codesOf(read(collection(point('z'), feature)))).toEqual([code]);
  });

  it('may be called as what every object has', () => {
    const text = `{"type":"FeatureCollection","features":[{"type":"Feature","id":"__proto__",
      "properties":{"__proto__":{"x":1},"constructor":2},"geometry":{"type":"Point","coordinates":[1,2]}}]}`;
    const [feature] = readGeojson(text).dataset?.features ?? [];
    expect(feature?.id).toBe('__proto__');
    expect(Object.keys(feature?.properties ?? {})).toEqual(['__proto__', 'constructor']);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });
});
