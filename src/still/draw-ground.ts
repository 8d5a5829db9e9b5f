import type { LayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { MaybeMarkup } from '../core/markup.ts';
import { drawCircles } from './draw-circles.ts';
import { drawFill } from './draw-fill.ts';
import { drawLine } from './draw-line.ts';
import { isInZoom } from './evaluate.ts';
import type { Scene } from './scene.ts';

/** One layer of the style as SVG, times `opacity`; names and relief are drawn elsewhere. */
export function drawLayer(scene: Scene, layer: LayerSpecification, opacity = 1): MaybeMarkup {
  if (opacity === 0 || !isInZoom(layer, scene.zoom)) return '';
  if (layer.type === 'line') return drawLine(scene, layer, opacity);
  if (layer.type === 'fill') return drawFill(scene, layer, opacity);
  return layer.type === 'circle' ? drawCircles(scene, layer, opacity) : '';
}
