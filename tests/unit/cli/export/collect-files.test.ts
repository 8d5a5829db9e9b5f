import { expect, it } from 'vitest';
import { collectFiles } from '../../../../src/cli/export/collect-files.ts';
import { needsFont } from '../../../../src/cli/export/needed-fonts.ts';

const encode = (text: string) => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

const files = new Map(
  Object.entries({
    'assets/a.js': 'import("./b.js");new URL("style.json",import.meta.url)',
    'assets/b.js': 'import"./a.js"',
    'assets/style.json': '{"font":"./x-cyrillic-1.woff2","names":"./names.geojson"}',
    'assets/names.geojson': '{}',
    'assets/x-cyrillic-1.woff2': 'x',
    'assets/stray.js': '',
    "pictures/a '(b).png": 'p',
  }).map(([name, text]) => [name, encode(text)]),
);

it('what a page needs is found by following addresses, and named after the files that it names', () => {
  const collection = collectFiles(files, () => true);
  expect(collection.point('./assets/a.js', 'index.html')).toBe('packed:assets/a.js');
  expect(collection.point('https://example.org/', 'index.html')).toBeUndefined();
  const packed = collection.files();
  const names = packed.map(({ name }) => name);
  expect(names).not.toContain('assets/stray.js');
  expect(names).toHaveLength(5);
  const style = names.indexOf('assets/style.json');
  expect(names.indexOf('assets/names.geojson')).toBeLessThan(style);
  expect(names.indexOf('assets/x-cyrillic-1.woff2')).toBeLessThan(style);
  const text = new Map(packed.map(({ name, bytes }) => [name, decode(bytes)]));
  expect(text.get('assets/b.js')).toBe('import"packed:assets/a.js"');
  expect(JSON.parse(text.get('assets/style.json') ?? '')).toEqual({
    font: 'packed:assets/x-cyrillic-1.woff2',
    names: 'packed:assets/names.geojson',
  });
});

it('fonts without a letter of the story stay out, and so do the rules that bring them', () => {
  const collection = collectFiles(files, (name) => needsFont(name, 'P’yŏngyang'));
  collection.add('faces.css', '@font-face{src:url(./assets/x-cyrillic-1.woff2)format("woff2")}');
  expect(collection.files().map(({ name, bytes }) => [name, decode(bytes)])).toEqual([
    ['faces.css', ''],
  ]);
});

it('a name with signs is written so that it ends no address', () => {
  const collection = collectFiles(files, () => true);
  const name = collection.point("./pictures/a%20'(b).png#part", 'index.html');
  expect(name).toBe('packed:pictures/a%20%27%28b%29.png#part');
  expect(collection.files()[0]).toMatchObject({
    name: 'pictures/a%20%27%28b%29.png',
    type: 'image/png',
  });
});

it.each([
  ['old-standard-tt-latin-400-normal-x.woff2', 'a', true],
  ['old-standard-tt-latin-ext-400-normal-x.woff2', 'Seoul, “Pusan” – €', false],
  ['old-standard-tt-latin-ext-400-normal-x.woff2', 'P’yŏngyang', true],
  ['old-standard-tt-cyrillic-400-normal-x.woff2', 'Сеул', true],
  ['hangul-x.woff2', 'Seoul', false],
  ['hangul-x.woff2', '서울', true],
  ['hanzi-x.woff2', '汉城', true],
  ['own.woff2', '', true],
])('%s is needed for %j: %s', (file, text, needed) => {
  expect(needsFont(file, text)).toBe(needed);
});
