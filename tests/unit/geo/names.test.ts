import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { geoContains } from 'd3-geo';
import fontverter from 'fontverter';
import type { Point } from 'geojson';
import { Blob, Face } from 'harfbuzzjs';
import * as topojson from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { expect, test } from 'vitest';
import { GEO, readTable } from '../../../geo/lib/inputs.ts';
import { lettersOf, namesIn } from '../../../geo/lib/name-letters.ts';
import { inPolygon } from '../../../geo/lib/polygon.ts';
import { parseDay } from '../../../src/core/calendar.ts';
import { createDatedLine } from '../../../src/core/dated-line.ts';
import { sideOf } from '../../../src/core/dated-side.ts';
import { PLACE_NAMES } from '../../../src/core/place-names.ts';
import { onlyShape, readDataset } from './read-dataset.ts';

const FORMS = ['modern', 'ko', 'zh', 'ru'] as const;
const labels = readDataset('atlas/labels').features;
const places = readDataset('places').features;
const named = [...labels, ...places];

/** The files of lettering that the style names by `$name`; a form in capitals needs those of its capitals too. */
const require = createRequire(import.meta.url);
const oldStandard = (face: string) =>
  readFileSync(require.resolve(`@fontsource/old-standard-tt/files/old-standard-tt-${face}.woff2`));
const FILES: Readonly<Record<string, () => Buffer>> = {
  latin: () => oldStandard('latin-400-normal'),
  latinItalic: () => oldStandard('latin-400-italic'),
  latinBold: () => oldStandard('latin-700-normal'),
  latinExt: () => oldStandard('latin-ext-400-normal'),
  latinExtItalic: () => oldStandard('latin-ext-400-italic'),
  latinExtBold: () => oldStandard('latin-ext-700-normal'),
  cyrillic: () => oldStandard('cyrillic-400-normal'),
  cyrillicItalic: () => oldStandard('cyrillic-400-italic'),
  cyrillicBold: () => oldStandard('cyrillic-700-normal'),
  hangul: () => readFileSync(new URL('atlas/fonts/hangul.woff2', GEO)),
  hanzi: () => readFileSync(new URL('atlas/fonts/hanzi.woff2', GEO)),
};

/** The characters that a WOFF2 file draws. */
async function charactersIn(file: string): Promise<Set<string>> {
  const font = await fontverter.convert(FILES[file]!(), 'truetype');
  const points = new Face(new Blob(font), 0).collectUnicodes();
  return new Set([...points].map((point) => String.fromCodePoint(point)));
}

interface FontFace {
  url: string;
  'unicode-range': string[];
}

const { style } = JSON.parse(readFileSync(new URL('atlas/style.json', GEO), 'utf8')) as {
  style: { 'font-faces': Record<string, FontFace[]> };
};

const isIn = (character: string, range: string): boolean => {
  const [from = 0, to = from] = range
    .slice(2)
    .split('-')
    .map((hex) => Number.parseInt(hex, 16));
  const point = character.codePointAt(0)!;
  return point >= from && point <= to;
};

test('every name of the map has every form, and none with a remark', () => {
  for (const { id, properties } of places) {
    for (const form of FORMS) expect(properties![form], `${id} ${form}`).toMatch(/^[^()/]+$/);
  }
  for (const { id, properties } of labels) {
    for (const form of ['ko', 'zh', 'ru'])
      expect(properties![form], `${id} ${form}`).toMatch(/^[^()]+$/);
  }
});

test('a remark that the table adds to a name is kept beside it', () => {
  const seoul = places.find(({ id }) => id === 'seoul')!.properties!;
  expect(seoul).toMatchObject({ zh: '汉城', in_full: { zh: '汉城(今首尔)' } });
  const remarks = readTable('places.csv').filter(({ zh }) => zh!.includes('('));
  for (const { id, zh } of remarks) {
    expect(places.find((place) => place.id === id)!.properties!.in_full.zh).toBe(zh);
  }
});

test.each(Object.keys(style['font-faces']))(
  'every character of every name is in the file of %s that is asked for it',
  async (stack) => {
    const faces = style['font-faces'][stack]!;
    const names = named.flatMap(({ properties }) =>
      ['name', ...FORMS].flatMap((form) => (properties![form] as string | undefined) ?? []),
    );
    const characters = new Set(names.flatMap((name) => [...name, ...name.toUpperCase()]));
    const drawn = new Map<string, Set<string>>();
    for (const { url } of faces) drawn.set(url, await charactersIn(url.slice(1)));
    const missing = [...characters].filter((character) => {
      const face = faces.find((one) =>
        one['unicode-range'].some((range) => isIn(character, range)),
      );
      return !face || !drawn.get(face.url)!.has(character);
    });
    expect(missing).toEqual([]);
  },
);

test.each([
  ['hangul', 'Hangul', 'ko'],
  ['hanzi', 'Han', 'zh'],
] as const)(
  'the file %s holds the letters of the names and of the menu, and no others',
  async (file, script, form) => {
    const letters = [...(await charactersIn(file))].filter((one) => lettersOf(script, [one]));
    expect(letters.sort().join('')).toBe(lettersOf(script, namesIn(form)));
    expect(letters).toEqual(expect.arrayContaining([...PLACE_NAMES[form]]));
  },
);

