import type { Position } from 'geojson';
import { kilometresBetween } from './sphere.ts';

/** Kilometres between two ties, and from end to end of one: 34 and 6 pixels at zoom 9. */
const EVERY = 4;
const LENGTH = 0.7;

/** Strokes across a railway, by which maps tell it from a road: pairs of `[lon, lat]`. */
export function tiesAcross(line: readonly Position[]): [Position, Position][] {
  let toNext = EVERY / 2;
  return line.slice(1).flatMap((end, at) => {
    const start = line[at]!;
    const length = kilometresBetween(start, end);
    const places: number[] = [];
    for (; toNext < length; toNext += EVERY) places.push(toNext / length);
    toNext -= length;
    return places.map((place) => tieAt([start, end], place));
  });
}

function tieAt([[ax, ay], [bx, by]]: [Position, Position], place: number): [Position, Position] {
  const [dx, dy] = [bx! - ax!, by! - ay!];
  const [x, y] = [ax! + dx * place, ay! + dy * place];
  // Degrees of longitude are shorter than those of latitude: across on the ground, not in degrees.
  const shrunk = Math.cos((y * Math.PI) / 180);
  const across: Position = [-dy / shrunk, dx * shrunk];
  const half = LENGTH / 2 / kilometresBetween([x, y], [x + across[0]!, y + across[1]!]);
  const [east, north] = [across[0]! * half, across[1]! * half];
  return [
    [x - east, y - north],
    [x + east, y + north],
  ];
}
