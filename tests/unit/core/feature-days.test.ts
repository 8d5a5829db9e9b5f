import type { Feature } from 'geojson';
import { describe, expect, it } from 'vitest';
import { featureDays, featuresOn } from '../../../src/core/feature-days.ts';
import { routeOn } from '../../../src/core/route-days.ts';
import { sampleTimeline } from '../../../src/core/sample-timeline.ts';
import { createTimeline } from '../../../src/core/timeline.ts';
import { createViewport } from '../../../src/core/viewport.ts';
import { day, readRealStory } from '../../support/fixture-story.ts';

const point = (id: string, properties: Record<string, string>): Feature => ({
  type: 'Feature',
  id,
  properties,
  geometry: { type: 'Point', coordinates: [127, 38] },
});

describe('features with days', () => {
  const days = featureDays([
    point('always', {}),
    point('from', { from: '1951-06-01' }),
    point('until', { until: '1951-06-01' }),
    point('between', { from: '1951-01-01', until: '1951-06-01' }),
    point('a place', { from: 'Taegu' }),
  ]);
  const on = (date: string) => featuresOn(days, day(date));

  it('are there from their first day on, and no more on the day that ends them', () => {
    expect(on('1950-12-31')).toEqual(['always', 'until', 'a place']);
    expect(on('1951-01-01')).toEqual(['always', 'until', 'between', 'a place']);
    expect(on('1951-06-01')).toEqual(['always', 'from', 'a place']);
  });

  it('are all there where there is no day', () => {
    expect(featuresOn(days, null)).toHaveLength(5);
  });

  it('are not looked at where none has a day', () => {
    expect(featureDays([point('a', {}), point('b', { from: 'Taegu' })])).toEqual([]);
  });
});

describe('a route that ends early', () => {
  const marks = [
    [0, 10],
    [1, 20],
  ] as const;

  it('fades to nothing by the day that its data say, and in a month where they say none', () => {
    expect(routeOn(marks, 22, 24)).toEqual({ reveal: 1, opacity: 0.5 });
    expect(routeOn(marks, 24, 24).opacity).toBe(0);
    expect(routeOn(marks, 35).opacity).toBe(0.5);
  });

  it('is gone at once where that is its last day', () => {
    expect(routeOn(marks, 21, 20).opacity).toBe(0);
  });
});

describe('the real story', () => {
  const story = readRealStory();
  const timeline = createTimeline(story, createViewport(1366, 768));
  const partOn = (step: string, date: string, layer: string) => {
    const { date: range } = story.steps.find(({ id }) => id === step)!;
    const progress = (day(date) - range![0]) / (range![1] - range![0]);
    const frame = sampleTimeline(timeline, { step, progress, travel: 0 });
    return frame.layers.find(({ id }) => id === layer)!;
  };
  const only = (step: string, date: string, layer: string) => {
    const part = partOn(step, date, layer);
    return 'only' in part ? part.only : undefined;
  };
  const paths = (step: string, date: string, layer: string) => {
    const part = partOn(step, date, layer);
    return part.kind === 'route' ? part.paths : [];
  };

  it('has each Soviet base from the day it came into use', () => {
    expect(only('mig-alley', '1950-11-02', 'air-bases')).toEqual(['langtou']);
    expect(only('mig-alley', '1951-10-20', 'air-bases')).toEqual(['langtou', 'dadonggou']);
  });

  it('has the opened camps from 18 June 1953, and no way home of April by July', () => {
    expect(only('little-switch', '1953-06-10', 'opened')).toEqual([]);
    expect(only('little-switch', '1953-06-19', 'opened')).toHaveLength(4);
    expect(partOn('little-switch', '1953-06-10', 'opened').unseen).toBe(true);
    expect(paths('little-switch', '1953-05-02', 'home-north')[0]?.opacity).toBe(1);
    expect(paths('little-switch', '1953-07-20', 'home-north')).toEqual([]);
  });

  it('has the Eighth Army halt at Osan, and X Corps in Seoul', () => {
    const head = (date: string, layer: string, route: string) =>
      paths('inchon', date, layer)
        .find(({ id }) => id === route)
        ?.line.at(-1);
    for (const date of ['1950-09-26', '1950-09-28']) {
      const [lon, lat] = head(date, 'eighth-army', 'eighth-army')!;
      expect(Math.hypot(lon - 127.071, lat - 37.152)).toBeLessThan(0.02);
    }
    const [lon, lat] = head('1950-09-28', 'x-corps-land', 'xcorps-seoul')!;
    expect(Math.hypot(lon - 126.978, lat - 37.566)).toBeLessThan(0.02);
    const [, haengju] = head('1950-09-20', 'x-corps-land', 'xcorps-seoul')!;
    expect(haengju).toBeGreaterThan(37.58);
  });

  it('has the marines go south on 8 December 1950, and Chinese arrows on the Ch’ongch’on', () => {
    const drawn = paths('chosin', '1950-12-08', 'x-corps');
    expect(drawn.map(({ id }) => id)).toEqual(['marines-back']);
    expect(Math.abs(drawn[0]!.bearing)).toBeGreaterThan(90);
    expect(paths('chosin', '1950-11-28', 'thirteenth')).toHaveLength(2);
  });
});
