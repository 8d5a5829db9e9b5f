import type { LayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { Feature } from 'geojson';
import { palette } from '../core/palette.ts';
import type { Side } from '../core/story.ts';
import { anchorsOf } from './anchors.ts';
import {
  createFilter,
  createReader,
  isInZoom,
  type Read,
  type StyleFeature,
  tileZoom,
} from './evaluate.ts';
import type { TextSection } from './lettering.ts';
import type { NameSpec, NameTag } from './place-names.ts';
import type { Scene } from './scene.ts';
import { textOffset } from './text-offset.ts';
import { type TileId, tileCover } from './tile-cover.ts';
import { translation } from './translate.ts';

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

const JUSTIFY = { left: 'left', center: 'center', right: 'right' } as const;

/** Which side of its place a text is set from, where the style leaves it to the anchor. */
function alignOf(justify: string, anchor: string): 'left' | 'center' | 'right' {
  const wanted = justify === 'auto' ? anchor.replace(/^(top|bottom)-?/, '') || 'center' : justify;
  return JUSTIFY[wanted as keyof typeof JUSTIFY] ?? 'center';
}

function changeCase(text: string, transform: string): string {
  if (transform === 'uppercase') return text.toLocaleUpperCase();
  return transform === 'lowercase' ? text.toLocaleLowerCase() : text;
}

/** A layer of names, and how it is asked. */
interface NameLayer {
  read: Read;
  /** Times what the style says. */
  opacity: number;
  tiles: readonly TileId[];
  /** Its place among the layers of the style. */
  at: number;
  /** Its names lie over each other as they stand on the map, the northern ones below. */
  isByHeight: boolean;
}

/** What of a name is the same wherever it stands; `undefined` where nothing of it is seen. */
function wordsOf(scene: Scene, styled: StyleFeature, { read, opacity }: NameLayer) {
  const ask = <T>(name: string): T => read<T>(name, styled);
  const shine = ask<number>('text-opacity') * opacity;
  const transform = ask<string>('text-transform');
  const sections = sectionsOf(ask<Formatted>('text-field')).map((section) => ({
    ...section,
    text: changeCase(section.text, transform),
  }));
  if (shine === 0 || sections.every(({ text }) => text === '')) return undefined;
  const tag = tagOf(scene, read, styled);
  const haloWidth = ask<number>('text-halo-width');
  const anchor = ask<NonNullable<NameSpec['anchor']>>('text-anchor');
  const turned = ask<string>('text-rotation-alignment') === 'map' ? scene.frame.camera.bearing : 0;
  return {
    sections,
    face: ask<string[]>('text-font')[0] ?? '',
    size: ask<number>('text-size'),
    letterSpacing: ask<number>('text-letter-spacing'),
    maxWidth: ask<number>('text-max-width'),
    lineHeight: ask<number>('text-line-height'),
    align: alignOf(ask('text-justify'), anchor),
    anchor,
    offset: textOffset(ask, anchor),
    moved: translation(scene, read, 'text'),
    padding: ask<number>('text-padding'),
    rotate: ask<number>('text-rotate') - turned,
    color: scene.sheet.color(ask('text-color')),
    ...(haloWidth > 0 && {
      halo: { color: scene.sheet.color(ask('text-halo-color')), width: haloWidth },
    }),
    opacity: shine,
    mayOverlap: overlapOf(ask),
    isIgnored: ask<boolean>('text-ignore-placement'),
    ...(tag && { tag }),
  };
}

/** True where the style lets a name lie over others. */
function overlapOf(ask: <T>(name: string) => T): boolean {
  const overlap = ask<string | undefined>('text-overlap');
  return overlap === undefined ? ask<boolean>('text-allow-overlap') : overlap === 'always';
}

function specsOf(scene: Scene, feature: Feature, layer: NameLayer): NameSpec[] {
  const { screen } = scene;
  const words = wordsOf(scene, scene.styled(feature), layer);
  if (!words) return [];
  return anchorsOf(feature.geometry, layer.tiles).flatMap(([x, y]): NameSpec[] => {
    if (!screen.isSeen(x, y)) return [];
    const at = screen.project(screen.near(x), y);
    return [{ ...words, at, depth: [layer.at, layer.isByHeight ? at[1] : 0] }];
  });
}

/**
 * The names of a picture as its style has them, by rank: those of the uppermost layer first, as
 * MapLibre places them, and of one layer those with the lowest sort key. Text along lines is left out.
 */
export function readNames(
  scene: Scene,
  opacityOf: (layer: LayerSpecification) => number,
): NameSpec[] {
  const tiles = tileCover(scene.screen, tileZoom(scene.zoom));
  const { layers } = scene.style;
  return layers.toReversed().flatMap((layer) => {
    const opacity = opacityOf(layer);
    if (layer.type !== 'symbol' || !isInZoom(layer, scene.zoom) || opacity === 0) return [];
    const read = createReader(layer, scene.globals);
    if (read<string>('symbol-placement') !== 'point') return [];
    const accepts = createFilter(layer, scene.globals);
    const rank = (feature: Feature): number =>
      read<number | undefined>('symbol-sort-key', scene.styled(feature)) ?? 0;
    const order = read<string>('symbol-z-order');
    const hasRank = layer.layout?.['symbol-sort-key'] !== undefined;
    const isByHeight = order === 'viewport-y' || (order === 'auto' && !hasRank);
    const names = { read, opacity, tiles, at: layers.indexOf(layer), isByHeight };
    const accepted = scene
      .features(String(layer.source))
      .filter((feature) => accepts(scene.styled(feature)))
      .map((feature) => ({ feature, rank: rank(feature) }));
    return accepted
      .sort((a, b) => a.rank - b.rank)
      .flatMap(({ feature }) => specsOf(scene, feature, names));
  });
}
