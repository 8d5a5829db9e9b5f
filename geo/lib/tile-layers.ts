import type { Feature, MultiLineString, MultiPolygon, Polygon, Position } from 'geojson';
import { bridgeWays } from './bridge-ways.ts';
import type { Dataset } from './dataset.ts';
import { tiesAcross } from './rail-ties.ts';
import { AROUND_KOREA, inBox } from './simplify.ts';
import { DETAILS } from './tile-detail.ts';
import { type Pencil, type Point, pencilFor } from './tile-pencil.ts';

/** The datasets that the basemap is cut from. */
export type Atlas = Record<
  'land' | 'lakes' | 'rivers' | 'borders' | 'ways' | 'bridges' | 'graticule',
  Dataset
>;

/** A layer of the tiles: its name, and its features with positions in the Mercator square. */
export interface TileLayer {
  id: string;
  features: Feature[];
}

/** The layers' names, from the bottom up, and the properties of their features. */
export const FIELDS = {
  land: {},
  coast: {},
  lakes: {},
  rivers: { rank: 'Number', name: 'String' },
  borders: {},
  ways: { kind: 'String' },
  graticule: { step: 'Number' },
} as const;

/**
 * The layers as the tiles of one zoom show them. `coast` are the edges of `land` as lines, with the
 * land on their right; their vertices are those of the land, so that they add little when compressed.
 */
export function layersAt(zoom: number, atlas: Atlas): TileLayer[] {
  const { island, lake, rank, names, ties } = DETAILS[zoom]!;
  const pencil = pencilFor(zoom);
  const land = shapes(atlas.land, pencil, island);
  const rivers = atlas.rivers.features.filter(({ properties }) => properties!.rank <= rank);
  const ways = atlas.ways.features.filter(({ properties }) => properties!.minzoom <= zoom);
  // An estuary is sea already, and an outline would close its mouth.
  const lakes = atlas.lakes.features.filter(({ properties }) => !properties!.estuary);
  const courses = lines(rivers, pencil, names ? ['rank', 'name'] : ['rank']);
  return [
    { id: 'land', features: [polygonsOf(land)] },
    { id: 'coast', features: [linesOf(land.flat().flatMap(withoutWorldEdges), {})] },
    { id: 'lakes', features: [polygonsOf(shapes({ features: lakes }, pencil, lake))] },
    { id: 'rivers', features: courses },
    { id: 'borders', features: lines(atlas.borders.features, pencil, []) },
    {
      id: 'ways',
      features: lines(ties ? [...withTies(ways), ...bridgeWays(atlas.bridges)] : ways, pencil, [
        'kind',
      ]),
    },
    { id: 'graticule', features: lines(atlas.graticule.features, pencil, ['step']) },
  ];
}

/** Polygons of some area at least, the outer ring clockwise on the map and the holes the other way. */
function shapes(
  { features }: Pick<Dataset, 'features'>,
  { draw, area }: Pencil,
  least: number,
): Point[][][] {
  const drawn = (ring: Point[]) => ring.length > 3 && Math.abs(area(ring)) > least;
  const turned = (ring: Point[], way: 1 | -1) => (area(ring) * way > 0 ? ring : ring.toReversed());
  return features.flatMap(({ geometry }) => {
    const { type, coordinates } = geometry as Polygon | MultiPolygon;
    return (type === 'Polygon' ? [coordinates] : coordinates).flatMap((polygon) => {
      const [outer, ...holes] = polygon.map(draw);
      if (!drawn(outer!)) return [];
      return [[turned(outer!, 1), ...holes.filter(drawn).map((hole) => turned(hole, -1))]];
    });
  });
}

/** Ways, and the ties of the railways around Korea as ways of the kind `tie`. */
function withTies(ways: Feature[]): Feature[] {
  const railways = ways.filter(({ properties }) => properties!.kind === 'rail');
  const ties = railways.flatMap(({ geometry }) => partsOf(geometry).flatMap(tiesAcross));
  const coordinates = ties.filter(([end]) => inBox(end, AROUND_KOREA));
  const geometry: MultiLineString = { type: 'MultiLineString', coordinates };
  return [...ways, { type: 'Feature', properties: { kind: 'tie' }, geometry }];
}

/** The parts of a ring that are coast: not a cut along the antimeridian, nor the end of the map. */
function withoutWorldEdges(ring: Point[]): Point[][] {
  const parts = [[ring[0]!]];
  for (const [at, point] of ring.slice(1).entries()) {
    if (isWorldEdge(ring[at]!, point)) parts.push([point]);
    else parts.at(-1)!.push(point);
  }
  return parts;
}

function isWorldEdge([ax, ay]: Point, [bx, by]: Point): boolean {
  const upright = ax === bx && Number.isInteger(ax);
  const level = ay === by && (ay <= 0 || ay >= 1);
  return upright || level;
}

/** Lines, in one feature for all that have the same of some properties; empty ones are left out. */
function lines(features: Feature[], { draw }: Pencil, keys: string[]): Feature[] {
  const groups = new Map<string, Point[][]>();
  for (const { geometry, properties } of features) {
    const kept = keys
      .filter((key) => properties![key] !== '')
      .map((key) => [key, properties![key]]);
    const group = JSON.stringify(Object.fromEntries(kept));
    groups.set(group, [...(groups.get(group) ?? []), ...partsOf(geometry).map(draw)]);
  }
  return [...groups].map(([properties, all]) => linesOf(all, JSON.parse(properties)));
}

function partsOf(geometry: Feature['geometry']): Position[][] {
  if (geometry.type === 'LineString') return [geometry.coordinates];
  return geometry.type === 'MultiLineString' ? geometry.coordinates : [];
}

function linesOf(all: Point[][], properties: Record<string, unknown>): Feature {
  const coordinates = all.filter(({ length }) => length > 1);
  return { type: 'Feature', properties, geometry: { type: 'MultiLineString', coordinates } };
}

function polygonsOf(coordinates: Point[][][]): Feature {
  return { type: 'Feature', properties: {}, geometry: { type: 'MultiPolygon', coordinates } };
}
