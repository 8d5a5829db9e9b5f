import { unwrapLine } from '../../src/compiler/unwrap-lines.ts';
import type { Story } from '../../src/core/story.ts';
import { createFixtureStory, fitted, makeLayer, makeStep, over } from './fixture-story.ts';
import { feature } from './styled-story.ts';

/** A ring along parallels and meridians, with a corner every ten degrees. */
function frameRing(west: number, south: number, east: number, north: number): number[][] {
  const steps = (from: number, to: number): number[] => {
    const count = Math.max(1, Math.round(Math.abs(to - from) / 10));
    return Array.from({ length: count }, (_, i) => from + ((to - from) * i) / count);
  };
  return [
    ...steps(west, east).map((lon) => [lon, south]),
    ...steps(south, north).map((lat) => [east, lat]),
    ...steps(east, west).map((lon) => [lon, north]),
    ...steps(north, south).map((lat) => [west, lat]),
    [west, south],
  ];
}

const WORLD = Array.from({ length: 12 }, (_, i) =>
  feature(
    i + 1,
    {
      type: 'Polygon',
      coordinates: [frameRing(-180 + i * 30, i % 2 ? -60 : -20, -150 + i * 30, 70)],
    },
    { rank: i },
  ),
);

/** What of {@link createFarStory} is compared. */
export const FAR_THINGS = [
  { name: 'land', shown: ['atlas-land'], groups: ['land'] },
  { name: 'borders', shown: ['atlas-border-band'], groups: ['border-band'] },
  { name: 'zones', shown: ['story-zones'], groups: ['zones'] },
];

/**
 * A story of a layer that spans the world, seen whole and from near enough that the globe turns into the flat
 * map: steps `fit`, `zoom-0`, `zoom-0.4` and so on.
 */
export function createFarStory(): Story {
  const zones = makeLayer('zones', {
    kind: 'style',
    data: 'zones',
    style: {
      type: 'fill',
      paint: {
        'fill-color': ['interpolate', ['linear'], ['get', 'rank'], 0, '#b3402f', 11, '#2f6c9c'],
        'fill-opacity': 0.7,
      },
    },
  });
  const show = { zones: [1, 1] as [number, number] };
  const world = fitted([-180, -60, 180, 70]);
  const views = [
    { zoom: 0, center: [20, 10] },
    { zoom: 0.4, center: [-70, 40], bearing: 30 },
    { zoom: 1.3, center: [130, 35], pitch: 40 },
    { zoom: 2.6, center: [-60, -10] },
    { zoom: 3.9, center: [170, 60] },
  ] as const;
  const steps = views.map(({ zoom, center, ...turn }) => {
    const { bearing = 0, pitch = 0 } = turn as { bearing?: number; pitch?: number };
    const camera = over(center as unknown as [number, number], [zoom, zoom], {
      bearing: [bearing, bearing],
      pitch: [pitch, pitch],
    });
    return makeStep(`zoom-${zoom}`, { camera: { wide: camera, phone: camera }, show });
  });
  return {
    ...createFixtureStory(),
    layers: [zones],
    data: { zones: { type: 'FeatureCollection', features: WORLD } },
    steps: [makeStep('fit', { camera: { wide: world, phone: world }, show }), ...steps],
  };
}

/** A story of a route from Japan to California, seen on the flat map from either side of the antimeridian. */
export function createVoyageStory(): Story {
  const coordinates = unwrapLine([
    [140, 36],
    [179, 45],
    [-170, 48],
    [-122, 38],
  ]);
  const voyage = feature(1, { type: 'LineString', coordinates: [...coordinates] }, {});
  const steps = [150, -160].map((lon) => {
    const camera = over([lon, 42], [4.6, 4.6]);
    const show = { voyage: [1, 1] as [number, number] };
    const reveal = { voyage: [1, 1] as [number, number] };
    return makeStep(`over-${lon}`, { camera: { wide: camera, phone: camera }, show, reveal });
  });
  return {
    ...createFixtureStory(),
    layers: [makeLayer('voyage', { kind: 'route', data: 'voyage', side: 'north' })],
    data: { voyage: { type: 'FeatureCollection', features: [voyage] } },
    steps,
  };
}
