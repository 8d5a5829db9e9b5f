import type { LayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import { beforeAll, describe, expect, it } from 'vitest';
import { readAtlas } from '../../../src/cli/read-atlas.ts';
import { sampleTimeline } from '../../../src/core/sample-timeline.ts';
import type { Story } from '../../../src/core/story.ts';
import { createTimeline } from '../../../src/core/timeline.ts';
import { createViewport } from '../../../src/core/viewport.ts';
import { drawStill } from '../../../src/still/draw-still.ts';
import { createFilter, createReader, isInZoom } from '../../../src/still/evaluate.ts';
import type { StillAtlas } from '../../../src/still/still-atlas.ts';
import { createFarStory } from '../../support/far-story.ts';
import { createStyledStory } from '../../support/styled-story.ts';

let atlas: StillAtlas;
beforeAll(async () => {
  atlas = await readAtlas();
});

function draw(story: Story, [width, height]: readonly [number, number], step: string): string {
  const viewport = createViewport(width, height);
  const timeline = createTimeline(story, viewport);
  const frame = sampleTimeline(timeline, { step, progress: 1, travel: 0 });
  return drawStill(frame, viewport, { story, atlas, plain: true });
}

/** The SVG of one layer. */
function groupOf(svg: string, name: string): string {
  const start = svg.indexOf(`<g class="${name}">`);
  return start < 0 ? '' : svg.slice(start, svg.indexOf('<g class="', start + 1));
}

const valuesOf = (svg: string, name: string): Set<string> =>
  new Set([...svg.matchAll(new RegExp(` ${name}="([^"]*)"`, 'g'))].map(([, value]) => value ?? ''));

describe('case 17: a still of an author’s own style', () => {
  const story = createStyledStory();

  it('fills each polygon in its colour, and one without a value in its own', () => {
    const fills = valuesOf(groupOf(draw(story, [1280, 800], 'styled'), 'fills'), 'fill');
    expect(fills.size).toBeGreaterThan(15);
    expect(fills).toContain('#999999');
    expect(fills).not.toContain('#000000');
  });

  it('draws lines as wide as their features say, between the zooms of the style too', () => {
    const lines = groupOf(draw(story, [1280, 800], 'styled'), 'lines');
    expect(valuesOf(lines, 'stroke-width').size).toBeGreaterThan(6);
    expect(valuesOf(lines, 'stroke')).toEqual(
      new Set(['#b3402f', '#2f6c9c', '#3f8f4f', '#c9a227']),
    );
  });

  it('draws circles in the order of their sort keys', () => {
    const circles = groupOf(draw(story, [1280, 800], 'styled'), 'circles');
    const radii = [...circles.matchAll(/ r="([^"]*)"/g)].map(([, radius]) => Number(radius));
    expect(radii.length).toBeGreaterThan(9);
    expect(radii[0]).toBeGreaterThan(radii.at(-1)!);
  });

  it('draws the same text for the same frame', () => {
    expect(draw(story, [390, 844], 'styled')).toBe(draw(story, [390, 844], 'styled'));
  });
});

describe('case 8: a still of the whole world', () => {
  it.each([
    [390, 844],
    [320, 256],
    [3840, 2160],
  ])('has the layer, the borders and the coasts in %i x %i', (...size) => {
    const svg = draw(createFarStory(), size, 'fit');
    for (const layer of ['zones', 'borders', 'coast', 'land'])
      expect(groupOf(svg, layer)).not.toBe('');
    expect(valuesOf(groupOf(svg, 'zones'), 'fill').size).toBeGreaterThan(4);
  });

  it('is drawn on the side of the globe that is seen, wherever the camera looks', () => {
    const svg = draw(createFarStory(), [390, 844], 'zoom-2.6');
    const zones = groupOf(svg, 'zones');
    const paths = [...zones.matchAll(/href="#([^"]*)"/g)].map(([, id]) => id);
    // Four zones of thirty degrees, and those that the edge of the picture cuts.
    expect(paths.length).toBeGreaterThan(2);
    expect(paths.length).toBeLessThan(8);
  });
});

describe('the style of a layer', () => {
  const line = (more: object): LayerSpecification =>
    ({ id: 'x', type: 'line', source: 's', ...more }) as LayerSpecification;
  const feature = { type: 2 as const, properties: { w: 4 } };

  it('has no limit of zoom where it has none, below 0 too', () => {
    expect(isInZoom(line({}), -1.5)).toBe(true);
    expect(isInZoom(line({ minzoom: 0 }), -1.5)).toBe(true);
    expect(isInZoom(line({ minzoom: 2, maxzoom: 4 }), 4)).toBe(false);
    expect(isInZoom(line({ layout: { visibility: 'none' } }), 3)).toBe(false);
  });

  it('is filtered at the zoom of the tile, as the map’s worker does', () => {
    const layer = line({ filter: ['>=', ['zoom'], 5] });
    expect(createFilter(layer, { zoom: 5.9 })(feature)).toBe(true);
    expect(createFilter(layer, { zoom: 4.9 })(feature)).toBe(false);
  });

  it('mixes what hangs on zoom and feature between two whole zooms', () => {
    const paint = { 'line-width': ['step', ['zoom'], ['get', 'w'], 5, ['*', 2, ['get', 'w']]] };
    const at = (zoom: number) => createReader(line({ paint }), { zoom })('line-width', feature);
    expect([at(4.9), at(5), at(5.9)]).toEqual([4, 8, 8]);
    const grown = {
      'line-width': [
        'interpolate',
        ['linear'],
        ['zoom'],
        4,
        ['get', 'w'],
        6,
        ['*', 3, ['get', 'w']],
      ],
    };
    expect(createReader(line({ paint: grown }), { zoom: 5.5 })('line-width', feature)).toBe(10);
  });

  it('knows a feature’s number, type and place, and gives the default for a value that is none', () => {
    const read = (value: unknown) =>
      createReader(line({ paint: { 'line-width': value } }), { zoom: 3 });
    expect(read(['id'])('line-width', { ...feature, id: 7 })).toBe(7);
    expect(
      read(['case', ['==', ['geometry-type'], 'LineString'], 3, 1])('line-width', feature),
    ).toBe(3);
    expect(read(['get', 'none'])('line-width', feature)).toBe(1);
  });
});
