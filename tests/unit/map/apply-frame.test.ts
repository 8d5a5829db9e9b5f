import type { Map as MapLibreMap } from 'maplibre-gl';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Frame, FrameLayer } from '../../../src/core/frame.ts';
import { playheadAt } from '../../../src/core/playhead.ts';
import { sampleTimeline } from '../../../src/core/sample-timeline.ts';
import { createTimeline } from '../../../src/core/timeline.ts';
import { createViewport } from '../../../src/core/viewport.ts';
import { applyLabels, applyLayers, type StoryLayers } from '../../../src/map/apply-frame.ts';
import type { MovingLayer } from '../../../src/map/moving-layer.ts';
import { composeStyle } from '../../../src/style/compose-style.ts';
import { readRealStory } from '../../support/fixture-story.ts';
import { readAtlas } from '../../support/read-atlas.ts';

const story = readRealStory();
const atlas = readAtlas();
const timeline = createTimeline(story, createViewport(1366, 768));
const { fixed } = composeStyle(story, atlas);
const movingIds = story.layers.map(({ id }) => id).filter((id) => !fixed.has(id));
const at = (position: number): Frame =>
  sampleTimeline(timeline, playheadAt(timeline.stepIds, position));

/** The first alone, and all others in one layer of the map. */
const RUNS = [movingIds.slice(0, 1), movingIds.slice(1)];

/** A map that only remembers what it was told. */
function createFakeMap() {
  const values = new Map<string, unknown>();
  const calls: string[] = [];
  const set =
    (method: string) =>
    (id: unknown, name: unknown, value: unknown): void => {
      calls.push(method);
      values.set(`${JSON.stringify(id)} ${JSON.stringify(name)}`, value);
    };
  const map = {
    getLayoutProperty: (id: string, name: string) =>
      values.get(`${JSON.stringify(id)} ${JSON.stringify(name)}`),
    setLayoutProperty: set('layout'),
    setPaintProperty: set('paint'),
    setFeatureState: (feature: unknown, state: unknown) => set('state')(feature, 'state', state),
    getFilter: (id: string) => values.get(`${JSON.stringify(id)} "filter"`),
    setFilter: (id: string, filter: unknown) => set('filter')(id, 'filter', filter),
  } as unknown as MapLibreMap;
  const told = () => Object.fromEntries([...values].sort(([a], [b]) => (a < b ? -1 : 1)));
  return { map, calls, told };
}

function createStage() {
  const { map, calls, told } = createFakeMap();
  const parts = new Map<string, FrameLayer | undefined>();
  const movingLayer = (id: string): MovingLayer => ({
    paint: () => {},
    set: (part) => parts.set(id, part),
  });
  const moving = RUNS.map((ids) => ({
    id: ids.join('+'),
    layers: new Map(ids.map((id) => [id, movingLayer(id)])),
  }));
  const layers: StoryLayers = { fixed, moving };
  let before: Frame | undefined;
  const show = (after: Frame) => {
    applyLayers(map, layers, { before, after });
    before = after;
  };
  /** What can be seen: hidden layers look the same however they were hidden. */
  const seen = () => {
    const entries = Object.entries(told());
    const hidden = entries
      .filter(([key, value]) => key.endsWith('"visibility"') && value === 'none')
      .map(([key]) => key.split(' ')[0]!);
    const rest = entries.filter(
      ([key, value]) => value !== 'none' && !hidden.includes(key.split(' ')[0]!),
    );
    return {
      fixed: Object.fromEntries(rest.filter(([, value]) => value !== 'visible')),
      hidden,
      moving: Object.fromEntries([...parts].filter(([, part]) => part)),
    };
  };
  return { map, calls, show, seen };
}

describe('applyLayers', () => {
  const last = 2 * story.steps.length - 1;
  const positions = Array.from({ length: 60 }, (_, i) => (i * last) / 59);

  it('gives the same picture whatever was shown before', () => {
    const used = createStage();
    used.show(at(0));
    for (const position of [...positions].reverse()) {
      used.show(at(position));
      const fresh = createStage();
      fresh.show(at(position));
      expect(used.seen()).toEqual(fresh.seen());
    }
  });

  it('hides every layer of the story that the frame does not hold', () => {
    const { show, seen } = createStage();
    for (const position of positions) {
      const frame = at(position);
      show(frame);
      const shown = new Set(frame.layers.map(({ id }) => id));
      const { hidden, moving } = seen();
      for (const [id, { layers }] of fixed) {
        for (const layer of layers) {
          expect(hidden.includes(JSON.stringify(layer.id))).toBe(!shown.has(id));
        }
      }
      expect(Object.keys(moving).sort()).toEqual(movingIds.filter((id) => shown.has(id)).sort());
      for (const ids of RUNS) {
        const isHidden = !ids.some((id) => shown.has(id));
        expect(hidden.includes(JSON.stringify(ids.join('+')))).toBe(isHidden);
      }
    }
  });

  it('lays nothing out anew for a frame that shows the same layers', () => {
    const { calls, show } = createStage();
    show(at(2 * story.steps.findIndex(({ id }) => id === 'armistice') + 0.4));
    calls.length = 0;
    show(at(2 * story.steps.findIndex(({ id }) => id === 'armistice') + 0.6));
    expect(calls).toContain('paint');
    expect(calls).not.toContain('layout');
  });

  it('tells the map nothing where only the front moves', () => {
    const { calls, show, seen } = createStage();
    show(at(2 * story.steps.findIndex(({ id }) => id === 'perimeter') + 0.4));
    const { moving } = seen();
    calls.length = 0;
    show(at(2 * story.steps.findIndex(({ id }) => id === 'perimeter') + 0.6));
    expect(seen().moving).not.toEqual(moving);
    expect(calls).toEqual([]);
  });
});

describe('applyLabels', () => {
  let fake: ReturnType<typeof createFakeMap>;
  beforeEach(() => {
    fake = createFakeMap();
  });
  const label = (id: string, opacity = 1) => ({ id, opacity });

  it('names the places of the frame, on marks and names alike', () => {
    applyLabels(fake.map, [], [label('seoul'), label('pusan', 0.5)]);
    const filter = ['in', ['get', 'id'], ['literal', ['seoul', 'pusan']]];
    expect(fake.told()).toMatchObject({
      '"story-place-marks" "filter"': filter,
      '"story-place-names" "filter"': filter,
      '{"source":"story-places","id":"pusan"} "state"': { opacity: 0.5 },
    });
  });

  it('asks for no new layout where only opacities change', () => {
    applyLabels(fake.map, [label('seoul', 0.2)], [label('seoul', 0.4)]);
    expect(fake.calls).toEqual(['state']);
  });

  it('names none where the frame names none', () => {
    applyLabels(fake.map, [label('seoul')], []);
    const filter = ['in', ['get', 'id'], ['literal', []]];
    expect(fake.told()).toMatchObject({ '"story-place-names" "filter"': filter });
  });
});
