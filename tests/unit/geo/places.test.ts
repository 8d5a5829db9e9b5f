import type { LineString, Point } from 'geojson';
import { expect, test } from 'vitest';
import { readDataset } from './read-dataset.ts';

const { features } = readDataset('places');

test('every place has an id of its own', () => {
  const ids = features.map(({ id }) => String(id));
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.every((id) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))).toBe(true);
});

test('every place is on the globe, with a short name, a kind and an anchor', () => {
  for (const { id, geometry, properties } of features) {
    const [lon, lat] = (geometry as Point).coordinates as [number, number];
    expect(Math.abs(lon)).toBeLessThanOrEqual(180);
    expect(Math.abs(lat)).toBeLessThanOrEqual(90);
    expect(properties!.name, String(id)).toMatch(/^[^()/]+$/);
    expect(properties!.kind).toMatch(/^[a-z]+$/);
    expect(['left', 'right', 'top', 'bottom']).toContain(properties!.anchor);
    for (const key of ['modern', 'ko', 'zh', 'ru', 'source']) {
      expect(properties![key], `${id} ${key}`).not.toBe('');
    }
  }
});

test('the two towns called Andong are told apart', () => {
  const name = (id: string) => features.find((each) => each.id === id)?.properties?.name;
  expect(name('antung')).toBe('Antung');
  expect(name('andong')).toBe('Andong');
});

test('the lines of the story are there, and the armistice line stays on land', () => {
  const { features: lines } = readDataset('korea/lines');
  const ids = lines.map(({ id }) => id);
  expect(ids).toEqual(['parallel-38', 'nll-west', 'nll-east', 'soviet-limit', 'mdl']);
  const { coordinates } = lines.at(-1)!.geometry as LineString;
  expect(coordinates[0]![0]).toBeGreaterThan(126.6);
  expect(coordinates.at(-1)![0]).toBeLessThan(128.4);
});
