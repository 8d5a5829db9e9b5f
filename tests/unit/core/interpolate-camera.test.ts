import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Camera, project, quantizeCamera, unproject } from '../../../src/core/camera.ts';
import { flyPath, interpolateCamera } from '../../../src/core/interpolate-camera.ts';
import type { Travel } from '../../../src/core/story.ts';

const viewport = { width: 1000, height: 700 };

const double = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const camera: fc.Arbitrary<Camera> = fc
  .record({
    center: fc.tuple(double(-180, 180), double(-85, 85)) as fc.Arbitrary<[number, number]>,
    zoom: double(0, 22),
    bearing: double(-180, 180),
    pitch: double(0, 60),
  })
  .map(quantizeCamera);
const travel = fc.constantFrom<Travel>('ease', 'fly');
const part = double(0, 1);

const numbers = (c: Camera) => [...c.center, c.zoom, c.bearing, c.pitch];
const go = (from: Camera, to: Camera, how: Travel) =>
  interpolateCamera(from, to, { travel: how, viewport });
const still = (zoom: number, center: [number, number] = [127, 38]): Camera =>
  quantizeCamera({ center, zoom, bearing: 0, pitch: 0 });
const ticks = (n: number) => Array.from({ length: n + 1 }, (_, i) => i / n);
const shortWay = (degrees: number) => degrees - 360 * Math.round(degrees / 360);

/** Distance on the unit Mercator square, the short way round. */
function distance(a: Camera, b: Camera): number {
  const [ax, ay] = project(a.center);
  const [bx, by] = project(b.center);
  return Math.hypot(bx - ax - Math.round(bx - ax), by - ay);
}

describe('quantizeCamera', () => {
  it('brings angles into range and never gives -0', () => {
    const raw: Camera = { center: [180, -1e-9], zoom: -1e-9, bearing: -540, pitch: -1e-9 };
    expect(quantizeCamera(raw)).toEqual({ center: [-180, 0], zoom: 0, bearing: 180, pitch: 0 });
    const seam: Camera = { center: [179.99999999, 0], zoom: 1, bearing: -179.99999, pitch: 0 };
    expect(numbers(quantizeCamera(seam)).slice(0, 4)).toEqual([-180, 0, 1, 180]);
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(camera, (c) => {
        expect(quantizeCamera(c)).toEqual(c);
      }),
    );
  });

  it('takes up what engines disagree about', () => {
    const one: Camera = { center: [127.3, 38], zoom: 0.3, bearing: 0.3, pitch: 20 };
    const other: Camera = { ...one, center: [127.1 + 0.2, 38], zoom: 0.1 + 0.2 };
    expect(quantizeCamera(other)).toEqual(one);
  });
});

describe('project', () => {
  it('is undone by unproject', () => {
    fc.assert(
      fc.property(double(-720, 720), double(-85, 85), (lon, lat) => {
        const [x, y] = unproject(project([lon, lat]));
        expect(Math.abs(x - lon)).toBeLessThan(1e-9);
        expect(Math.abs(y - lat)).toBeLessThan(1e-9);
      }),
    );
  });

  it('is the unit square, limited to 85.051129 degrees', () => {
    expect(project([0, 0])).toEqual([0.5, 0.5]);
    expect(project([-180, 90])[1]).toBeCloseTo(0, 7);
    expect(project([180, -90])[1]).toBeCloseTo(1, 7);
    expect(unproject([1, 5])).toEqual([180, -85.051129]);
  });
});

