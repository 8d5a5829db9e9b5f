import fc from 'fast-check';
import type { Feature } from 'geojson';
import { describe, expect, it } from 'vitest';
import { parseDay } from '../../../src/core/calendar.ts';
import { createDatedLine, type DatedLine } from '../../../src/core/dated-line.ts';
import { clamp01 } from '../../../src/core/easing.ts';
import { isInside, measureRing } from '../../../src/core/geodesy.ts';
import { boxAround, northRing, worldAround } from '../../../src/core/north-ring.ts';
import type { LngLat } from '../../../src/core/story.ts';

/** A GeoJSON line from `lon,lat lon,lat …`. */
const read = (text: string) => text.split(' ').map((p) => p.split(',').map(Number) as LngLat);

const line = (date: string, coordinates: LngLat[], more: object = {}): Feature => {
  const known = { uncertainty_km: 0, continuous: true };
  const properties = { role: 'line', date, ...known, ...more };
  return { type: 'Feature', id: date, geometry: { type: 'LineString', coordinates }, properties };
};
const enclave = (date: string, name: string, ring: LngLat[]): Feature => ({
  type: 'Feature',
  id: `${date}/${name}`,
  geometry: { type: 'Polygon', coordinates: [ring] },
  properties: { role: 'enclave', date, name, held: 'south' },
});
const square = ([lon, lat]: LngLat, half: number): LngLat[] => {
  const [w, s, e, n] = [lon - half, lat - half, lon + half, lat + half].map((v) => v.toFixed(1));
  return read(`${w},${s} ${e},${s} ${e},${n} ${w},${n} ${w},${s}`);
};

const day = (date: string): number => parseDay(date) ?? Number.NaN;
const A = read('124,38 126,38 127,38 128,38 131,38');
const B = read('124,36 125,36 127,37 129,36 131,36');
const fromAToB = createDatedLine([
  line('1950-07-11', B, { uncertainty_km: 10, continuous: false }),
  line('1950-07-01', A),
]);

const number = (min: number, max: number) =>
  fc.double({ min, max, noNaN: true }).map((n) => Math.round(n * 1e3) / 1e3);
/** A front from edge to edge, with any vertices between. */
const front = fc
  .array(fc.tuple(number(125, 130), number(34, 42)), { maxLength: 12 })
  .map((inner) => [[124, 38], ...inner, [131, 38]] as LngLat[]);
const fromTo = (a: LngLat[], b: LngLat[]) =>
  createDatedLine([line('1950-07-01', a), line('1950-07-11', b)]);
const between = fc.double({ min: 0, max: 1, noNaN: true });
const START = day('1950-07-01');