test('a name of the basemap that is also a place stands where the place is, so that one of the two is drawn', () => {
  const byName = new Map(places.map((place) => [place.properties!.name, place]));
  const same = labels.filter(({ properties }) => byName.has(properties!.name));
  expect(same.map(({ id }) => id)).toContain('chosin-reservoir');
  for (const { geometry, properties } of same.filter(({ id }) => id !== 'changjin')) {
    const [lon, lat] = (geometry as Point).coordinates as [number, number];
    const [x, y] = (byName.get(properties!.name)!.geometry as Point).coordinates as [
      number,
      number,
    ];
    expect(Math.hypot(lon - x, lat - y), properties!.name).toBeLessThan(0.01);
  }
});

test.each([
  ['korangpo', 'ru', 'Коранпхо'],
  ['yongdungpo', 'ru', 'Ёндынпхо'],
  ['yesan', 'ru', 'Есан'],
  ['kumhwa', 'ru', 'Кимхва'],
  ['kojedo', 'ru', 'Коджедо'],
  ['triangle', 'ko', '삼각고지'],
  ['punchbowl', 'zh', '亥安盆地'],
  ['otpor', 'ko', '오트포르'],
  ['otpor', 'zh', '奥特波尔'],
  ['otpor', 'ru', 'Отпор'],
  ['dadonggou', 'zh', '大东沟机场'],
  ['dadonggou', 'ru', 'аэродром Дадунгоу'],
  ['heartbreak', 'modern', 'Heartbreak Ridge'],
  ['hungnam', 'modern', 'Hungnam'],
  ['chosin', 'modern', 'Changjin Lake'],
  ['chongju', 'modern', 'Chongju'],
] as const)('%s is in the form %s %s', (id, form, name) => {
  expect(places.find((place) => place.id === id)!.properties![form]).toBe(name);
});

test('in Korean each state has the name that it gave itself, as it writes it', () => {
  const name = (id: string) => labels.find((label) => label.id === id)!.properties!.ko;
  expect(name('north-korea')).toBe('조선민주주의인민공화국');
  expect(name('south-korea')).toBe('대한민국');
});

/** Syllables that only the South's romanization begins words with; Kaesong and others have none of them. */
const SOUTHERN = /(^|\s)(Jang|Jeong|Jin|Heung|Gae|Geo|Gu|Gang|Gyeong|Deok|Dan|Bu|Busan|Pyeong)|eo/;

test('places in the north have today’s names in one romanization', () => {
  const armistice = createDatedLine(readDataset('korea/front-line').features);
  const line = armistice.sample(parseDay('1953-07-27')!);
  const north = places.filter(({ geometry }) => {
    const at = (geometry as Point).coordinates as [number, number];
    const inKorea = inPolygon(at, onlyShape('korea/peninsula'));
    return inKorea && sideOf(line, at).side === 'north';
  });
  expect(north.length).toBeGreaterThan(40);
  const mixed = north.filter(({ properties }) => SOUTHERN.test(properties!.modern));
  expect(mixed.map(({ id, properties }) => `${id}: ${properties!.modern}`)).toEqual([]);
});

/** The countries of today that a name of `atlas/labels` stands on, where it is not named so itself. */
const STANDS_ON: Readonly<Record<string, string[]>> = {
  ussr: ['Russia'],
  korea: ['North Korea', 'South Korea'],
  burma: ['Myanmar'],
  indochina: ['Laos', 'Vietnam', 'Cambodia'],
  siam: ['Thailand'],
  czechoslovakia: ['Czechia', 'Slovakia'],
  rumania: ['Romania'],
  yugoslavia: ['Bosnia and Herz.', 'Serbia', 'Croatia', 'Montenegro'],
  'united-states': ['United States of America'],
  formosa: ['Taiwan'],
  manchuria: ['China'],
  'inner-mongolia': ['China'],
  tibet: ['China'],
  sinkiang: ['China'],
  shantung: ['China'],
  siberia: ['Russia'],
  kyushu: ['Japan'],
  honshu: ['Japan'],
  hokkaido: ['Japan'],
};
/** An archipelago's name stands among its islands. */
const AMONG_ISLANDS = ['philippines'];

test('every country’s and region’s name stands on its own ground', () => {
  const world = JSON.parse(
    readFileSync(require.resolve('world-atlas/countries-50m.json'), 'utf8'),
  ) as Topology<{ countries: GeometryCollection<{ name: string }> }>;
  const countries = topojson.feature(world, world.objects.countries).features;
  const on = labels.filter(
    ({ id, properties }) =>
      ['country', 'region'].includes(properties!.class) && !AMONG_ISLANDS.includes(String(id)),
  );
  expect(on.length).toBeGreaterThan(40);
  const astray = on.flatMap(({ id, geometry, properties }) => {
    const at = (geometry as Point).coordinates as [number, number];
    const under = countries.find((each) => geoContains(each, at))?.properties.name;
    const own = STANDS_ON[String(id)] ?? [properties!.name];
    const isOwn = own.some((name) => name.toLowerCase() === under?.toLowerCase());
    return isOwn ? [] : [`${id} stands on ${under}`];
  });
  expect(astray).toEqual([]);
});

test('the name of all Korea is not written on the ground of one of its states', () => {
  const korea = labels.find(({ id }) => id === 'korea')!;
  const [north, south] = ['north-korea', 'south-korea'].map(
    (id) => labels.find((label) => label.id === id)!.properties!,
  );
  const [, lat] = (korea.geometry as Point).coordinates as [number, number];
  expect(Math.abs(lat - 38)).toBeLessThan(0.2);
  // Where there is room for the names of the two, it gives way to them.
  expect(north!.minzoom).toBe(korea.properties!.maxzoom);
  expect(south!.minzoom).toBe(korea.properties!.maxzoom);
});
