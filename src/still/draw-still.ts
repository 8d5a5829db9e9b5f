import type { LayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { Frame, FrameLayer } from '../core/frame.ts';
import { joined, type Markup, type MaybeMarkup, markup } from '../core/markup.ts';
import { palette } from '../core/palette.ts';
import type { Story } from '../core/story.ts';
import { cardSides, type Viewport } from '../core/viewport.ts';
import { toXml } from '../core/xml.ts';
import { composeStyle } from '../style/compose-style.ts';
import { onlyFeatures } from '../style/fixed-layers.ts';
import { drawArea } from './draw-area.ts';
import { drawFront } from './draw-front.ts';
import { drawFurniture } from './draw-furniture.ts';
import { drawLayer } from './draw-ground.ts';
import { drawNames } from './draw-names.ts';
import { drawRoute } from './draw-route.ts';
import { createReader } from './evaluate.ts';
import { layerPath } from './layer-path.ts';
import { placeNames } from './place-names.ts';
import { readNames } from './read-names.ts';
import { createScene, type Scene } from './scene.ts';
import { attributes } from './sheet.ts';
import type { StillAtlas } from './still-atlas.ts';
import { pathData } from './svg-path.ts';

/** What a still is drawn from, and how. */
export interface StillOptions {
  story: Story;
  atlas: StillAtlas;
  /** Address of the shaded relief of the same frame, as large as the picture; none by default. */
  relief?: string | undefined;
  /** Colours as plain values instead of CSS variables of the palette. Default false. */
  plain?: boolean;
  /** What ids begin with; must differ between stills that stand in one page. Default empty. */
  prefix?: string;
  /** The picture in one sentence; empty by default. */
  title?: string;
  /** Whom to thank, in small type with date, legend and scale; without it those are left out too. */
  credit?: string;
}

/** The layers of a story that change with the frame. */
function drawMoving(scene: Scene, part: FrameLayer): MaybeMarkup {
  const layer = scene.story.layers.find(({ id }) => id === part.id);
  if (!layer) return '';
  if (part.kind === 'dated-area') return drawArea(scene, part, layer);
  if (part.kind === 'dated-line') return drawFront(scene, part, layer);
  return part.kind === 'route' ? drawRoute(scene, part, layer) : '';
}

/** The relief's picture, cut to the land. */
function drawRelief(scene: Scene, relief: string | undefined): MaybeMarkup {
  const land = scene.style.layers.find(({ id }) => id === 'atlas-land');
  if (!relief || !land) return '';
  const { sheet, screen } = scene;
  const path = sheet.path(layerPath(scene, land));
  const clip = sheet.define((id) => markup`<clipPath id="${id}"><use href="${path}"/></clipPath>`);
  const look = { ...screen.size, 'clip-path': `url(#${clip})`, preserveAspectRatio: 'none' };
  return markup`<image href="${relief}"${attributes(look)}/>`;
}

/** Lines beside the atlas's coasts cover what is under them: they come first, the farthest before. */
function paintingOrder(scene: Scene): LayerSpecification[] {
  const offset = (layer: LayerSpecification): number =>
    layer.type === 'line' && 'source-layer' in layer
      ? Math.abs(createReader(layer, scene.globals)<number>('line-offset'))
      : 0;
  const { layers } = scene.style;
  const beside = layers.filter((layer) => offset(layer) > 0);
  const others = layers.filter((layer) => offset(layer) === 0);
  return [...beside.sort((a, b) => offset(b) - offset(a)), ...others];
}

/** The opacity that the frame gives to a layer of the style: 1 to those of the atlas. */
function opacityIn({ frame, story }: Scene, layer: LayerSpecification): number {
  const source = 'source' in layer ? String(layer.source) : '';
  const id = source.replace(/^story-/, '');
  if (!story.layers.some((each) => each.id === id)) return 1;
  return frame.layers.find((part) => part.id === id)?.opacity ?? 0;
}

/** A layer of the style with those of its features that are there on the frame's day. */
function onDay(frame: Frame, layer: LayerSpecification): LayerSpecification {
  const source = 'source' in layer ? String(layer.source) : '';
  const part = frame.layers.find(({ id }) => `story-${id}` === source);
  if (!part || !('only' in part)) return layer;
  return { ...layer, filter: onlyFeatures(layer, part.only ?? []) } as LayerSpecification;
}

/** All of the map but its names: the style's layers in their order, and the story's own between them. */
function drawMap(scene: Scene, before: ReadonlyMap<string, string>, relief?: string): MaybeMarkup {
  const parts = new Map(scene.frame.layers.map((part) => [part.id, part]));
  const moving = (above: string): MaybeMarkup[] =>
    [...before]
      .filter(([, next]) => next === above)
      .map(([id]) => parts.get(id))
      .map((part) => (part ? drawMoving(scene, part) : ''));
  const drawn = paintingOrder(scene).flatMap((layer) => {
    const own =
      layer.type === 'color-relief'
        ? drawRelief(scene, relief)
        : drawLayer(scene, layer, opacityIn(scene, layer));
    const name = layer.id.replace(/^atlas-|^story-/, '');
    return [...moving(layer.id), own && markup`<g class="${name}">${own}</g>`];
  });
  return joined(drawn);
}

/** The sea, and what is cut to the globe's edge where there is one. */
function onSea({ screen, sheet }: Scene, map: MaybeMarkup): Markup {
  const { width, height } = screen.size;
  const sea = sheet.color(palette.sea);
  if (screen.limb.length === 0) {
    return markup`<path d="M0 0h${width}v${height}h${-width}z" fill="${sea}"/>${map}`;
  }
  const edge = sheet.path(pathData(screen.limb, true));
  const clip = sheet.define((id) => markup`<clipPath id="${id}"><use href="${edge}"/></clipPath>`);
  return markup`<use href="${edge}" fill="${sea}"/><g clip-path="url(#${clip})">${map}</g>`;
}

/**
 * A frame as an SVG picture of the stage's size, drawn with the style that the live map has: the same
 * camera, geography and colours. Pure: the same frame gives the same text. With `#map` behind its
 * address it is shown without date, legend, scale and credit.
 */
export function drawStill(frame: Frame, viewport: Viewport, options: StillOptions): string {
  const { story, atlas, relief, plain = false, prefix = '', title = '', credit } = options;
  const { style: whole, before } = composeStyle(story, atlas.style);
  const style = { ...whole, layers: whole.layers.map((layer) => onDay(frame, layer)) };
  const scene = createScene(frame, viewport, { story, atlas, style, plain, prefix });
  const { sheet, screen } = scene;
  const kit = { glyphs: atlas.glyphs, sheet };
  const map = onSea(scene, drawMap(scene, before, relief));
  const furniture = credit
    ? drawFurniture({ story, frame, viewport, credit }, kit)
    : { svg: '' as const, boxes: cardSides(viewport) };
  const names = placeNames(
    readNames(scene, (layer) => opacityIn(scene, layer)),
    { size: screen.size, obstacles: furniture.boxes, glyphs: atlas.glyphs },
  );
  const bare = furniture.svg && markup`<style>#map:target~.furniture{display:none}</style>`;
  const drawn = markup`${bare}<g id="${prefix}map">${map}<g class="names">${drawNames(names, kit)}</g></g>${furniture.svg}`;
  const { width, height } = screen.size;
  const paper = markup`<path d="M0 0h${width}v${height}h${-width}z" fill="${sheet.color(palette.paper)}"/>`;
  const name = title && markup` role="img" aria-label="${title}"`;
  return toXml(
    markup`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"${name}><defs>${sheet.defs()}</defs>${paper}${drawn}</svg>`,
  );
}
