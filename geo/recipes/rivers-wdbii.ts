import type { Feature, Position } from 'geojson';
import { feature, type Recipe, roundPosition } from '../lib/dataset.ts';
import { partsOutside } from '../lib/parts-outside.ts';
import { AROUND_KOREA, type Box, roundOff, simplify } from '../lib/simplify.ts';
import { readCourses } from '../lib/wdbii.ts';
import { shores } from './lakes.ts';

/**
 * Korean rivers that Natural Earth does not have and the World Data Bank II has, and the box `[west, south, east, north]`
 * that holds the course of each and of no other.
 */
const RIVERS: Readonly<Record<string, { name: string; box: Box }>> = {
  imjin: { name: 'Imjin', box: [126.6, 37.8, 127.3, 39.2] },
  pukhan: { name: 'Pukhan', box: [127.28, 37.4, 127.98, 39] },
  kum: { name: 'Kum', box: [126.6, 35.4, 127.8, 36.7] },
};

/**
 * `atlas/rivers-wdbii`: Korean rivers from the World Data Bank II, apart from `atlas/rivers` because their licence is
 * another, and each as far as the waters drawn by hand in `atlas/lakes`. `rank` is as there.
 */
export const riversWdbii: Recipe = {
  output: 'atlas/rivers-wdbii.geojson',
  needs: 'debian',
  licence: 'LGPL-3.0-or-later',
  credit: 'World Data Bank II, from GSHHG (LGPL)',
  make,
};

function make(): Feature[] {
  const ends = shores();
  return Object.entries(RIVERS).map(([id, { name, box }]) => {
    const courses = readCourses(box).flatMap((course) => partsOutside(course, ends));
    const coordinates = courses.map(drawn);
    return feature(id, { type: 'MultiLineString', coordinates }, { name, rank: 8 });
  });
}

const drawn = (course: Position[]): Position[] =>
  roundOff(simplify(course, 0.001), AROUND_KOREA).map((position) => roundPosition(position, 3));
