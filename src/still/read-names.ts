import type { LayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { Feature } from 'geojson';
import { palette } from '../core/palette.ts';
import type { Side } from '../core/story.ts';
import { createFilter, createReader, isInZoom, type Read, type StyleFeature } from './evaluate.ts';
import type { TextSection } from './lettering.ts';
import type { NameSpec, NameTag } from './place-names.ts';
import type { Scene } from './scene.ts';

/** What MapLibre makes of `text-field`: text in parts, each with a size of its own. */
interface Formatted {
  sections: { text: string; scale: number | null }[];
}

/** What MapLibre makes of `icon-image`. */
interface Icon {
  name: string;
}

function sectionsOf(field: Formatted): TextSection[] {
  return field.sections.map(({ text, scale }) => ({ text, scale: scale ?? 1 }));
}

/** The tag behind the name of a unit: the style names its picture `unit-<side>`. */
function tagOf({ sheet }: Scene, read: Read, feature: StyleFeature): NameTag | undefined {
  const icon = read<Icon | undefined>('icon-image', feature)?.name ?? '';
  const [, side] = /^unit-(\w+)$/.exec(icon) ?? [];
  if (!side) return undefined;
  return {
    fill: sheet.color(palette.paper),
    stroke: sheet.color(palette[side as Side]),
    padding: read('icon-text-fit-padding', feature),
  };
}

function specOf(scene: Scene, read: Read, feature: Feature): NameSpec | undefined {
  const { geometry } = feature;
  const at = geometry.type === 'Point' ? scene.place(geometry.coordinates) : undefined;
  const styled = scene.styled(feature);
  const ask = <T>(name: string): T => read<T>(name, styled);
  const opacity = ask<number>('text-opacity');
  const sections = sectionsOf(ask<Formatted>('text-field'));
  if (!at || opacity === 0 || sections.every(({ text }) => text === '')) return undefined;
  const tag = tagOf(scene, read, styled);
  const haloWidth = ask<number>('text-halo-width');
  return {
    at,
    sections,
    face: ask<string[]>('text-font')[0] ?? '',
    size: ask('text-size'),
    letterSpacing: ask('text-letter-spacing'),
    maxWidth: ask('text-max-width'),
    lineHeight: ask('text-line-height'),
    anchor: ask('text-anchor'),
    offset: ask('text-offset'),
    padding: ask('text-padding'),
    color: scene.sheet.color(ask('text-color')),
    ...(haloWidth > 0 && {
      halo: { color: scene.sheet.color(ask('text-halo-color')), width: haloWidth },
    }),
    opacity,
    ...(tag && { tag }),
  };
}

/**
 * The names of a picture as its style has them, by rank: those of the uppermost layer first, as
 * MapLibre places them.
 */
export function readNames(
  scene: Scene,
  opacityOf: (layer: LayerSpecification) => number,
): NameSpec[] {
  return scene.style.layers.toReversed().flatMap((layer) => {
    if (layer.type !== 'symbol' || !isInZoom(layer, scene.zoom) || opacityOf(layer) === 0)
      return [];
    const read = createReader(layer, scene.globals);
    const accepts = createFilter(layer, scene.globals);
    const features = scene.features(String(layer.source));
    return features
      .filter((feature) => accepts(scene.styled(feature)))
      .flatMap((feature) => specOf(scene, read, feature) ?? []);
  });
}
