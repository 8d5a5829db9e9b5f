import { readFileSync } from 'node:fs';
import type { LayerSpecification } from 'maplibre-gl';
import { describe, expect, it } from 'vitest';
import type { LayerKind } from '../../../src/core/story.ts';
import { readAtlasStyle } from '../../../src/style/atlas-style.ts';
import { createFixedLayer, opacityPaint } from '../../../src/style/fixed-layers.ts';
import { createFixtureStory, makeLayer } from '../../support/fixture-story.ts';

const story = createFixtureStory();
const { story: drawings } = readAtlasStyle(readFileSync('geo/atlas/style.json', 'utf8'), {});
const of = (kind: LayerKind, more = {}) =>
  createFixedLayer(story, makeLayer('x', { kind, data: 'routes', ...more }), drawings);
const paint = (layer: object, opacity: number) =>
  Object.fromEntries(opacityPaint({ id: 'x', ...layer } as LayerSpecification, opacity));

describe('createFixedLayer', () => {
  it.each<LayerKind>(['dated-line', 'dated-area', 'route'])('leaves %s to the frame', (kind) => {
    expect(of(kind)).toBeUndefined();
  });

  it.each<[LayerKind, string[]]>([
    ['area', ['fill', 'line']],
    ['points', ['circle']],
    ['label', ['symbol']],
  ])('draws %s from one source of its own', (kind, types) => {
    const { layers, source } = of(kind)!;
    expect(layers.map(({ type }) => type)).toEqual(types);
    expect(layers.map((layer) => 'source' in layer && layer.source)).toEqual(
      types.map(() => 'story-x'),
    );
    expect(source.data).toEqual(story.data.routes);
  });

  it('draws the features that the layer is limited to, and no others', () => {
    expect(of('points', { only: ['other'] })!.source.data).toMatchObject({ features: [] });
    expect(of('points', { only: ['route-1'] })!.source.data).toEqual(story.data.routes);
  });

  it('draws an author’s own style under an id and a source that are ours', () => {
    const style = { type: 'line', id: 'theirs', source: 'theirs', paint: { 'line-width': 3 } };
    expect(of('style', { style })!.layers).toEqual([
      { type: 'line', id: 'story-x', source: 'story-x', paint: { 'line-width': 3 } },
    ]);
  });
});

describe('opacityPaint', () => {
  it('is the frame’s opacity times the style’s own', () => {
    expect(paint({ type: 'fill', paint: { 'fill-opacity': 0.16 } }, 0.5)).toEqual({
      'fill-opacity': 0.08,
    });
    expect(paint({ type: 'line' }, 0.5)).toEqual({ 'line-opacity': 0.5 });
  });

  it('is given to all that the layer draws', () => {
    expect(paint({ type: 'circle' }, 0.25)).toEqual({
      'circle-opacity': 0.25,
      'circle-stroke-opacity': 0.25,
    });
    expect(paint({ type: 'symbol' }, 1)).toEqual({ 'text-opacity': 1, 'icon-opacity': 1 });
  });

  it('multiplies the results of an author’s expression, and hides it at 0', () => {
    const own = ['interpolate', ['linear'], ['zoom'], 4, 0, 6, 1];
    const layer = { type: 'line', paint: { 'line-opacity': own } };
    const half = ['interpolate', ['linear'], ['zoom'], 4, 0, 6, 0.5];
    expect(paint(layer, 0.5)).toEqual({ 'line-opacity': half });
    expect(paint(layer, 1)).toEqual({ 'line-opacity': own });
    const byFeature = { type: 'line', paint: { 'line-opacity': ['get', 'x'] } };
    expect(paint(byFeature, 0.5)).toEqual({ 'line-opacity': ['*', ['get', 'x'], 0.5] });
    expect(paint(layer, 0)).toEqual({ 'line-opacity': 0 });
  });
});
