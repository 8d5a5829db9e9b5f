import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';
import { feature, NATURAL_EARTH, type Recipe, roundLine } from '../lib/dataset.ts';
import { fromNaturalEarth, runMapshaper } from '../lib/natural-earth.ts';
import { AROUND_KOREA, roundOff, simplify } from '../lib/simplify.ts';
import { ringAreaKm2 } from '../lib/sphere.ts';
import { estuaries } from './lakes.ts';

/**
 * `korea/peninsula`: one MultiPolygon `korea`, the coast with islands of 3 km² and more, and the
 * border on the Yalu and the Tumen, at Sinuiju its bank. Its coast is the coast of `atlas/land`, within about 100 m.
 */
export const peninsula: Recipe = {
  output: 'korea/peninsula.geojson',
  needs: 'debian',
  ...NATURAL_EARTH,
  make,
};

const LEAST_KM2 = 3;
/** Vertices closer than this to the line without them are left out: degrees, about 50 m. */
const FINEST = 0.0005;
/** Around Korea over the sea, from the mouth of the Tumen up the estuary of the Yalu; not Tsushima. */
const OVER_THE_SEA: Position[] = [
  [131.6, 42.2],
  [131.6, 36.2],
  [129.8, 35.2],
  [128.9, 34.4],
  [128, 32.7],
  [124, 32.7],
  [123.9, 39.6],
  [124.1, 39.8],
  [124.2, 39.85],
  [124.28, 39.9],
  [124.3, 39.92],
  [124.335, 39.96],
  [124.365, 40],
  [124.372, 40.05],
];

async function make(): Promise<Feature[]> {
  const border = await northernBorder();
  const frame = [...border, ...OVER_THE_SEA, border[0]!];
  const coast = await fromNaturalEarth(
    ['10m/ne_10m_land'],
    '-i ne_10m_land.shp -clip bbox=121,32,132,44',
  );
  const korea = await cutOut(coast, { type: 'Polygon', coordinates: [frame] });
  const coordinates = korea
    .filter(([outer]) => Math.abs(ringAreaKm2(outer!)) >= LEAST_KM2)
    .map((polygon) =>
      polygon.map((ring) => roundLine(simplify(roundOff(ring, AROUND_KOREA), FINEST), 3)),
    );
  const geometry: MultiPolygon = { type: 'MultiPolygon', coordinates };
  const properties = { title: 'Korea', source: 'Natural Earth 1:10m' };
  return [feature('korea', geometry, properties)];
}

/** The border with China and the Soviet Union, from the mouth of the Yalu to that of the Tumen. */
export async function northernBorder(): Promise<Position[]> {
  const { features } = await fromNaturalEarth(
    ['10m/ne_10m_admin_0_boundary_lines_land'],
    [
      '-i ne_10m_admin_0_boundary_lines_land.shp encoding=latin1',
      `-filter "adm0_left == 'North Korea' && (adm0_right == 'China' || adm0_right == 'Russia')"`,
      '-dissolve2',
    ].join(' '),
  );
  const parts = features.flatMap(({ geometry }) => {
    if (geometry.type === 'LineString') return [geometry.coordinates];
    return geometry.type === 'MultiLineString' ? geometry.coordinates : [];
  });
  return joined(parts);
}

/** Joins parts end to end, beginning at the westernmost end. */
function joined(parts: Position[][]): Position[] {
  const left = parts.map((part) => (part[0]![0]! < part.at(-1)![0]! ? part : [...part].reverse()));
  return left.sort((a, b) => a[0]![0]! - b[0]![0]!).flat();
}

async function cutOut(land: FeatureCollection, frame: Polygon): Promise<Position[][][]> {
  const water = { type: 'FeatureCollection', features: estuaries() };
  const inputs = {
    'land.json': JSON.stringify(land),
    'frame.json': JSON.stringify(frame),
    'water.json': JSON.stringify(water),
  };
  const { features } = await runMapshaper(
    '-i land.json -clip frame.json -erase water.json -explode',
    inputs,
  );
  return features.map(({ geometry }) => (geometry as Polygon).coordinates);
}
