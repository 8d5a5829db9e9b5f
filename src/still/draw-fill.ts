import type { FillLayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import { joined, type MaybeMarkup, markup } from '../core/markup.ts';
import { createReader, type Read, type StyleFeature, variesByFeature } from './evaluate.ts';
import { groundPath } from './ground-path.ts';
import { groupsOf, type Look } from './groups.ts';
import { layerPath } from './layer-path.ts';
import type { Scene } from './scene.ts';
import { attributes } from './sheet.ts';
import { translated } from './translate.ts';

/** How a polygon is filled. */
interface FillLook extends Look {
  fill: string;
  /** Colour of its edge; none where it has none. */
  stroke: string | undefined;
  /** Opacity of the fill and of the edge where they are two things. */
  inks?: readonly [fill: number, stroke: number];
}

const VARYING = ['fill-color', 'fill-opacity', 'fill-outline-color'];

/**
 * The edge is a pixel wide. In a colour of its own it lies over the fill; else fill and edge are one, which leaves
 * no gap between neighbours.
 */
function lookOf(
  { sheet }: Scene,
  read: Read,
  { feature, opacity }: { feature: StyleFeature | undefined; opacity: number },
): FillLook | undefined {
  const fill = sheet.ink(read('fill-color', feature));
  const shine = read<number>('fill-opacity', feature) * opacity;
  const outline = read<unknown>('fill-outline-color', feature);
  const isEdged = read<boolean>('fill-antialias', feature);
  if (shine === 0) return undefined;
  if (!outline || !isEdged) {
    const look = { fill: fill.color, stroke: isEdged ? fill.color : undefined };
    return fill.alpha > 0 ? { ...look, opacity: fill.alpha * shine } : undefined;
  }
  const stroke = sheet.ink(outline);
  const inks = [fill.alpha * shine, stroke.alpha * shine] as const;
  const isOpaque = inks.every((ink) => ink === 1);
  return { fill: fill.color, stroke: stroke.color, inks, opacity: isOpaque ? 1 : 0.99 };
}

const useFill = (path: string, { fill, stroke, inks, opacity }: FillLook): MaybeMarkup => {
  const own = inks ? { 'fill-opacity': inks[0] } : { opacity, stroke };
  return markup`<use href="${path}"${attributes({ fill, ...own })}/>`;
};

/** An edge in a colour of its own: MapLibre draws those of all features over the fills of all. */
const useEdge = (path: string, { stroke, inks }: FillLook): MaybeMarkup =>
  inks
    ? markup`<use href="${path}"${attributes({ fill: 'none', stroke, 'stroke-opacity': inks[1] })}/>`
    : '';

/** A fill layer as SVG, each feature as the style has it, times `opacity`. */
export function drawFill(
  scene: Scene,
  layer: FillLayerSpecification,
  opacity: number,
): MaybeMarkup {
  // A pattern is a picture that no style of ours has.
  if (layer.paint?.['fill-pattern']) return '';
  const read = createReader(layer, scene.globals);
  const whole = read<number>('fill-layer-opacity');
  if (whole === 0) return '';
  const finish = (drawn: MaybeMarkup): MaybeMarkup =>
    translated(scene, read, { name: 'fill', whole, drawn });
  if ('source-layer' in layer && !variesByFeature(layer, VARYING)) {
    const look = lookOf(scene, read, { feature: undefined, opacity });
    const data = look ? layerPath(scene, layer) : '';
    if (!look || !data) return '';
    // Tiles have coasts of their own.
    const stroke = look.inks ? look.stroke : undefined;
    const path = scene.sheet.path(data);
    return finish(joined([useFill(path, { ...look, stroke }), useEdge(path, look)]));
  }
  const groups = groupsOf(scene, {
    layer,
    lookOf: (feature) => lookOf(scene, read, { feature, opacity }),
    sortKey: 'fill-sort-key',
  });
  const drawn = groups.flatMap(({ look, ground }) => {
    const data = groundPath(scene.screen, scene.zoom, ground);
    return data ? [{ look, path: scene.sheet.path(data) }] : [];
  });
  const fills = drawn.map(({ look, path }) => useFill(path, look));
  const edges = drawn.map(({ look, path }) => useEdge(path, look));
  return finish(joined([...fills, ...edges]));
}
