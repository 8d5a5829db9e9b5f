import type { CircleLayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { Geometry, Position } from 'geojson';
import { project } from '../core/camera.ts';
import { joined, type MaybeMarkup, markup } from '../core/markup.ts';

import type { LngLat } from '../core/story.ts';
import { createFilter, createReader, type Read, type StyleFeature } from './evaluate.ts';
import type { Scene } from './scene.ts';
import type { Point } from './screen.ts';
import { attributes } from './sheet.ts';
import { type CircleLook, softDiscs } from './soft-disc.ts';
import { translated } from './translate.ts';

function readLook(
  { sheet }: Scene,
  read: Read,
  { feature, opacity }: { feature: StyleFeature; opacity: number },
): CircleLook {
  const ask = <T>(name: string): T => read<T>(name, feature);
  const fill = sheet.ink(ask('circle-color'));
  const stroke = sheet.ink(ask('circle-stroke-color'));
  return {
    radius: Math.max(0, ask<number>('circle-radius')),
    fill: fill.color,
    opacity: ask<number>('circle-opacity') * fill.alpha * opacity,
    ring: Math.max(0, ask<number>('circle-stroke-width')),
    stroke: stroke.color,
    ringOpacity: ask<number>('circle-stroke-opacity') * stroke.alpha * opacity,
    blur: ask('circle-blur'),
  };
}

/** All corners of a geometry, where MapLibre draws circles. */
function cornersOf(geometry: Geometry): Position[] {
  switch (geometry.type) {
    case 'Point':
      return [geometry.coordinates];
    case 'MultiPoint':
    case 'LineString':
      return geometry.coordinates;
    case 'MultiLineString':
    case 'Polygon':
      return geometry.coordinates.flat();
    case 'MultiPolygon':
      return geometry.coordinates.flat(2);
    case 'GeometryCollection':
      return geometry.geometries.flatMap(cornersOf);
  }
}

/** A circle at a point, whose lengths are multiplied by `scale`. */
function drawCircle(
  scene: Scene,
  [cx, cy]: Point,
  { look, scale }: { look: CircleLook; scale: number },
): MaybeMarkup {
  const { radius, fill, opacity, ring, stroke, ringOpacity, blur } = look;
  const outer = (radius + ring) * scale;
  if (blur > 0) {
    const discs = softDiscs(scene.sheet, look);
    return joined(discs.map((fill) => markup`<circle${attributes({ cx, cy, r: outer, fill })}/>`));
  }
  const middle = { cx, cy, r: (radius + ring / 2) * scale };
  const width = { stroke, 'stroke-width': ring * scale };
  if (opacity === ringOpacity && (ring === 0 || opacity === 1))
    return markup`<circle${attributes({ ...middle, fill, ...(ring > 0 && width), opacity })}/>`;
  const disc = { cx, cy, r: radius * scale, fill, 'fill-opacity': opacity };
  const edge = { ...middle, fill: 'none', ...width, 'stroke-opacity': ringOpacity };
  return joined([
    opacity > 0 ? markup`<circle${attributes(disc)}/>` : '',
    ring > 0 ? markup`<circle${attributes(edge)}/>` : '',
  ]);
}

/** True where a circle of a radius round a point can be seen in the picture. */
function isInside({ screen: { size } }: Scene, [x, y]: Point, radius: number): boolean {
  return x > -radius && y > -radius && x < size.width + radius && y < size.height + radius;
}

/** A circle layer as SVG, each feature as the style has it, times `opacity`. */
export function drawCircles(
  scene: Scene,
  layer: CircleLayerSpecification,
  opacity: number,
): MaybeMarkup {
  const { globals, screen } = scene;
  const read = createReader(layer, globals);
  const accepts = createFilter(layer, globals);
  const isGround = read<string>('circle-pitch-scale') === 'map';
  const room = Math.hypot(...(read<number[]>('circle-translate') ?? []));
  const circles = scene.features(layer.source).flatMap((each) => {
    const feature = scene.styled(each);
    if (!accepts(feature)) return [];
    const look = readLook(scene, read, { feature, opacity });
    const size = look.radius + look.ring;
    if (size === 0 || (look.opacity === 0 && look.ringOpacity === 0)) return [];
    const drawn = cornersOf(each.geometry).map((position): MaybeMarkup => {
      const at = scene.place(position);
      const [x, y] = project(position as LngLat);
      const scale = isGround ? screen.scaleAt(screen.near(x), y) : 1;
      if (!at || !isInside(scene, at, size * scale + room)) return '';
      return drawCircle(scene, at, { look, scale });
    });
    return [{ order: read<number | undefined>('circle-sort-key', feature) ?? 0, drawn }];
  });
  const sorted = circles.sort((a, b) => a.order - b.order).flatMap(({ drawn }) => drawn);
  return translated(scene, read, { name: 'circle', drawn: joined(sorted) });
}