describe('interpolateCamera', () => {
  it('is exact at its ends, and beyond them', () => {
    fc.assert(
      fc.property(camera, camera, fc.constantFrom<Travel>('jump', 'ease', 'fly'), (a, b, how) => {
        const at = go(a, b, how);
        expect([at(-1), at(0), at(1), at(2)]).toEqual([a, a, b, b]);
      }),
    );
  });

  it('jumps in the middle', () => {
    const at = go(still(1), still(2), 'jump');
    expect([at(0.49).zoom, at(0.5).zoom]).toEqual([1, 2]);
  });

  it('gives the same digits whatever was asked before', () => {
    fc.assert(
      fc.property(camera, camera, travel, fc.array(part), part, (a, b, how, before, t) => {
        const used = go(a, b, how);
        for (const s of before) used(s);
        expect(used(t)).toEqual(go(a, b, how)(t));
      }),
    );
  });

  it('stays still between equal cameras', () => {
    fc.assert(
      fc.property(camera, travel, part, (a, how, t) => {
        const c = go(a, a, how)(t);
        numbers(c).forEach((n, i) => {
          expect(Math.abs(n - (numbers(a)[i] ?? 0))).toBeLessThan(2e-7);
        });
      }),
    );
  });

  it('is finite, and never zooms out beyond zoom 0, for any cameras and any viewport', () => {
    const size = fc.constantFrom(0, 1, 320, 100_000);
    fc.assert(
      fc.property(camera, camera, travel, size, part, (a, b, how, width, t) => {
        const c = interpolateCamera(a, b, { travel: how, viewport: { width, height: 1 } })(t);
        expect(numbers(c).every(Number.isFinite)).toBe(true);
        expect(c.zoom).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 500 },
    );
  });

  it('never goes away from where it is going', () => {
    fc.assert(
      fc.property(camera, camera, travel, (a, b, how) => {
        const way = ticks(50).map((t) => distance(go(a, b, how)(t), b));
        for (const [i, d] of way.slice(1).entries()) {
          expect(d).toBeLessThanOrEqual((way[i] ?? 0) + 1e-9);
        }
      }),
    );
  });

  it('turns the short way round, at a steady pace', () => {
    fc.assert(
      fc.property(camera, camera, travel, part, (a, b, how, t) => {
        const turned = shortWay(go(a, b, how)(t).bearing - a.bearing);
        const turn = shortWay(b.bearing - a.bearing);
        fc.pre(Math.abs(turn) < 179.9);
        expect(Math.abs(turned - turn * t)).toBeLessThan(1e-3);
      }),
    );
  });

  it('goes the short way across the antimeridian', () => {
    const [a, b] = [still(4, [170, 10]), still(4, [-170, 10])];
    for (const how of ['ease', 'fly'] as const) {
      expect(go(a, b, how)(0.5).center[0]).toBe(-180);
      expect(go(a, b, how)(0.25).center[0]).toBeGreaterThan(170);
      expect(go(b, a, how)(0.25).center[0]).toBeLessThan(-170);
    }
  });

  it('moves little when t moves little', () => {
    fc.assert(
      fc.property(camera, camera, travel, double(0, 0.9999), (a, b, how, t) => {
        const [c, d] = [go(a, b, how)(t), go(a, b, how)(t + 1e-4)];
        const screens = distance(c, d) * (512 / 1000) * 2 ** Math.max(c.zoom, d.zoom);
        const path = how === 'fly' ? flyPath(a, b, viewport).length : 1 + distance(a, b) * 2 ** 23;
        expect(Math.abs(c.zoom - d.zoom)).toBeLessThan(1e-2);
        expect(screens).toBeLessThan(1e-3 * path + 2e-3);
      }),
    );
  });

  it('keeps in sight, on a straight move, what is in sight at both ends', () => {
    const [a, b] = [still(4, [120, 35]), still(10, [127, 38])];
    const pixels = (c: Camera) => distance(c, b) * 512 * 2 ** c.zoom;
    for (const t of ticks(20)) {
      expect(pixels(go(a, b, 'ease')(t))).toBeLessThanOrEqual(pixels(a) + 1);
    }
  });
});

describe('flyPath', () => {
  it('begins and ends at the two cameras', () => {
    fc.assert(
      fc.property(camera, camera, (a, b) => {
        const { at } = flyPath(a, b, viewport);
        expect(at(0).part).toBe(0);
        expect(at(0).zoom).toBeCloseTo(a.zoom, 9);
        fc.pre(distance(a, b) > 1e-9);
        expect(at(1).part).toBeCloseTo(1, 6);
        expect(at(1).zoom).toBeCloseTo(b.zoom, 6);
      }),
      { numRuns: 500 },
    );
  });

  it('is as long, and the same way, there and back', () => {
    fc.assert(
      fc.property(camera, camera, part, (a, b, t) => {
        fc.pre(distance(a, b) > 1e-6);
        const [there, back] = [flyPath(a, b, viewport), flyPath(b, a, viewport)];
        expect(there.length / back.length).toBeCloseTo(1, 6);
        expect(there.at(t).zoom).toBeCloseTo(back.at(1 - t).zoom, 4);
        expect(there.at(t).part).toBeCloseTo(1 - back.at(1 - t).part, 6);
      }),
    );
  });

  it('zooms out once and in once', () => {
    fc.assert(
      fc.property(camera, camera, (a, b) => {
        const { at } = flyPath(a, b, viewport);
        const zooms = ticks(60).map((t) => at(t).zoom);
        const lowest = zooms.indexOf(Math.min(...zooms));
        zooms.slice(1).forEach((zoom, i) => {
          const step = zoom - (zooms[i] ?? 0);
          expect(i < lowest ? -step : step).toBeGreaterThan(-1e-9);
        });
      }),
    );
  });

  it('moves the picture at a steady rate, as the paper measures it', () => {
    const [a, b] = [still(7, [126.98, 37.57]), still(9, [37.62, 55.75])];
    const { at, length } = flyPath(a, b, viewport);
    const ground = distance(a, b) * 512;
    for (const t of ticks(40).slice(0, -1)) {
      const [p, q] = [at(t), at(t + 1e-5)];
      const w = 1000 / 2 ** p.zoom;
      const pan = ((q.part - p.part) * ground * 1.42) / w;
      const zoom = ((q.zoom - p.zoom) * Math.LN2) / 1.42;
      expect(Math.hypot(pan, zoom) / 1e-5 / length).toBeCloseTo(1, 2);
    }
  });

  it('follows the path of MapLibre flyTo', () => {
    // Printed from the w(s) and u(s) of maplibre-gl 6.17's flyTo, 1000 by 700.
    const { at, length } = flyPath(still(6, [127, 37.5]), still(8, [125.75, 39.02]), viewport);
    const expected: [t: number, zoom: number, covered: number][] = [
      [0.1, 6.159251805715668, 0.24677172919850215],
      [0.25, 6.426368312509981, 0.5236130957946379],
      [0.5, 6.921811920763348, 0.8],
      [0.75, 7.4524253365263915, 0.935719896540615],
      [0.9, 7.7796533589667485, 0.9799346869197225],
    ];
    expect(length).toBeCloseTo(1.0980601302808888, 9);
    for (const [t, zoom, covered] of expected) {
      expect(at(t).zoom).toBeCloseTo(zoom, 9);
      expect(at(t).part).toBeCloseTo(covered, 9);
    }
  });
});
