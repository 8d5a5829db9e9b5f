import type { Position } from 'geojson';
import { expect, test } from 'vitest';
import { inPolygon } from '../../../geo/lib/polygon.ts';
import { kilometresBetween } from '../../../geo/lib/sphere.ts';
import { dense, lineOf, onlyShape, readDataset } from './read-dataset.ts';

const { features } = readDataset('korea/routes');
const world = onlyShape('atlas/land');

/** Whether a polygon reaches the seas around Korea and Japan. */
function isNear([outer]: Position[][]): boolean {
  return outer!.some(([lon, lat]) => lon! > 120 && lon! < 140 && lat! > 28 && lat! < 43);
}

test('every route has a name of its own with hyphens, a side, a source and its ends', () => {
  const ids = features.map(({ id }) => String(id));
  expect(new Set(ids).size).toBe(ids.length);
  for (const { id, properties } of features) {
    expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(['north', 'south', 'neutral']).toContain(properties!.side);
    for (const key of ['title', 'source', 'grade', 'from', 'to']) {
      expect(properties![key], `${id} ${key}`).toMatch(/\w/);
    }
  }
});

test.each(features.map((each) => [String(each.id), each] as const))(
  '%s passes each of its named waypoints',
  (_, each) => {
    const line = lineOf(each);
    for (const { name, position } of each.properties!.waypoints) {
      const nearest = Math.min(...line.map((vertex) => kilometresBetween(vertex, position)));
      expect(nearest, name).toBeLessThan(1);
    }
    const named = each.properties!.waypoints;
    expect(kilometresBetween(line[0]!, named[0].position)).toBeLessThan(1);
    expect(kilometresBetween(line.at(-1)!, named.at(-1).position)).toBeLessThan(1);
  },
);

test.each(
  features
    .filter(({ properties }) => properties!.mode === 'sea')
    .map((each) => [each.id, each] as const),
)('the sea route %s keeps off the land, but for its ports', (_, each) => {
  const land = { ...world, coordinates: world.coordinates.filter(isNear) };
  const line = lineOf(each);
  const ports = each.properties!.waypoints.filter(({ name }: { name: string }) =>
    /Kobe|Pusan|Wolmi|Inch'on|P'almi|Wonsan 26|Hungnam|Koje/.test(name),
  );
  const ashore = dense(line, 0.02).filter((position) => {
    const inPort = ports.some(
      (port: { position: [number, number] }) => kilometresBetween(position, port.position) < 12,
    );
    return !inPort && inPolygon(position, land);
  });
  expect(ashore).toEqual([]);
});

test('armies that crossed in one place and parted have a route each', () => {
  const ids = features.map(({ id }) => id);
  expect(ids).toEqual(
    expect.arrayContaining(['cpv-jian', 'cpv-jian-east', 'nine-ag-west', 'nine-ag-east']),
  );
});