/** The greatest distance, in degrees, of a vertex of one line from another line. */
function gap(from: LngLat[], to: LngLat[]): number {
  const toSegment = ([x, y]: LngLat, [ax, ay]: LngLat, [bx, by]: LngLat): number => {
    const [dx, dy] = [bx - ax, by - ay];
    const t = clamp01(((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1));
    return Math.hypot(x - ax - t * dx, y - ay - t * dy);
  };
  const toLine = (p: LngLat) => Math.min(...to.slice(1).map((q, i) => toSegment(p, to[i] ?? q, q)));
  return Math.max(...from.map(toLine));
}

describe('a dated line', () => {
  it('is the given line on a known day, the first before all and the last after all', () => {
    const lines = (days: string[]) => days.map((date) => fromAToB.sample(day(date)).line);
    expect(lines(['1950-06-01', '1950-07-01', '1950-07-11', '1951-01-01'])).toEqual([A, A, B, B]);
    expect(fromAToB.sample(Number.NaN).line).toEqual(A);
  });

  it('is half-way between its neighbours half-way between their days', () => {
    const { line: middle } = fromAToB.sample(day('1950-07-06'));
    expect([middle[0], middle.at(-1)]).toEqual(read('124,37 131,37'));
    expect(gap([[127, 37.5]], middle)).toBeLessThan(0.01);
  });

  it('is matched at the places that the earlier day names', () => {
    const flat = (lat: number) => read(`124,${lat} 131,${lat}`);
    const from = line('1950-07-01', flat(38), { next: [[0.2, 0.6]] });
    const { line: middle } = createDatedLine([from, line('1950-07-11', flat(36))]).sample(
      START + 5,
    );
    expect(middle).toHaveLength(3);
    const half = 124 + 7 * 0.4;
    expect([middle[0], middle[1], middle[2]]).toEqual([
      [124, 37],
      [expect.closeTo(half, 6), expect.closeTo(37, 6)],
      [131, 37],
    ]);
  });

  it('may fan out from one place, and gather in one', () => {
    const from = line('1950-07-01', A, {
      next: [
        [0.5, 0.25],
        [0.5, 0.75],
      ],
    });
    const { line: early } = createDatedLine([from, line('1950-07-11', B)]).sample(START + 1e-6);
    expect(Math.max(gap(A, early), gap(early, A))).toBeLessThan(1e-5);
  });

  it('moves at a steady pace', () => {
    const lats = [1, 2, 3, 4].map((d) => fromAToB.sample(START + d).line[0]?.[1]);
    expect(lats).toEqual([37.8, 37.6, 37.4, 37.2]);
  });

  it('is whole again after the last day on which it was broken', () => {
    const whole = { continuous: false, broken_until: '1950-07-03' };
    const { sample } = createDatedLine([line('1950-07-01', A, whole), line('1950-07-11', B)]);
    expect([0, 2, 3].map((d) => sample(START + d).continuous)).toEqual([false, false, true]);
  });

  it('says how sure it is', () => {
    const { line: _, ...middle } = fromAToB.sample(day('1950-07-06'));
    expect(middle).toEqual({
      enclaves: [],
      uncertainty: 5,
      continuous: false,
    });
    expect(fromAToB.sample(START)).toMatchObject({ uncertainty: 0, continuous: true });
  });

  it('cuts no corner as it leaves one day and as it comes to the next', () => {
    fc.assert(
      fc.property(front, front, (a, b) => {
        const { sample } = fromTo(a, b);
        const [early, late] = [sample(START + 1e-6).line, sample(START + 10 - 1e-6).line];
        expect(Math.max(gap(a, early), gap(early, a))).toBeLessThan(1e-5);
        expect(Math.max(gap(b, late), gap(late, b))).toBeLessThan(1e-5);
      }),
    );
  });

  it('stays in the box of its neighbours, is finite, and moves little in a little time', () => {
    fc.assert(
      fc.property(front, front, between, (a, b, t) => {
        const { sample } = fromTo(a, b);
        const now = sample(START + 10 * t).line;
        const soon = sample(START + 10 * t + 1e-3).line;
        const lats = [...a, ...b].map(([, lat]) => lat);
        const [south, north] = [Math.min(...lats), Math.max(...lats)];
        const inBox = ([x, y]: LngLat) => x >= 124 && x <= 131 && y >= south && y <= north;
        expect(now.every(inBox)).toBe(true);
        expect(gap(now, soon)).toBeLessThan(0.002);
      }),
    );
  });

  it('is the same whatever was sampled before', () => {
    fc.assert(
      fc.property(front, front, fc.array(between), between, (a, b, before, t) => {
        const used = fromTo(a, b);
        for (const s of before) used.sample(START + 12 * s - 1);
        expect(used.sample(START + 10 * t)).toEqual(fromTo(a, b).sample(START + 10 * t));
      }),
    );
  });

  it('stands still where the front stood still', () => {
    fc.assert(
      fc.property(front, between, (a, t) => {
        const { line: now } = fromTo(a, a).sample(START + 10 * t);
        expect(gap(now, a)).toBeLessThan(2e-6);
      }),
    );
  });

  it('tells of features that it cannot use', () => {
    expect(() => createDatedLine([])).toThrow('role is "line"');
    expect(() => createDatedLine([line('1951-02-29', A)])).toThrow('has no date');
    expect(() => createDatedLine([line('1951-02-28', [[124, 38]])])).toThrow('not a line');
    const bad = enclave('1950-07-01', 'hook', []);
    expect(() => createDatedLine([line('1950-07-01', A), bad])).toThrow('not a polygon');
  });
});

describe('enclaves', () => {
  const flat = (lat: number) => read(`124,${lat} 126,${lat} 129,${lat} 131,${lat}`);
  const [before, on, after] = ['1950-09-11', '1950-09-15', '1950-09-19'] as const;
  const sizes = (dated: DatedLine, from: string): number[] =>
    [0, 1, 2, 3, 4].map((d) => {
      const ring = dated.sample(day(from) + d).enclaves[0]?.ring;
      return ring ? Math.round(Math.sqrt(measureRing(ring).area) * 1e3) / 1e3 : 0;
    });
  const landing = enclave(on, 'inchon', square([126.6, 37.4], 0.1));

  const lines = [before, on, after].map((date) => line(date, flat(35)));
  const dated = (more: object) => {
    const properties = { ...landing.properties, ...more };
    return createDatedLine([...lines, { ...landing, properties }]);
  };

  it('are there on the day on which they are known, and on no other', () => {
    expect(sizes(dated({}), before)).toEqual([0, 0, 0, 0, 0.2]);
    expect(sizes(dated({}), on)).toEqual([0.2, 0, 0, 0, 0]);
    expect(dated({}).sample(day(on) + 0.5).enclaves).toHaveLength(1);
  });

  it('grow from the day on which they open, and shrink until the one on which they are gone', () => {
    const opened = dated({ from: '1950-09-13', until: '1950-09-17' });
    expect(sizes(opened, before)).toEqual([0, 0, 0, 0.1, 0.2]);
    expect(sizes(opened, on)).toEqual([0.2, 0.1, 0, 0, 0]);
  });

  it('that are known and gone on one day are there until it', () => {
    const held = enclave(after, 'inchon', square([126.6, 37.4], 0.1));
    const properties = { ...held.properties, until: after };
    const relieved = createDatedLine([...lines, landing, { ...held, properties }]);
    expect(sizes(relieved, on)).toEqual([0.2, 0.2, 0.2, 0.2, 0]);
    expect(relieved.sample(day(after) - 0.01).enclaves).toHaveLength(1);
  });

  it('are cut off on a day on which the line breaks up', () => {
    const finger = read('124,35 126.5,35 126.5,37.5 126.7,37.5 126.7,35 131,35');
    const arrival = line(on, finger, { role: 'arrival' });
    const { sample } = createDatedLine([...lines, arrival, landing]);
    const [early, cut, late] = [-1e-6, 0, 1e-6].map((d) => sample(day(on) + d));
    expect(gap(early!.line, finger)).toBeLessThan(1e-4);
    expect(cut!.line).toEqual(flat(35));
    expect(gap(late!.line, flat(35))).toBeLessThan(1e-4);
    expect([early, cut].map((each) => each!.enclaves.length)).toEqual([0, 1]);
  });

  it('of one name change their shape, whichever vertex and way round they are drawn from', () => {
    const ring = square([126.6, 37.4], 0.2);
    const turned = [...ring.slice(2, -1), ...ring.slice(0, 3)].toReversed();
    const moved = createDatedLine([...lines, landing, enclave(after, 'inchon', turned)]);
    const { ring: middle = [] } = moved.sample(day(on) + 2).enclaves[0] ?? {};
    expect(measureRing(middle)).toEqual({
      centroid: [expect.closeTo(126.6, 4), expect.closeTo(37.4, 4)],
      area: expect.closeTo(0.09, 4),
    });
    expect(middle[0]).toEqual(middle.at(-1));
    expect(moved.sample(day(after)).enclaves).toEqual([{ name: 'inchon', ring: turned }]);
  });
});

describe('northRing', () => {
  it('is closed, counterclockwise, and holds what lies north of the line', () => {
    const ring = northRing(A, [124, 33, 131, 43]);
    expect(ring).toEqual([...A, [131, 44], [124, 44], [124, 38]]);
    expect(measureRing(ring).area).toBeGreaterThan(0);
    expect(isInside([127, 39], ring)).toBe(true);
    expect(isInside([127, 37.5], ring)).toBe(false);
    expect(northRing([], boxAround([]))).toEqual([]);
  });

  it('closes beyond the line and the ground, wherever they are', () => {
    const arctic: LngLat[] = [
      [10, 61],
      [20, 61],
    ];
    expect(isInside([15, 62], northRing(arctic, [8, 60, 22, 65]))).toBe(true);
    expect(isInside([15, 60.5], northRing(arctic, [8, 60, 22, 65]))).toBe(false);
    expect(isInside([21, 64], northRing(arctic, [8, 60, 22, 65]))).toBe(true);
    expect(isInside([9, 60.5], northRing(arctic, [8, 60, 22, 65]))).toBe(false);
  });

  it('goes on along the parallels of its ends, and has no long edge', () => {
    const ring = northRing(A, [100, 20, 150, 50]);
    expect(isInside([101, 39], ring)).toBe(true);
    expect(isInside([149, 37.9], ring)).toBe(false);
    const steps = ring.slice(1).map(([lon, lat], i) => {
      const [x, y] = ring[i] ?? [lon, lat];
      return Math.max(Math.abs(lon - x), Math.abs(lat - y));
    });
    expect(Math.max(...steps)).toBeLessThanOrEqual(10);
  });

  it('lies on the left of a line that runs the other way, to the south or over the antimeridian', () => {
    const back = [...A].reverse();
    expect(isInside([127, 39], northRing(back, worldAround(back)))).toBe(false);
    expect(isInside([127, 37], northRing(back, worldAround(back)))).toBe(true);
    const down: LngLat[] = [
      [21, 57],
      [28, 45],
    ];
    const held = (place: LngLat) => isInside(place, northRing(down, worldAround(down)));
    expect([held([37.6, 55.75]), held([13.4, 52.5])]).toEqual([true, false]);
    const across: LngLat[] = [
      [170, 0],
      [-170, 0],
    ];
    expect(isInside([180, 1], northRing(across, worldAround(across)))).toBe(true);
  });
});
