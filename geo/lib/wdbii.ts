import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Position } from 'geojson';
import { type DebianPackage, unpacked } from './debian-package.ts';
import { type Box, inBox } from './simplify.ts';

/** The Debian package that carries the rivers of the World Data Bank II, as GSHHG has them at high resolution. */
export const GSHHG: DebianPackage = {
  name: 'gmt-gshhg-high',
  version: '2.3.7-6',
  sha256: 'ad526a28262412fdfebcca097c2a2e606a7fa2e6f10a5770a3b5e05621357c01',
};

/** Degrees: ends that lie nearer are one. Courses are cut at whole degrees, and stored in 65536ths of a degree. */
const SAME = 1e-4;

/** Where courses are read, so that none is cut by its own box. */
const KOREA = '-R124/131/34/43';

/**
 * The courses of the rivers that lie wholly in a box `[west, south, east, north]` in Korea, degrees. What the data have
 * in pieces is joined. They are read by the program `gmt` (Debian package gmt 6), which must be installed.
 *
 * Source: Wessel and Smith, "A global, self-consistent, hierarchical, high-resolution shoreline database", 1996.
 */
export function readCourses(box: Box): Position[][] {
  const folder = join(unpacked(GSHHG), 'usr/share/gmt-gshhg');
  const options = ['pscoast', '-Dh', '-Ia', '-M', KOREA, `--DIR_GSHHG=${folder}`];
  const text = execFileSync('gmt', [...options, '--FORMAT_FLOAT_OUT=%.5f', '--GMT_HISTORY=false'], {
    encoding: 'utf8',
  });
  const parts = text.split(/^>.*\n/m).map((part) =>
    part
      .split('\n')
      .filter((line) => /^\d/.test(line))
      .map((line): Position => line.split('\t').map(Number)),
  );
  const isIn = (part: Position[]) => part.every((position) => inBox(position, box));
  return joined(parts.filter((part) => part.length > 1 && isIn(part)));
}

const meet = ([ax, ay]: Position, [bx, by]: Position): boolean =>
  Math.hypot(ax! - bx!, ay! - by!) < SAME;

/** Lines joined, one after the other, wherever an end meets another line's end. */
function joined(parts: readonly Position[][]): Position[][] {
  const courses: Position[][] = [];
  for (const part of parts) {
    let course = part;
    for (let other = touching(courses, course); other; other = touching(courses, course)) {
      courses.splice(courses.indexOf(other), 1);
      course = together(other, course);
    }
    courses.push(course);
  }
  return courses;
}

const ends = (line: readonly Position[]): [Position, Position] => [line[0]!, line.at(-1)!];

function touching(courses: Position[][], line: Position[]): Position[][][number] | undefined {
  return courses.find((each) => ends(each).some((a) => ends(line).some((b) => meet(a, b))));
}

/** Two lines that meet at an end, as one. */
function together(a: Position[], b: Position[]): Position[] {
  const [first] = ends(a);
  const before = ends(b).some((end) => meet(end, first)) ? a.toReversed() : a;
  const after = meet(b[0]!, before.at(-1)!) ? b : b.toReversed();
  return [...before, ...after.slice(1)];
}
