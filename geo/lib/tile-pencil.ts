import type { Position } from 'geojson';
import { project } from '../../src/core/camera.ts';
import { EAST_ASIA, roundOff, simplify } from './simplify.ts';
import { DETAILS, EXTENT, PIXEL } from './tile-detail.ts';

/** A point of the Mercator square, as `project` gives it: y points down. */
export type Point = [x: number, y: number];

/** Draws lines of the full data as the tiles of one zoom show them, in the Mercator square. */
export interface Pencil {
  /** A line, or a ring that stays closed; of one point where nothing is left of it. */
  draw: (line: readonly Position[]) => Point[];
  /** Area of a closed ring in square pixels, positive where it runs clockwise on the map. */
  area: (ring: readonly Point[]) => number;
}

/** Parts of the Mercator square that positions are rounded to: about 0.6 m at the equator. */
const GRAIN = 2 ** 26;

/** How far along its edges a corner is rounded off at most: degrees, about 200 m. */
const MOST_ROUNDING = 0.002;

/** The pencil for the tiles of a zoom. */
export function pencilFor(zoom: number): Pencil {
  const { tolerance, grid, rounds } = DETAILS[zoom]!;
  const units = EXTENT * 2 ** zoom;
  const snap = (value: number) => (Math.round((value * units) / grid) * grid) / units;
  return {
    draw(line) {
      let smooth = [...line];
      for (let round = 0; round < rounds; round++) {
        smooth = roundOff(smooth, EAST_ASIA, MOST_ROUNDING);
      }
      const few = simplify(smooth.map(exact), (tolerance * PIXEL) / units);
      return withoutRepeats(few.map(([x, y]) => [snap(x), snap(y)]));
    },
    area: (ring) => signedArea(ring) * (units / PIXEL) ** 2,
  };
}

/** Rounded by less than a metre, so that the digits in which engines may differ do not show. */
function exact(position: Position): Point {
  const [x, y] = project(position as Point);
  return [Math.round(x * GRAIN) / GRAIN, Math.round(y * GRAIN) / GRAIN];
}

/** As y points down, this is positive for what is clockwise to the eye. */
function signedArea(ring: readonly Point[]): number {
  const doubled = ring.slice(1).reduce((sum, [x, y], at) => {
    const [beforeX, beforeY] = ring[at]!;
    return sum + beforeX * y - x * beforeY;
  }, 0);
  return doubled / 2;
}

function withoutRepeats(line: Point[]): Point[] {
  return line.filter(([x, y], at) => x !== line[at - 1]?.[0] || y !== line[at - 1]?.[1]);
}
