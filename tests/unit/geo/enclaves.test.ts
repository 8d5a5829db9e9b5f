import type { Position } from 'geojson';
import { describe, expect, test } from 'vitest';
import { inRing, northOf, selfCrossings } from '../../../geo/lib/polygon.ts';
import { isoDate, parseDay } from '../../../src/core/calendar.ts';
import { createDatedLine } from '../../../src/core/dated-line.ts';
import { placeAt, readDataset } from './read-dataset.ts';

const { features } = readDataset('korea/front-line');
const front = createDatedLine(features);
const dayOf = (date: string): number => parseDay(date)!;
const when = (at: number): string => `${isoDate(at)}${at % 1 ? ' noon' : ''}`;
/** Each day of the war and each noon. */
const times = Array.from({ length: 2 * (front.last - front.first) }, (_, i) => front.first + i / 2);
const samples = times.map((at) => ({ at, ...front.sample(at) }));
const open = samples.flatMap(({ at, line, enclaves }) =>
  enclaves.map((enclave) => ({ at, line, ...enclave })),
);

/** What the records say of an enclave: the days on which it is known, opens and is given up. */
function lifeOf(name: string): { from: number; until: number } {
  const known = features
    .map(({ properties }) => properties!)
    .filter((each) => each.role === 'enclave' && each.name === name);
  const [first, last] = [known[0]!, known.at(-1)!];
  return { from: dayOf(first.from ?? first.date), until: dayOf(last.until) };
}

describe('an enclave on every day of the war', () => {
  const names = [
    'changsa',
    'inchon',
    'chosan',
    'chosin',
    'hungnam',
    'songjin',
    'wonsan',
    'chodo',
    'sokto',
  ];

  test('is one of nine, each with the day on which it was given up', () => {
    expect([...new Set(open.map(({ name }) => name))].sort()).toEqual([...names].sort());
    for (const name of names) expect(lifeOf(name).until).toBeGreaterThan(front.first);
  });

  test('is a ring that does not cross itself', () => {
    const bad = open.filter(({ ring }) => selfCrossings(ring, { closed: true }).length > 0);
    expect(bad.map(({ at, name }) => `${when(at)} ${name}`)).toEqual([]);
  });

  test('lies beyond the front, all of it, and no front runs into it', () => {
    const bad = open.filter(({ line, ring }) => {
      const north = northOf(line);
      return ring.some((corner) => !inRing(corner, north)) || line.some((p) => inRing(p, ring));
    });
    expect(bad.map(({ at, name }) => `${when(at)} ${name}`)).toEqual([]);
  });

  test.each(names)(
    '%s is there from the day it opens until it is given up, and never else',
    (name) => {
      const { from, until } = lifeOf(name);
      const seen = samples.filter(({ enclaves }) => enclaves.some((each) => each.name === name));
      const opens =
        from <
        dayOf(features.find(({ properties }) => properties!.name === name)!.properties!.date);
      const lives = times.filter((at) => (opens ? at > from : at >= from) && at < until);
      expect(seen.map(({ at }) => when(at))).toEqual(lives.map(when));
    },
  );

  test.each(names)('%s does not slide: it comes back to no ground that it has left', (name) => {
    const rings = open.filter((each) => each.name === name);
    const back = grid.filter((position) => {
      const held = rings.map(({ ring }) => inRing(position, ring));
      return (
        held.indexOf(true) >= 0 &&
        held.slice(held.indexOf(true), held.lastIndexOf(true)).includes(false)
      );
    });
    expect(back).toEqual([]);
  });

  test('no ground that was lost from 28 November on was held again that year', () => {
    const autumn = samples
      .filter(({ at }) => at >= dayOf('1950-11-28') && at <= dayOf('1950-12-25'))
      .map(({ line, enclaves }) => [northOf(line), enclaves.map(({ ring }) => ring)] as const);
    const places = ['kotori', 'wonsan', 'chinhung-ni', 'sudong', 'hagaru'].map(placeAt);
    const again = [...grid, ...places].filter((position) => {
      const held = autumn.map(([north, rings]) => {
        return !inRing(position, north) || rings.some((ring) => inRing(position, ring));
      });
      return held.includes(false) && held.slice(held.indexOf(false)).includes(true);
    });
    expect(again).toEqual([]);
  });
});

/** Positions over the land in which enclaves were, some 13 km apart. */
const grid: Position[] = Array.from({ length: 35 }, (_, row) => row).flatMap((row) =>
  Array.from({ length: 22 }, (_, column): Position => [126.1 + 0.15 * column, 37.05 + 0.13 * row]),
);
