import type { Feature } from 'geojson';
import { parseDay } from '../core/calendar.ts';
import type { LayerKind } from '../core/story.ts';
import { type Catalog, datasetOf } from './catalog.ts';
import { checkStyle } from './check-style.ts';
import type { IssueLog } from './issue-log.ts';
import type { FrontMatter, LayerEntry } from './schema.ts';
import { suggestion } from './suggest.ts';
import { isWhole } from './validate.ts';
import type { KeyPath, YamlBlock } from './yaml-block.ts';

const LINES = ['LineString'];
const AREAS = ['Polygon', 'MultiPolygon'];
/** A dated dataset: the lines, and as polygons the enclaves behind them. */
const DATED = [...LINES, 'Polygon'];
const GEOMETRIES: Record<LayerKind, readonly string[] | undefined> = {
  'dated-line': DATED,
  'dated-area': DATED,
  route: LINES,
  points: ['Point'],
  label: ['Point'],
  area: AREAS,
  style: undefined,
};

/** The kinds of layers that each of these keys is for. */
const KEY_KINDS = {
  sides: ['dated-line', 'dated-area'],
  within: ['dated-line', 'dated-area'],
  style: ['style'],
} as const satisfies Partial<Record<keyof LayerEntry, readonly LayerKind[]>>;

const NEEDED = [
  { kind: 'dated-area', key: 'within', example: 'within: korea/land' },
  { kind: 'style', key: 'style', example: 'style: { type: line }' },
] as const;

interface Context {
  id: string;
  yaml: YamlBlock;
  catalog: Catalog;
  log: IssueLog;
}

/** Reports what is wrong with the layers of the front matter, as far as their form is sound. */
export function checkLayers(
  layers: FrontMatter['layers'],
  yaml: YamlBlock,
  { catalog, log }: { catalog: Catalog; log: IssueLog },
): void {
  for (const [id, layer] of Object.entries(layers)) {
    const context: Context = { id, yaml, catalog, log };
    checkKeys(layer, context);
    const from = features(layer.from, 'from', context);
    const chosen = from && checkOnly(layer, from, context);
    if (chosen) checkFeatures(layer, chosen, context);
    const within = layer.within ? features(layer.within, 'within', context) : undefined;
    if (within && layer.within) checkGeometry(layer, within, { ...context, within: layer.within });
    checkAddresses(layer.style, ['layers', id, 'style'], context);
    if (layer.style) checkStyle(layer.style, ['layers', id, 'style'], context);
  }
}

function checkKeys(layer: LayerEntry, { id, yaml, log }: Context): void {
  for (const { kind, key, example } of NEEDED) {
    const whole = isWhole(written(yaml, id), layer);
    if (layer.as !== kind || layer[key] !== undefined || !whole) continue;
    log.report('layer-needs-key', yaml.valueAt(['layers', id, 'as']), { kind, key, example });
  }
  for (const [key, kinds] of Object.entries(KEY_KINDS)) {
    if (layer[key as keyof typeof KEY_KINDS] === undefined) continue;
    if ((kinds as readonly LayerKind[]).includes(layer.as)) continue;
    const listed = kinds.map((kind) => `\`${kind}\``).join(', ');
    const at = yaml.keyAt(['layers', id, key]);
    log.report('layer-ignores-key', at, { kind: layer.as, key, kinds: listed });
  }
}

/** A layer as the author wrote it. */
function written(yaml: YamlBlock, id: string): unknown {
  return (yaml.value.layers as Record<string, unknown>)[id];
}

function features(name: string, key: string, context: Context): Feature[] | undefined {
  const { id, yaml, catalog, log } = context;
  const dataset = datasetOf(catalog, name);
  if (dataset) return dataset.features;
  const hint = () => suggestion(name, Object.keys(catalog.datasets), 'datasets');
  const at = () => yaml.valueAt(['layers', id, key]);
  log.report('unknown-dataset', at, { name, suggestion: hint });
  return undefined;
}

function checkOnly(layer: LayerEntry, all: Feature[], context: Context): Feature[] {
  const { id, yaml, log } = context;
  if (!layer.only) return all;
  const ids = new Set(all.flatMap((feature) => (feature.id === undefined ? [] : `${feature.id}`)));
  const only = new Set<string>();
  for (const [index, name] of layer.only.entries()) {
    const at = () => yaml.valueAt(['layers', id, 'only', index]);
    if (only.has(name)) log.report('repeated-name', at, { id: name, key: 'only' });
    only.add(name);
    if (ids.has(name)) continue;
    const hint = () => suggestion(name, ids, 'features');
    log.report('unknown-feature', at, { dataset: layer.from, id: name, suggestion: hint });
  }
  return all.filter((feature) => only.has(String(feature.id)));
}

function checkFeatures(layer: LayerEntry, chosen: Feature[], context: Context): void {
  if (!checkGeometry(layer, chosen, context)) return;
  if (layer.as !== 'dated-line' && layer.as !== 'dated-area') return;
  const undated = chosen.find(({ properties }) => parseDay(String(properties?.date)) === undefined);
  if (!undated) return;
  context.log.report('feature-without-date', context.yaml.valueAt(['layers', context.id, 'from']), {
    kind: layer.as,
    id: String(undated.id ?? 'without id'),
    dataset: layer.from,
  });
}

/** Whether all features can be drawn as the layer wants; the first that cannot is reported. */
function checkGeometry(
  layer: LayerEntry,
  chosen: Feature[],
  { id, yaml, log, within }: Context & { within?: string },
): boolean {
  const needed = within ? AREAS : GEOMETRIES[layer.as];
  const odd = needed && chosen.find(({ geometry }) => !needed.includes(geometry?.type));
  if (!odd) return true;
  log.report('wrong-geometry', yaml.valueAt(['layers', id, within ? 'within' : 'from']), {
    kind: layer.as,
    needed: `${needed.join(' or ')} features${within ? ' in `within`' : ''}`,
    id: String(odd.id ?? 'without id'),
    dataset: within ?? layer.from,
    geometry: odd.geometry?.type ?? 'feature without geometry',
  });
  return false;
}

const ADDRESS = /^\s*([a-z][a-z0-9+.-]*:\/\/|\/\/|data:|javascript:|blob:)|url\(/i;

function checkAddresses(value: unknown, path: KeyPath, context: Context): void {
  if (typeof value === 'string' && ADDRESS.test(value)) {
    context.log.report('remote-resource', () => context.yaml.valueAt(path), { address: value });
  }
  if (typeof value !== 'object' || value === null) return;
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  for (const [key, inner] of entries) checkAddresses(inner, [...path, key], context);
}
