import type { Feature, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { project } from '../../src/core/camera.ts';
import type { Frame, FrameLayer } from '../../src/core/frame.ts';
import { isInside } from '../../src/core/geodesy.ts';
import { legendOf } from '../../src/core/legend.ts';
import { ringsOf } from '../../src/core/rings-of.ts';
import { sampleTimeline } from '../../src/core/sample-timeline.ts';
import { featuresOf, type LngLat } from '../../src/core/story.ts';
import { createTimeline } from '../../src/core/timeline.ts';
import { createViewport, type Viewport } from '../../src/core/viewport.ts';
import { createScreen } from '../../src/still/screen.ts';
import { readRealStory } from '../support/fixture-story.ts';

const story = readRealStory();
const INSTANTS = [0, 0.25, 0.5, 0.75, 1];
const korea = ringsOf(story.data['korea/peninsula']!.features);
const boxes = korea.map((ring) => {
  const [lons, lats] = [ring.map(([lon]) => lon), ring.map(([, lat]) => lat)];
  return {
    ring,
    box: [Math.min(...lons), Math.max(...lons), Math.min(...lats), Math.max(...lats)],
  };
});
const isOn = (place: LngLat): boolean =>
  boxes.filter(({ ring, box: [west = 0, east = 0, south = 0, north = 0] }) => {
    const [lon, lat] = place;
    return lon >= west && lon <= east && lat >= south && lat <= north && isInside(place, ring);
  }).length %
    2 ===
  1;
const asked = new Map<string, boolean>();
/** Whether a place is in Korea, to a hundredth of a degree. */
function onLand([lon, lat]: LngLat): boolean {
  const key = `${lon.toFixed(2)} ${lat.toFixed(2)}`;
  const known = asked.get(key) ?? isOn([Number(lon.toFixed(2)), Number(lat.toFixed(2))]);
  asked.set(key, known);
  return known;
}

/** Where a still draws places, and which lie where a reader sees them: not by the code that makes legends. */
function pictureOf(frame: Frame, viewport: Viewport) {
  const { stage, padding, card, kind, bar } = viewport;
  const screen = createScreen(frame.camera, { ...stage, padding });
  const left = kind === 'wide' ? card.left + card.width : 0;
  const sees = (place: LngLat): boolean => {
    const at = project(place);
    const [x, y] = screen.project(...at);
    return screen.isSeen(...at) && x > left && x < stage.width && y > 0 && y < stage.height - bar;
  };
  const grid = Array.from({ length: 20 * 20 }, (_, i): LngLat | undefined => {
    const x = left + ((i % 20) + 0.5) * ((stage.width - left) / 20);
    const y = (Math.floor(i / 20) + 0.5) * ((stage.height - bar) / 20);
    const at = screen.unproject([x, y]);
    if (!at) return undefined;
    const lat = Math.atan(Math.sinh(Math.PI * (1 - 2 * at[1]))) * (180 / Math.PI);
    return [(at[0] - 0.5) * 360, lat];
  });
  return { sees, grid: grid.filter((place) => place !== undefined) };
}

const finely = (line: Position[]): LngLat[] =>
  line.slice(1).flatMap(([x1, y1], i) =>
    Array.from({ length: 12 }, (_, k): LngLat => {
      const [x, y] = line[i]!;
      return [x! + ((x1! - x!) * k) / 12, y! + ((y1! - y!) * k) / 12];
    }),
  );

const traced = new Map<Feature, LngLat[]>();
/** Places along a feature, found once. */
function vertices(feature: Feature): LngLat[] {
  const known = traced.get(feature) ?? trace(feature);
  traced.set(feature, known);
  return known;
}

function trace({ geometry }: Feature): LngLat[] {
  if (geometry.type === 'Point') return [geometry.coordinates as LngLat];
  if (geometry.type === 'LineString') return finely(geometry.coordinates);
  return ringsOf([{ type: 'Feature', properties: {}, geometry }]).flat();
}

/** The titles of what is drawn in a frame, and seen. */
function drawnIn(frame: Frame, viewport: Viewport): Set<string> {
  const { sees, grid } = pictureOf(frame, viewport);
  const titles = frame.layers.flatMap((part: FrameLayer): string[] => {
    const layer = story.layers.find(({ id }) => id === part.id)!;
    const named = (isDrawn: boolean) => (isDrawn ? [layer.title] : []);
    if (part.opacity < 0.1) return [];
    if (part.kind === 'dated-area') {
      const isNorth = (place: LngLat) =>
        isInside(place, part.north) && !part.enclaves.some(({ ring }) => isInside(place, ring));
      const land = grid.filter(onLand);
      return [
        ...(land.some(isNorth) ? [layer.sides!.north] : []),
        ...(land.some((place) => !isNorth(place)) ? [layer.sides!.south] : []),
      ];
    }
    if (part.kind === 'dated-line') {
      const isDrawn = finely(part.line).some((place) => sees(place) && onLand(place));
      return isDrawn
        ? [
            part.continuous ? layer.title : 'No continuous front',
            'Soft edge: where it may have been',
          ]
        : [];
    }
    if (part.kind === 'route') {
      return named(
        part.paths.some(({ line, opacity }) => opacity * part.opacity >= 0.1 && line.some(sees)),
      );
    }
    const there = featuresOf(story, layer).filter(
      ({ id }) => !part.only || part.only.includes(String(id)),
    );
    return named(there.some((feature) => vertices(feature).some(sees)));
  });
  return new Set(titles);
}

describe.each([
  [390, 844],
  [1366, 768],
])('the legend at %i by %i', (width, height) => {
  const viewport = createViewport(width, height);
  const timeline = createTimeline(story, viewport);

  it.each(story.steps)(
    'of $id names nothing that is not drawn, and all that is',
    ({ id: step }) => {
      for (const progress of INSTANTS) {
        const frame = sampleTimeline(timeline, { step, progress, travel: 0 });
        const entries = legendOf(story, frame)
          .map(({ text }) => text)
          .filter((text) => !text.startsWith('Arms: '));
        const drawn = drawnIn(frame, viewport);
        expect([progress, entries.filter((text) => !drawn.has(text))]).toEqual([progress, []]);
        const titles = [...drawn].filter((text) => text && !text.startsWith('Soft edge'));
        expect([progress, titles.filter((text) => !entries.includes(text))]).toEqual([
          progress,
          [],
        ]);
      }
    },
  );
});
