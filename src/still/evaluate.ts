import {
  type Feature,
  featureFilter,
  type LayerSpecification,
  latest,
  normalizePropertyExpression,
  type StylePropertySpecification,
} from '@maplibre/maplibre-gl-style-spec';

/** What a style's expressions may ask for beside the feature. */
export interface Globals {
  zoom: number;
  /** MapLibre's global state: how names are written. */
  globalState?: Record<string, unknown>;
  /** Metres, in the colours of the relief. */
  elevation?: number;
}

/** A feature as expressions see it. */
export interface StyleFeature {
  type: 1 | 2 | 3;
  properties: Record<string, unknown>;
  /** MapLibre's feature state, such as the opacity of a place. */
  state?: Record<string, unknown>;
}

/** Reads one property of a style layer for a feature: evaluated, or the specification's default. */
export type Read = <T>(name: string, feature?: StyleFeature) => T;

const nothing: StyleFeature = { type: 1, properties: {} };

const asFeature = ({ type, properties }: StyleFeature): Feature =>
  ({ type, properties }) as Feature;

/** A reader of a layer's paint and layout properties, as MapLibre evaluates them. */
export function createReader(layer: LayerSpecification, globals: Globals): Read {
  const given: Record<string, unknown> = {
    ...('layout' in layer && layer.layout),
    ...('paint' in layer && layer.paint),
  };
  const specs = {
    ...(latest[`layout_${layer.type}`] as object),
    ...(latest[`paint_${layer.type}`] as object),
  } as Record<string, StylePropertySpecification & { default?: unknown }>;
  const { globalState = {} } = globals;
  return <T>(name: string, feature = nothing): T => {
    const spec = specs[name];
    const value = given[name] ?? spec?.default;
    if (!spec || value === undefined) return value as T;
    const expression = normalizePropertyExpression(value as never, name, spec, globalState);
    return expression.evaluate({ ...globals }, asFeature(feature), feature.state ?? {}) as T;
  };
}

/** Whether a layer's filter lets a feature through, at the zoom of `globals`. */
export function createFilter(
  layer: LayerSpecification,
  globals: Globals,
): (feature: StyleFeature) => boolean {
  const given = 'filter' in layer ? layer.filter : undefined;
  const { filter } = featureFilter(given as never, `${layer.id}.filter`, globals.globalState ?? {});
  return (feature) => filter({ ...globals }, asFeature(feature));
}

/** Whether a layer is drawn at a zoom. */
export function isInZoom({ minzoom = 0, maxzoom = 25 }: LayerSpecification, zoom: number): boolean {
  return zoom >= minzoom && zoom < maxzoom;
}
