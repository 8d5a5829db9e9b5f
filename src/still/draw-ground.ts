import type { LayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import { palette } from '../core/palette.ts';
import { createFilter, createReader, isInZoom, type Read } from './evaluate.ts';
import { groundOfGeometry } from './ground.ts';
import { groundPath } from './ground-path.ts';
import type { Scene } from './scene.ts';
import type { Point } from './screen.ts';
import { attributes } from './sheet.ts';
import { slantedStroke } from './slant.ts';
import { groundOfTiles } from './tile-ground.ts';

/** Path data of what a layer of the style draws: from the atlas's tiles, or from its own features. */
export function layerPath(scene: Scene, layer: LayerSpecification): string {
  const { screen, zoom, atlas, cover, globals } = scene;
  if (!('source' in layer) || typeof layer.source !== 'string') return '';
  const accepts = createFilter(layer, globals);
  const name = 'source-layer' in layer ? layer['source-layer'] : undefined;
  if (name) {
    const drawn = { layer: atlas.edges[name] ?? name, accepts };
    const filter = 'filter' in layer ? layer.filter : undefined;
    return scene.once(`${drawn.layer} ${JSON.stringify(filter)}`, () =>
      groundPath(screen, zoom, groundOfTiles(cover, atlas.tile, drawn)),
    );
  }
  const features = scene.features(layer.source).filter((each) => accepts(scene.styled(each)));
  const ground = features.flatMap(({ geometry }) => groundOfGeometry(geometry));
  return groundPath(screen, zoom, ground);
}

type Look = Record<string, string | number | undefined>;

function strokeOf({ screen, sheet }: Scene, read: Read): Look {
  const width = read<number>('line-width');
  const dashes = read<number[] | undefined>('line-dasharray');
  const join = read<string>('line-join');
  const cap = read<string>('line-cap');
  return {
    fill: 'none',
    stroke: slantedStroke(screen, sheet, sheet.color(read('line-color'))),
    'stroke-width': width,
    'stroke-opacity': read<number>('line-opacity'),
    'stroke-linejoin': join === 'miter' ? undefined : join,
    'stroke-linecap': cap === 'butt' || dashes ? undefined : cap,
    'stroke-dasharray': dashes?.map((length) => Math.round(length * width * 10) / 10).join(' '),
  };
}

const use = (path: string, look: Look): string => `<use href="${path}"${attributes(look)}/>`;

/**
 * A line beside another one at a distance is what is left of a wide stroke under a narrower one in
 * the colour of the sea, which the land then covers on its own side.
 */
function drawBeside(scene: Scene, path: string, read: Read): string {
  const stroke: Look = { ...strokeOf(scene, read), 'stroke-linecap': undefined };
  const middle = Math.abs(read<number>('line-offset'));
  const half = Number(stroke['stroke-width']) / 2;
  const sea = { stroke: scene.sheet.color(palette.sea), 'stroke-opacity': 1 };
  return (
    use(path, { ...stroke, 'stroke-width': (middle + half) * 2 }) +
    use(path, { ...stroke, ...sea, 'stroke-width': (middle - half) * 2 })
  );
}

function drawLine(scene: Scene, layer: LayerSpecification, opacity: number): string {
  const read = createReader(layer, scene.globals);
  const stroke = strokeOf(scene, read);
  const shine = Number(stroke['stroke-opacity']) * opacity;
  const data = shine > 0 ? layerPath(scene, layer) : '';
  if (!data) return '';
  const path = scene.sheet.path(data);
  if (read<number>('line-offset') !== 0) return drawBeside(scene, path, read);
  return use(path, { ...stroke, 'stroke-opacity': shine });
}

function drawFill(scene: Scene, layer: LayerSpecification, opacity: number): string {
  const read = createReader(layer, scene.globals);
  const data = layerPath(scene, layer);
  if (!data) return '';
  const outline = read<unknown>('fill-outline-color');
  return use(scene.sheet.path(data), {
    fill: scene.sheet.color(read('fill-color')),
    'fill-opacity': read<number>('fill-opacity') * opacity,
    stroke: outline ? scene.sheet.color(outline) : undefined,
  });
}

function drawCircles(scene: Scene, layer: LayerSpecification, opacity: number): string {
  const { globals, sheet } = scene;
  if (!('source' in layer) || typeof layer.source !== 'string') return '';
  const read = createReader(layer, globals);
  const accepts = createFilter(layer, globals);
  const circles = scene.features(layer.source).map((each) => {
    const feature = scene.styled(each);
    if (!accepts(feature)) return '';
    const at = each.geometry.type === 'Point' && scene.place(each.geometry.coordinates);
    const radius = read<number>('circle-radius', feature);
    const width = read<number>('circle-stroke-width', feature);
    const shine = read<number>('circle-opacity', feature) * opacity;
    if (!at || radius + width === 0 || shine === 0 || !isInside(scene, at)) return '';
    const look = {
      cx: at[0],
      cy: at[1],
      r: radius + width / 2,
      fill: sheet.color(read('circle-color', feature)),
      stroke: sheet.color(read('circle-stroke-color', feature)),
      'stroke-width': width,
      opacity: shine,
    };
    return `<circle${attributes(look)}/>`;
  });
  return circles.join('');
}

/** Whether a point lies in the picture, or so near that what is drawn there may be seen. */
function isInside({ screen: { size } }: Scene, [x, y]: Point): boolean {
  const margin = 12;
  return x > -margin && y > -margin && x < size.width + margin && y < size.height + margin;
}

/** One layer of the style as SVG, times `opacity`; names and relief are drawn elsewhere. */
export function drawLayer(scene: Scene, layer: LayerSpecification, opacity = 1): string {
  if (opacity === 0 || !isInZoom(layer, scene.zoom)) return '';
  if (layer.type === 'line') return drawLine(scene, layer, opacity);
  if (layer.type === 'fill') return drawFill(scene, layer, opacity);
  return layer.type === 'circle' ? drawCircles(scene, layer, opacity) : '';
}
