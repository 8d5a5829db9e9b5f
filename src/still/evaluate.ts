import {
  type Feature,
  featureFilter,
  type ICanonicalTileID,
  type LayerSpecification,
  latest,
  normalizePropertyExpression,
  type StylePropertyExpression,
  type StylePropertySpecification,
} from '@maplibre/maplibre-gl-style-spec';
import { mixed } from './mix-values.ts';

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
  /** MapLibre's number of the feature; it has none for names. */
  id?: number;
  /** Lines, rings or points, in units of {@link WORLD_TILE}: what `within` and `distance` ask for. */
  geometry?: { x: number; y: number }[][];
  /** MapLibre's feature state, such as the opacity of a place. */
  state?: Record<string, unknown>;
}

/** Reads one property of a style layer for a feature: evaluated, or the specification's default. */
export type Read = <T>(name: string, feature?: StyleFeature) => T;

/** The tile that holds the world, as expressions name it, and its side in the units of a geometry. */
export const WORLD_TILE = { id: { z: 0, x: 0, y: 0 }, extent: 8192 } as const;

const CANONICAL = WORLD_TILE.id as unknown as ICanonicalTileID;

const nothing: StyleFeature = { type: 1, properties: {} };

const asFeature = ({ state: _, ...feature }: StyleFeature): Feature => feature as Feature;

type Spec = StylePropertySpecification & { default?: unknown };

/** A property of a layer, ready to be evaluated. */
interface Property {
  expression: StylePropertyExpression;
  isLayout: boolean;
}

/**
 * The zoom of the tiles that MapLibre shows at a zoom. Filters and layout are evaluated for tiles, and so
 * are values that vary by feature and zoom: at both ends of the tile's zoom, and mixed.
 */
export function tileZoom(zoom: number): number {
  return Math.max(0, Math.floor(zoom));
}

function propertyOf(
  layer: LayerSpecification,
  name: string,
  globalState: Record<string, unknown>,
): Property | undefined {
  const isLayout = name in (latest[`layout_${layer.type}`] as object);
  const specs = latest[`${isLayout ? 'layout' : 'paint'}_${layer.type}`] as Record<string, Spec>;
  const given = { ...('layout' in layer && layer.layout), ...('paint' in layer && layer.paint) };
  const spec = specs[name];
  const value = (given as Record<string, unknown>)[name] ?? spec?.default;
  if (!spec || value === undefined) return undefined;
  const expression = normalizePropertyExpression(value as never, name, spec, globalState);
  return { expression, isLayout };
}

/** A reader of a layer's paint and layout properties, as MapLibre evaluates them. */
export function createReader(layer: LayerSpecification, globals: Globals): Read {
  const { globalState = {}, zoom } = globals;
  const known = new Map<string, Property | undefined>();
  const find = (name: string): Property | undefined => {
    if (!known.has(name)) known.set(name, propertyOf(layer, name, globalState));
    return known.get(name);
  };
  return <T>(name: string, feature = nothing): T => {
    const property = find(name);
    if (!property) return undefined as T;
    const { expression, isLayout } = property;
    const at = (zoom: number): unknown =>
      expression.evaluate(
        { ...globals, zoom },
        asFeature(feature),
        feature.state ?? {},
        feature.geometry && CANONICAL,
      );
    const low = tileZoom(zoom);
    const isSize = name === 'text-size';
    if (expression.kind === 'composite' && (!isLayout || isSize)) {
      const part = expression.interpolationFactor(zoom, low, low + 1);
      return mixed(at(low), at(low + 1), Math.max(0, Math.min(1, part))) as T;
    }
    if (isSize) return Math.min(at(zoom) as number, at(low + 1) as number) as T;
    return at(isLayout ? low : zoom) as T;
  };
}

/** True where a property of a layer is not the same for all features. */
export function variesByFeature(layer: LayerSpecification, names: readonly string[]): boolean {
  return names.some((name) => {
    const kind = propertyOf(layer, name, {})?.expression.kind;
    return kind === 'source' || kind === 'composite';
  });
}

/** A test that says of a feature whether a layer's filter lets it through, at the zoom of `globals`. */
export function createFilter(
  layer: LayerSpecification,
  globals: Globals,
): (feature: StyleFeature) => boolean {
  const given = 'filter' in layer ? layer.filter : undefined;
  const { filter } = featureFilter(given as never, `${layer.id}.filter`, globals.globalState ?? {});
  const forTile = { ...globals, zoom: tileZoom(globals.zoom) };
  return (feature) => filter(forTile, asFeature(feature), feature.geometry && CANONICAL);
}

/** True where a layer is drawn at a zoom: MapLibre takes a limit of 0 for none. */
export function isInZoom(
  { minzoom, maxzoom, ...layer }: LayerSpecification,
  zoom: number,
): boolean {
  const { visibility } = ('layout' in layer && layer.layout) || {};
  if (visibility === 'none') return false;
  return !(minzoom && zoom < minzoom) && !(maxzoom && zoom >= maxzoom);
}
