import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';
import { feature, NATURAL_EARTH, type Recipe, roundPosition } from '../lib/dataset.ts';
import { fromNaturalEarth, runMapshaper } from '../lib/natural-earth.ts';
import { AROUND_KOREA, EAST_ASIA, inBox, roundOff, simplify } from '../lib/simplify.ts';
import { ringAreaKm2 } from '../lib/sphere.ts';
import { estuaries } from './lakes.ts';

/**
 * `atlas/land`: the land of the world as one MultiPolygon, 1:10m in East Asia and 1:50m elsewhere,
 * without a seam between them. Land that crosses the antimeridian (Chukotka) runs on past lon 180
 * instead of being cut there. The estuaries of `inputs/lakes.jsonl` are sea, so that no coast closes them.
 */
export const land: Recipe = {
  output: 'atlas/land.geojson',
  needs: 'debian',
  ...NATURAL_EARTH,
  make,
};

/** The fine land reaches a little over the box, so that the union closes up. */
const WIDER_BOX = '111.95,27.95,146.05,52.05';

/** Vertices closer than this to the line without them are left out: degrees, about 50 m. */
const FINEST = 0.0005;
const LEAST_SEA_KM2 = 100_000;

async function make(): Promise<Feature[]> {
  const inputs = {
    'coarse.json': JSON.stringify(await coarseLand()),
    'fine.json': JSON.stringify(await fineLand()),
    'estuaries.json': JSON.stringify({ type: 'FeatureCollection', features: estuaries() }),
  };
  const { features } = await runMapshaper(
    '-i coarse.json fine.json combine-files -merge-layers target=* force -dissolve2 -erase estuaries.json -explode',
    inputs,
  );
  const polygons = features.flatMap(({ geometry }) => polygonsOf(geometry as Polygon));
  const geometry: MultiPolygon = { type: 'MultiPolygon', coordinates: polygons.map(rounded) };
  const properties = { source: 'Natural Earth 1:10m (112-146E, 28-52N) and 1:50m' };
  return [feature('land', geometry, properties)];
}

function fineLand(): Promise<FeatureCollection> {
  return fromNaturalEarth(
    ['10m/ne_10m_land'],
    `-i ne_10m_land.shp -clip bbox=${WIDER_BOX} -explode -filter "this.area > 1e6"`,
  );
}

function coarseLand(): Promise<FeatureCollection> {
  return fromNaturalEarth(
    ['50m/ne_50m_land'],
    [
      '-i ne_50m_land.shp -explode -filter "this.bounds[3] > -60"',
      '-simplify visvalingam interval=2000 keep-shapes -filter "this.area > 3e7"',
      `-erase bbox=${EAST_ASIA.join()} -explode`,
      // The far end of Asia is stored at -180: move it to where it goes on from +180.
      '-affine where="this.bounds[2] < -169 && this.bounds[0] < -179.9" shift=360,0',
    ].join(' '),
  );
}

function polygonsOf(geometry: Polygon | MultiPolygon): Position[][][] {
  const all = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return all.filter(([outer]) => Math.abs(ringAreaKm2(outer!)) >= 1);
}

function rounded(polygon: Position[][]): Position[][] {
  // Lakes have a file of their own; the only hole that is left is the Caspian Sea.
  const [outer, ...holes] = polygon;
  const seas = holes.filter((hole) => Math.abs(ringAreaKm2(hole)) > LEAST_SEA_KM2);
  return [outer!, ...seas].map((ring) => {
    const positions = simplify(roundOff(ring, AROUND_KOREA), FINEST).map((position) =>
      roundPosition(position, inBox(position, EAST_ASIA) ? 3 : 2),
    );
    return positions.filter((each, at) => at === 0 || each.join() !== positions[at - 1]!.join());
  });
}
