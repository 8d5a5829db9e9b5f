import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import fc from 'fast-check';
import type { LayerSpecification, StyleSpecification } from 'maplibre-gl';
import { describe, expect, it } from 'vitest';
import type { LayerKind, Story, StoryLayer } from '../../../src/core/story.ts';
import { composeStyle } from '../../../src/style/compose-style.ts';
import { makeLayer, readRealStory } from '../../support/fixture-story.ts';
import { readAtlas } from '../../support/read-atlas.ts';

const real = readRealStory();
const atlas = readAtlas();
const MASKED: readonly LayerKind[] = ['dated-area', 'dated-line'];
const MOVING: readonly LayerKind[] = [...MASKED, 'route'];

const line = { type: 'line', paint: { 'line-color': '#000' } };
const kind = fc.constantFrom<LayerKind>(
  ...(['dated-line', 'dated-area', 'route', 'points', 'area', 'label', 'style'] as const),
);
/** The real story with any other layers instead of its own. */
const anyStory = fc.array(kind, { maxLength: 12 }).map((kinds): Story => {
  const layers = kinds.map((one, i) =>
    makeLayer(`layer-${i}`, { kind: one, ...(one === 'style' ? { style: line } : {}) }),
  );
  return { ...real, layers };
});

/** One entry of the map's whole list, the layers that are drawn by ourselves included. */
interface Drawn {
  id: string;
  /** The story layer that it is, where it is one of ours. */
  own?: StoryLayer;
  source?: string;
}

/** Elevations are drawn without a mask of their own. */
const toDrawn = (layer: LayerSpecification): Drawn =>
  'source' in layer && layer.type !== 'hillshade'
    ? { id: layer.id, source: layer.source }
    : { id: layer.id };

/** Adds our own layers as the stage does: in the story's order, each right under its `before`. */
function stack(story: Story): Drawn[] {
  const { style, before } = composeStyle(story, atlas);
  const list = style.layers.map(toDrawn);
  for (const layer of story.layers.filter(({ kind }) => MOVING.includes(kind))) {
    const index = list.findIndex(({ id }) => id === before.get(layer.id));
    expect(index, `${layer.id} has a layer to stand under`).toBeGreaterThanOrEqual(0);
    list.splice(index, 0, { id: `story-${layer.id}`, own: layer });
  }
  return list;
}

/** Masked layers for which the next styled layers below and above share a source. */
function wronglyMasked(story: Story): string[] {
  const list = stack(story);
  return list.flatMap(({ id, own }, i) => {
    if (!own || !MASKED.includes(own.kind)) return [];
    const below = list.slice(0, i).findLast((layer) => layer.source);
    const above = list.slice(i + 1).find((layer) => layer.source);
    return below && above && below.source === above.source ? [id] : [];
  });
}

/** Where the story's own layers stand, by story layer id, lowest first. */
function storyOrder(story: Story): string[] {
  const ids = new Map(
    story.layers.flatMap(({ id }) => [
      [`story-${id}`, id],
      [`story-${id}-text`, id],
    ]),
  );
  return stack(story).flatMap(({ id }) => ids.get(id) ?? []);
}

const fontsIn = (style: StyleSpecification): string[] =>
  style.layers.flatMap((layer) => {
    const found = layer.type === 'symbol' ? JSON.stringify(layer.layout?.['text-font']) : '';
    return [...found.matchAll(/"(Atlas [A-Za-z]+)"/g)].map((match) => match[1]!);
  });

describe('the style of the real story', () => {
  const { style, fixed, before } = composeStyle(real, atlas);

  it('is a style as MapLibre specifies it', () => {
    expect(validateStyleMin(style as never).map(({ message }) => message)).toEqual([]);
  });

  it('has a source of its own for each layer that MapLibre draws', () => {
    const fixedLayers = real.layers.filter(({ kind }) => !MOVING.includes(kind));
    expect([...fixed.keys()]).toEqual(fixedLayers.map(({ id }) => id));
    for (const [id, { layers }] of fixed) {
      const users = style.layers.filter((l) => 'source' in l && l.source === `story-${id}`);
      expect(users).toEqual(layers);
      expect(style.sources[`story-${id}`]).toBeDefined();
    }
  });

  it('says for every layer of the story what it stands under', () => {
    expect([...before.keys()].sort()).toEqual(real.layers.map(({ id }) => id).sort());
  });

  it('has all the features that the story says, and no others', () => {
    for (const { id, only } of real.layers) {
      const data = fixed.get(id)?.source.data as GeoJSON.FeatureCollection | undefined;
      if (data && only) expect(data.features.map((f) => f.id).sort()).toEqual([...only].sort());
    }
  });

  it('letters in nothing but the faces that it brings', () => {
    const fonts = fontsIn(style);
    expect(fonts.length).toBeGreaterThan(4);
    expect(Object.keys(style['font-faces'] ?? {})).toEqual(expect.arrayContaining(fonts));
  });

  it('fades nothing by itself, and asks no other host for anything', () => {
    expect(style.transition).toEqual({ duration: 0, delay: 0 });
    expect([style.glyphs, style.sprite]).toEqual([undefined, undefined]);
    expect(JSON.stringify(style)).not.toMatch(/https?:|"\/\//);
  });

  it('names no place before a frame does', () => {
    for (const id of ['story-place-marks', 'story-place-names']) {
      const layer = style.layers.find((one) => one.id === id);
      expect(layer && 'filter' in layer && layer.filter).toEqual([
        ...['in', ['get', 'id'], ['literal', []]],
      ]);
    }
  });

  it('has no place that moves its name about', () => {
    expect(JSON.stringify(style.layers)).not.toContain('text-variable-anchor');
  });
});

describe('the style of any story', () => {
  it('has no two layers of one id', () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        const ids = stack(story).map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });

  it('has every source that a layer asks for', () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        const { style } = composeStyle(story, atlas);
        for (const { source } of style.layers.map(toDrawn)) {
          if (source) expect(Object.keys(style.sources)).toContain(source);
        }
      }),
    );
  });

  it('never has a masked layer between two layers of one source', () => {
    expect(wronglyMasked(real)).toEqual([]);
    fc.assert(
      fc.property(anyStory, (story) => {
        expect(wronglyMasked(story)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('has areas under rivers and coasts, lines over them, and names over all', () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        const list = stack(story).map(({ id }) => id);
        const [linework, names] = [list.indexOf('atlas-rivers'), list.indexOf('atlas-label-river')];
        for (const { id, kind: own } of story.layers) {
          const place = list.findIndex((one) => [`story-${id}`, `story-${id}-text`].includes(one));
          const ground = own === 'area' || own === 'dated-area';
          expect(place).toBeGreaterThan(ground ? 0 : linework);
          expect(place).toBeLessThan(ground ? linework : names);
        }
        expect(list.slice(-2)).toEqual(['story-place-marks', 'story-place-names']);
      }),
    );
  });

  it('keeps the author’s order among areas, and among lines', () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        const order = storyOrder(story);
        for (const ground of [true, false]) {
          const asWritten = story.layers
            .filter(({ kind: own }) => (own === 'area' || own === 'dated-area') === ground)
            .map(({ id }) => id);
          expect(order.filter((id) => asWritten.includes(id))).toEqual(asWritten);
        }
      }),
    );
  });
});
