import { describe, expect, it } from 'vitest';
import type { Frame } from '../../../src/core/frame.ts';
import { legendOf, swatches } from '../../../src/core/legend.ts';
import { palette } from '../../../src/core/palette.ts';
import { sampleTimeline } from '../../../src/core/sample-timeline.ts';
import { createTimeline } from '../../../src/core/timeline.ts';
import { createViewport } from '../../../src/core/viewport.ts';
import { createFixtureStory, makeLayer, readRealStory } from '../../support/fixture-story.ts';

const fixture = createFixtureStory();
const timeline = createTimeline(fixture, createViewport(1280, 800));
const frameAt = (step: string, progress = 0): Frame =>
  sampleTimeline(timeline, { step, progress, travel: 0 });
const texts = (frame: Frame) => legendOf(fixture, frame).map(({ text }) => text);

describe('legendOf', () => {
  it('names both sides, the front and its doubt, and the routes that have begun', () => {
    expect(texts(frameAt('crossing', 0.5))).toEqual([
      'The north',
      'The south',
      'No continuous front',
      'Soft edge: where it may have been',
      'The advance',
    ]);
    expect(texts(frameAt('crossing', 0))).not.toContain('The advance');
  });

  it('says nothing of what the frame has not', () => {
    expect(texts(frameAt('opening'))).toEqual([]);
    expect(legendOf(undefined, undefined)).toEqual([]);
  });

  it('dashes a front that is not continuous', () => {
    const front = legendOf(fixture, frameAt('crossing', 0.5)).find(
      (each) => each.swatch === 'front',
    );
    expect(front).toMatchObject({ dash: '7 4.5', color: palette.ink });
  });

  it.each([
    'url(https://other.example/x)',
    '\\75rl(https://other.example/x)',
    'var(--x, url(//other.example/x))',
    'image-set("x" 1x)',
    'u/**/rl(x)',
    '"/><script>run()</script><g x="',
    'red;fill:url(x)',
    ['case', ['has', 'x'], 'red', 'blue'],
    { toString: 'x' },
    7,
    null,
  ])('takes the side’s colour where a story file has no colour: %j', (color) => {
    const style = { type: 'line', paint: { 'line-color': color, 'line-dasharray': [1, '"/><x'] } };
    const layer = makeLayer('own', { kind: 'style', side: 'north', style });
    const story = { ...fixture, layers: [layer] };
    const frame = { ...frameAt('opening'), layers: [{ id: 'own', kind: 'style', opacity: 1 }] };
    expect(legendOf(story, frame as Frame)).toEqual([
      { swatch: 'line', color: palette.north, text: 'Title of own', dash: '' },
    ]);
  });

  it('draws a layer of the author’s own style in its colour and dashes', () => {
    const paint = { 'line-color': '#123456', 'line-dasharray': [2, 4] };
    const style = { type: 'line', paint } as const;
    const layer = makeLayer('own', { kind: 'style', style });
    const frame: Frame = {
      ...frameAt('opening'),
      layers: [{ kind: 'style', id: 'own', opacity: 1 }],
    };
    expect(legendOf({ ...fixture, layers: [layer] }, frame)).toEqual([
      { swatch: 'line', color: '#123456', text: 'Title of own', dash: '3 6' },
    ]);
  });

  it('says how arms are marked where a unit is named', () => {
    const story = readRealStory();
    const frames = createTimeline(story, createViewport(1280, 800));
    const last = (step: string) => {
      const frame = sampleTimeline(frames, { step, progress: 1, travel: 0 });
      return legendOf(story, frame).at(-1)?.text;
    };
    expect(last('chosin')).toMatch(/^Arms: XX division/);
    expect(last('kuntsevo') ?? '').not.toMatch(/^Arms/);
  });
});

describe('swatches', () => {
  it('hold SVG and nothing that runs', () => {
    for (const drawing of Object.values(swatches).map(String)) {
      expect(drawing).toMatch(/^(<\/?(g|path|circle)[^<>]*>)+$/);
      expect(drawing).not.toMatch(/ on\w+=|href/);
    }
  });
});
