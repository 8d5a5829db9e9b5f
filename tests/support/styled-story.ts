import type { Feature, Geometry } from 'geojson';
import type { Bounds, Story, StoryLayer } from '../../src/core/story.ts';
import { createFixtureStory, fitted, makeLayer, makeStep } from './fixture-story.ts';

/** A feature with a number. */
export const feature = (
  id: number,
  geometry: Geometry,
  properties: Record<string, unknown>,
): Feature => ({
  type: 'Feature',
  id,
  properties,
  geometry,
});

/** A box of degrees; one in six has a hole, wound as its outside. */
function box(west: number, south: number, size: number, hole = false): Geometry {
  const ring = (w: number, s: number, side: number) => [
    [w, s],
    [w + side, s],
    [w + side, s + side],
    [w, s + side],
    [w, s],
  ];
  const inner = hole ? [ring(west + size / 3, south + size / 3, size / 3)] : [];
  return { type: 'Polygon', coordinates: [ring(west, south, size), ...inner] };
}

const KINDS = ['a', 'b', 'c', 'd', null];

const cells = Array.from({ length: 24 }, (_, i) =>
  feature(i + 1, box(118 + (i % 6) * 2.5, 31 + Math.floor(i / 6) * 2.5, 2.5, i % 6 === 2), {
    kind: KINDS[i % 5],
    share: i % 7 === 0 ? null : (i * 37) % 100,
    rank: (i * 5) % 24,
  }),
);

const tracks = Array.from({ length: 8 }, (_, i) =>
  feature(
    i + 1,
    {
      type: 'LineString',
      coordinates: [
        [119, 42.5 + i * 0.7],
        [124, 43.3 + i * 0.7],
        [128, 42.4 + i * 0.7],
        [133, 43.2 + i * 0.7],
      ],
    },
    { width: 1 + i * 1.2, kind: KINDS[i % 5], gap: i === 6 ? 5 : 0, beside: i === 7 ? 6 : 0 },
  ),
);

const towns = Array.from({ length: 10 }, (_, i) =>
  feature(
    i + 1,
    { type: 'Point', coordinates: [119 + (i % 5) * 3, 28 + Math.floor(i / 5) * 2] },
    { people: i * 24, kind: KINDS[i % 5], name: `T${i}`, big: i % 3 === 0 },
  ),
);

const COLOR = ['match', ['get', 'kind'], 'a', '#b3402f', 'b', '#2f6c9c', 'c', '#3f8f4f', '#c9a227'];

const STYLES: Readonly<Record<string, Required<Pick<StoryLayer, 'data' | 'style'>>>> = {
  fills: {
    data: 'cells',
    style: {
      type: 'fill',
      layout: { 'fill-sort-key': ['get', 'rank'] },
      paint: {
        'fill-color': [
          'case',
          ['==', ['get', 'share'], null],
          '#999999',
          ['interpolate', ['linear'], ['get', 'share'], 0, '#fde0c5', 100, '#a01a58'],
        ],
        'fill-opacity': ['match', ['get', 'kind'], 'd', 0.5, 1],
      },
    },
  },
  edges: {
    data: 'cells',
    style: {
      type: 'fill',
      filter: ['>', ['id'], 18],
      paint: {
        'fill-color': ['step', ['get', 'rank'], '#ffffff', 8, '#88bbdd', 16, '#224466'],
        'fill-outline-color': ['case', ['>', ['id'], 21], '#000000', '#dd0000'],
        'fill-translate': [12, -8],
      },
    },
  },
  lines: {
    data: 'tracks',
    style: {
      type: 'line',
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: {
        'line-width': [
          'interpolate',
          ['linear'],
          ['zoom'],
          2,
          ['/', ['get', 'width'], 2],
          8,
          ['get', 'width'],
        ],
        'line-color': COLOR,
        'line-gap-width': ['get', 'gap'],
        'line-offset': ['get', 'beside'],
        'line-opacity': ['case', ['==', ['get', 'kind'], 'b'], 0.6, 1],
      },
    },
  },
  dashes: {
    data: 'cells',
    style: {
      type: 'line',
      filter: ['==', ['geometry-type'], 'Polygon'],
      paint: {
        'line-width': 2.5,
        'line-color': COLOR,
        'line-opacity': ['coalesce', ['get', 'none'], 1],
        'line-dasharray': ['literal', [4, 2]],
      },
    },
  },
  circles: {
    data: 'towns',
    style: {
      type: 'circle',
      layout: { 'circle-sort-key': ['-', ['get', 'people']] },
      paint: {
        'circle-radius': ['interpolate', ['linear'], ['get', 'people'], 0, 3, 240, 16],
        'circle-color': COLOR,
        'circle-stroke-width': ['case', ['get', 'big'], 3, 0],
        'circle-stroke-color': '#222222',
        'circle-opacity': ['case', ['get', 'big'], 1, 0.7],
        'circle-blur': ['match', ['get', 'kind'], 'c', 0.6, 0],
      },
    },
  },
  texts: {
    data: 'towns',
    style: {
      type: 'symbol',
      layout: {
        'text-field': [
          'format',
          ['get', 'name'],
          {},
          '\n',
          {},
          ['to-string', ['get', 'people']],
          { 'font-scale': 0.7 },
        ],
        'text-font': ['Atlas Bold'],
        'text-size': ['interpolate', ['linear'], ['get', 'people'], 0, 13, 240, 19],
        'text-anchor': ['match', ['get', 'kind'], 'a', 'left', 'b', 'top-right', 'center'],
        'text-offset': ['case', ['get', 'big'], ['literal', [0.6, 0.4]], ['literal', [0, 0]]],
        'text-allow-overlap': true,
        'text-ignore-placement': true,
      },
      paint: {
        'text-color': COLOR,
        'text-halo-color': '#ffffff',
        'text-halo-width': ['case', ['get', 'big'], 2, 0],
      },
    },
  },
};

/** The layers of {@link createStyledStory}, in drawing order. */
export const STYLED = Object.keys(STYLES);

const HERE: Bounds = [118, 28, 133, 48];

/**
 * A story of layers in an author's own style, of which every paint property that can hangs on the
 * feature: fills with holes, lines, circles and text, and values that are missing.
 */
export function createStyledStory(): Story {
  const collection = (features: Feature[]) => ({ type: 'FeatureCollection' as const, features });
  const layers = Object.entries(STYLES).map(([id, more]) =>
    makeLayer(id, { kind: 'style', ...more }),
  );
  const show = Object.fromEntries(STYLED.map((id) => [id, [1, 1] as [number, number]]));
  const camera = { wide: fitted(HERE), phone: fitted(HERE) };
  return {
    ...createFixtureStory(),
    layers,
    data: { cells: collection(cells), tracks: collection(tracks), towns: collection(towns) },
    steps: [makeStep('styled', { camera, show })],
  };
}
