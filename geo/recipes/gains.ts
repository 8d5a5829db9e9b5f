import { readFileSync } from 'node:fs';
import type { Feature, MultiPolygon, Point, Polygon, Position } from 'geojson';
import { type Dataset, feature, OURS, type Recipe, roundLine } from '../lib/dataset.ts';
import { GEO } from '../lib/inputs.ts';
import { runMapshaper } from '../lib/natural-earth.ts';
import { northOf } from '../lib/polygon.ts';
import { ringAreaKm2 } from '../lib/sphere.ts';
import { fronts } from './front-line.ts';

const [BEFORE, AFTER] = ['1950-06-25', '1953-07-27'] as const;
/** Smaller pieces are where two lines or two coasts all but meet. */
const LEAST_KM2 = 4;
const FORMAT = new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 2 });

/**
 * `korea/gains`: the land that each side held at the armistice and the other before the war, in
 * `korea/peninsula`, with its area, and a name that says it.
 */
export const gains: Recipe = {
  output: 'korea/gains.geojson',
  needs: 'repository',
  ...OURS,
  make,
};

async function make(): Promise<Feature[]> {
  const south = await between(BEFORE, AFTER);
  const north = await between(AFTER, BEFORE);
  return [...gain('south', south), ...gain('north', north)];
}

/** The land that is north of the front of one day and not of the other. */
async function between(inside: string, outside: string): Promise<Position[][][]> {
  const polygon = (ring: Position[]) => JSON.stringify({ type: 'Polygon', coordinates: [ring] });
  const inputs = {
    'korea.json': JSON.stringify(readKorea()),
    'inside.json': polygon(northOf(lineOn(inside))),
    'outside.json': polygon(northOf(lineOn(outside))),
  };
  const { features } = await runMapshaper(
    '-i korea.json -clip inside.json -erase outside.json -explode',
    inputs,
  );
  return features
    .map(({ geometry }) => (geometry as Polygon).coordinates)
    .filter((polygonOf) => areaOf(polygonOf) >= LEAST_KM2);
}

function gain(side: 'north' | 'south', polygons: Position[][][]): Feature[] {
  const km2 = Math.round(polygons.reduce((sum, polygon) => sum + areaOf(polygon), 0));
  const title = side === 'south' ? 'South Korea' : 'North Korea';
  const largest = [...polygons].sort((a, b) => areaOf(b) - areaOf(a))[0]!;
  const shape: MultiPolygon = {
    type: 'MultiPolygon',
    coordinates: polygons.map((polygon) => polygon.map((ring) => roundLine(ring, 3))),
  };
  const point: Point = { type: 'Point', coordinates: middleOf(largest[0]!) };
  const known = { side, km2, source: `korea/front-line on ${BEFORE} and on ${AFTER}` };
  return [
    feature(`${side}`, shape, { title: `Gained by ${title}`, ...known }),
    feature(`${side}-name`, point, {
      name: `+ ${FORMAT.format(km2)} km²`,
      anchor: 'center',
      ...known,
    }),
  ];
}

function areaOf([outer, ...holes]: Position[][]): number {
  const area = (ring: Position[]) => Math.abs(ringAreaKm2(ring));
  return area(outer!) - holes.reduce((sum, hole) => sum + area(hole), 0);
}

/** The middle of a ring's box, moved to its vertices' mean height: inside, for these two. */
function middleOf(ring: Position[]): Position {
  const lons = ring.map(([lon]) => lon!);
  const lon = (Math.min(...lons) + Math.max(...lons)) / 2;
  const near = ring.filter(([x]) => Math.abs(x! - lon) < 0.15).map(([, lat]) => lat!);
  return roundLine([[lon, (Math.min(...near) + Math.max(...near)) / 2]], 3)[0]!;
}

function lineOn(date: string): Position[] {
  const line = fronts().find(({ id }) => id === date)?.geometry;
  if (line?.type !== 'LineString') throw new Error(`There is no front of ${date}`);
  return line.coordinates;
}

function readKorea(): Dataset {
  return JSON.parse(readFileSync(new URL('korea/peninsula.geojson', GEO), 'utf8')) as Dataset;
}
