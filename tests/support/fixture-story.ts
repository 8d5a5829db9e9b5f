import { fileURLToPath } from 'node:url';
import type { Feature } from 'geojson';
import { readStory } from '../../src/cli/read-story.ts';
import { stepMoves } from '../../src/compiler/step-moves.ts';
import { parseDay } from '../../src/core/calendar.ts';
import type {
  Bounds,
  CameraSpec,
  LngLat,
  Place,
  Range,
  Step,
  Story,
  StoryLayer,
  Travel,
} from '../../src/core/story.ts';

/** The file of the story that Legenda ships with. */
export const REAL_STORY_FILE = fileURLToPath(
  new URL('../../stories/stalin-korea/story.md', import.meta.url),
);

/** The story that Legenda ships with, compiled; throws where it has an issue of any kind. */
export function readRealStory(): Story {
  return readStory(REAL_STORY_FILE, (line) => {
    throw new Error(line);
  });
}

/** The day of an ISO date that exists. */
export function day(date: string): number {
  const found = parseDay(date);
  if (found === undefined) throw new RangeError(`There is no day ${date}.`);
  return found;
}

/** A camera that fits a box, north up, seen from above. */
export function fitted(bounds: Bounds, travel: Travel = 'fly'): CameraSpec {
  return { target: { bounds }, bearing: [0, 0], pitch: [0, 0], travel };
}

/** A camera over a point. */
export function over(center: LngLat, zoom: Range, more: Partial<CameraSpec> = {}): CameraSpec {
  return { target: { center, zoom }, bearing: [0, 0], pitch: [0, 0], travel: 'fly', ...more };
}

const KOREA: Bounds = [124, 34, 130, 43];
const SOUTH: Bounds = [126, 34, 130, 38];

/** A step that shows nothing over Korea, but for what `parts` say. */
export function makeStep(id: string, parts: Partial<Step> = {}): Step {
  const camera = { wide: fitted(KOREA), phone: fitted(KOREA) };
  const texts = { title: `Title of ${id}`, html: '<p>Prose.</p>', footnotes: [], notes: '' };
  const picture = { camera, date: null, show: {}, reveal: {}, ...parts };
  const moves = stepMoves(picture);
  return { id, ...texts, alt: `Alt of ${id}.`, moves, labels: [], ...picture };
}

/** A layer without data, but for what `parts` say. */
export function makeLayer(id: string, parts: Partial<StoryLayer> = {}): StoryLayer {
  return { id, kind: 'points', title: `Title of ${id}`, side: 'neutral', ...parts };
}

const place = (id: string, position: LngLat): Place => ({
  id,
  name: id.toUpperCase(),
  names: {},
  position,
  kind: 'city',
  anchor: 'left',
});

function front(date: string, latitude: number, continuous: boolean): Feature {
  const coordinates = [124, 126, 127, 128, 130].map((lon) => [lon, latitude + (lon - 127) / 10]);
  return {
    type: 'Feature',
    id: date,
    properties: { role: 'line', date, uncertainty_km: 10, continuous },
    geometry: { type: 'LineString', coordinates },
  };
}

const ROUTE: Feature = {
  type: 'Feature',
  id: 'route-1',
  properties: {},
  geometry: {
    type: 'LineString',
    coordinates: [
      [124.4, 40.1],
      [125.7, 39],
      [127, 37.5],
    ],
  },
};

const collection = (...features: Feature[]) => ({
  type: 'FeatureCollection' as const,
  features,
});

const step2 = makeStep('crossing', {
  camera: { wide: fitted([124, 36, 129, 41]), phone: fitted([125, 37, 128, 40]) },
  date: [day('1950-06-25'), day('1950-07-05')],
  show: { control: [1, 1], front: [1, 1], arrow: [1, 1] },
  reveal: { arrow: [0, 0.5] },
  labels: ['seoul', 'pusan'],
});

/**
 * A small story with one of each: steps that move and steps that rest, all three ways to travel, a
 * step without a date, a front, routes, opacities that change, a camera that turns and tilts.
 */
export function createFixtureStory(): Story {
  const steps = [
    makeStep('opening', {
      camera: { wide: over([37.5, 55.7], [3, 7]), phone: over([37.5, 55.7], [2, 6]) },
      date: [day('1950-01-01'), day('1950-01-01')],
      labels: ['moscow'],
    }),
    step2,
    makeStep('doubt', {
      camera: { wide: fitted(KOREA, 'ease'), phone: fitted(KOREA, 'ease') },
      show: { arrow: [1, 0.4], towns: [0, 1] },
      reveal: { arrow: [0.5, 1] },
      labels: ['pusan', 'moscow'],
    }),
    makeStep('cut', {
      camera: { wide: fitted(SOUTH, 'jump'), phone: fitted(SOUTH, 'jump') },
      date: [day('1950-07-10'), day('1950-07-10')],
      show: { control: [1, 1], front: [1, 1] },
    }),
    makeStep('turn', {
      camera: {
        wide: over([127, 38], [6, 6], { bearing: [-170, 170], pitch: [0, 40] }),
        phone: over([127, 38], [5, 5], { travel: 'ease' }),
      },
      date: [day('1950-07-20'), day('1950-08-01')],
      show: { front: [0.2, 1], towns: [1, 1] },
      labels: ['seoul'],
    }),
  ];
  return {
    version: 1,
    title: 'A fixture',
    description: 'A story for tests.',
    lang: 'en',
    byline: '',
    published: '',
    basemap: 'atlas',
    placeNames: 'period',
    dates: [day('1950-01-01'), day('1950-12-31')],
    layers: [
      makeLayer('control', {
        kind: 'dated-area',
        data: 'fronts',
        sides: { north: 'The north', south: 'The south' },
      }),
      makeLayer('front', { kind: 'dated-line', data: 'fronts', title: 'The front' }),
      makeLayer('arrow', { kind: 'route', data: 'routes', title: 'The advance', side: 'north' }),
      makeLayer('towns', { title: 'Towns' }),
    ],
    places: {
      moscow: place('moscow', [37.6, 55.75]),
      seoul: place('seoul', [126.98, 37.57]),
      pusan: place('pusan', [129.04, 35.1]),
    },
    data: {
      fronts: collection(
        front('1950-06-25', 38, true),
        front('1950-07-10', 36.5, false),
        front('1950-08-01', 35.5, true),
      ),
      routes: collection(ROUTE),
    },
    steps,
  };
}
