import type { Feature, Position } from 'geojson';
import { mesh } from 'topojson-client';
import type { GeometryObject } from 'topojson-specification';
import { feature, NATURAL_EARTH, type Recipe, roundPosition } from '../lib/dataset.ts';
import { readRecords } from '../lib/inputs.ts';
import { AROUND_KOREA, EAST_ASIA, inBox, roundOff, simplify } from '../lib/simplify.ts';
import { readWorldAtlas } from '../lib/world-atlas.ts';
import { northernBorder } from './peninsula.ts';

/**
 * `atlas/borders`: the borders between states in 1950, as one MultiLineString: modern borders less
 * those inside the states of `inputs/states-1950.jsonl`. There is no line across Korea.
 */
export const borders: Recipe = {
  output: 'atlas/borders.geojson',
  needs: 'debian',
  ...NATURAL_EARTH,
  make,
};

type Country = GeometryObject<{ name: string }>;

const FINE = 0.002;
const COARSE = 0.02;

async function make(): Promise<Feature[]> {
  const coordinates = [...modernBorders(), await northernBorder()].map(drawn);
  const properties = {
    source: 'Natural Earth 1:10m, countries grouped as in 1950',
    doubt: 'Germany is not divided; Tibet, Kashmir and Palestine are as in Natural Earth',
  };
  const borders = feature('borders-1950', { type: 'MultiLineString', coordinates }, properties);
  return [borders];
}

function modernBorders(): Position[][] {
  const { topology, countries } = readWorldAtlas('10m');
  const state = statesOf1950();
  const all = { type: 'GeometryCollection' as const, geometries: countries };
  return mesh(topology, all, (a, b) => {
    const [one, other] = [state(a as Country), state(b as Country)];
    // Korea's own border comes from a better drawing of the Yalu and the Tumen.
    return one !== other && one !== 'Korea' && other !== 'Korea';
  }).coordinates;
}

function statesOf1950(): (country: Country) => string {
  const records = readRecords<{ state: string; members: string[] }>('states-1950.jsonl');
  const states = new Map(records.flatMap(({ state, members }) => members.map((id) => [id, state])));
  return ({ id, properties }) => {
    const name = properties && 'name' in properties ? properties.name : '';
    return states.get(String(id)) ?? states.get(name) ?? `${id ?? ''}${name}`;
  };
}

function drawn(line: Position[]): [number, number][] {
  const near = line.some((position) => inBox(position, EAST_ASIA));
  const smooth = roundOff(simplify(line, near ? FINE : COARSE), AROUND_KOREA);
  return smooth.map((position) => roundPosition(position, near ? 3 : 2));
}
