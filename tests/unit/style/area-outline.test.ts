import type { Feature, Position } from 'geojson';
import { expect, it } from 'vitest';
import { areaOutlines } from '../../../src/style/area-outline.ts';
import { createFixedLayer } from '../../../src/style/fixed-layers.ts';
import { createFixtureStory, makeLayer } from '../../support/fixture-story.ts';

const box = (west: number, south: number, east: number, north: number): Position[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];

const area = (...rings: Position[][]): Feature => ({
  type: 'Feature',
  id: 'x',
  properties: { date: '1950' },
  geometry: { type: 'MultiPolygon', coordinates: rings.map((ring) => [ring]) },
});

/** The edges of the outlines, each as text. */
function edgesOf(feature: Feature): string[] {
  const lines = areaOutlines([feature])?.flatMap(({ geometry }) =>
    geometry.type === 'MultiLineString' ? geometry.coordinates : [],
  );
  return (lines ?? []).flatMap((line) => line.slice(1).map((to, i) => `${line[i]} ${to}`));
}

it('case 7: has no outline along the antimeridian, and all others', () => {
  const edges = edgesOf(area(box(170, 50, 180, 60), box(-180, 50, -170, 60)));
  expect(edges).toHaveLength(6);
  expect(edges.filter((edge) => /^-?180,\d+ -?180,/.test(edge))).toEqual([]);
});

it('case 9: has no outline along a pole, and down to it from the antimeridian', () => {
  const ring = [
    [-180, -90],
    [-180, -75],
    [-60, -65],
    [60, -68],
    [180, -75],
    [180, -90],
    [-180, -90],
  ];
  expect(edgesOf(area(ring))).toEqual(['-180,-75 -60,-65', '-60,-65 60,-68', '60,-68 180,-75']);
});

it('leaves polygons that no map has cut to be their own outlines', () => {
  expect(areaOutlines([area(box(10, 10, 20, 20))])).toBeUndefined();
});

it('strokes the outlines and fills the polygons, each in its own layer', () => {
  const drawings = { area: [{ type: 'fill', paint: { 'fill-color': '$side' } }, { type: 'line' }] };
  const features = [area(box(170, 50, 180, 60))];
  const story = {
    ...createFixtureStory(),
    data: { far: { type: 'FeatureCollection' as const, features } },
  };
  const layer = makeLayer('far', { kind: 'area', data: 'far' });
  const { layers, source } = createFixedLayer(story, layer, drawings)!;
  const filters = layers.map((each) => ('filter' in each ? each.filter : undefined));
  expect(filters).toEqual([
    ['==', ['geometry-type'], 'Polygon'],
    ['==', ['geometry-type'], 'LineString'],
  ]);
  expect((source.data as { features: Feature[] }).features).toHaveLength(2);
});
