import type { LayerKind } from '../core/story.ts';
import type { DataFeature } from '../data/dataset.ts';
import type { OpenCatalog } from './catalog.ts';
import { findDatedMistake } from './check-dated.ts';
import { findLabelMistake, findRouteMistake } from './check-features.ts';
import type { FeatureMistake } from './feature-mistake.ts';
import type { IssueLog } from './issue-log.ts';
import { reportFaults } from './report-faults.ts';
import type { LayerEntry } from './schema.ts';
import { suggestion } from './suggest.ts';
import type { YamlBlock } from './yaml-block.ts';

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

type FindMistake = (features: readonly DataFeature[]) => FeatureMistake | undefined;

/** What else the features of a layer must have. */
const RULES: Partial<Record<LayerKind, FindMistake>> = {
  'dated-line': findDatedMistake,
  'dated-area': findDatedMistake,
  route: findRouteMistake,
  label: findLabelMistake,
};

/** What a layer is checked against. */
export interface LayerContext {
  id: string;
  yaml: YamlBlock;
  catalog: OpenCatalog;
  log: IssueLog;
  /** The datasets whose faults have been told. */
  told: Set<string>;
}

/** Reads the data of a layer, and reports what is wrong with it and with what the layer wants of it. */
export function checkLayerData(layer: LayerEntry, context: LayerContext): void {
  const from = findFeatures(layer.from, 'from', context);
  const chosen = from && checkOnly(layer, from, context);
  if (chosen) checkFeatures(layer, chosen, context);
  const within = layer.within ? findFeatures(layer.within, 'within', context) : undefined;
  if (within && layer.within) checkGeometry(layer, within, { ...context, within: layer.within });
}

/** The features of a dataset; `undefined`, and reported, where there are none that can be used. */
function findFeatures(
  name: string,
  key: 'from' | 'within',
  { id, yaml, catalog, log, told }: LayerContext,
): readonly DataFeature[] | undefined {
  const at = yaml.valueAt(['layers', id, key]);
  const reading = catalog.dataset(name);
  if (!reading) {
    const hint = () => suggestion(name, catalog.datasetNames, 'datasets');
    log.report('unknown-dataset', at, { name, suggestion: hint });
    return undefined;
  }
  if (!told.has(name)) reportFaults(log, at, { file: name, ...reading });
  told.add(name);
  const features = reading.dataset?.features;
  if (features?.length === 0) log.report('empty-dataset', at, { dataset: name });
  return features?.length === 0 ? undefined : features;
}

function checkOnly(
  layer: LayerEntry,
  all: readonly DataFeature[],
  { id, yaml, log }: LayerContext,
): readonly DataFeature[] {
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

function checkFeatures(
  layer: LayerEntry,
  chosen: readonly DataFeature[],
  context: LayerContext,
): void {
  if (!checkGeometry(layer, chosen, context) || chosen.length === 0) return;
  const mistake = RULES[layer.as]?.(chosen);
  if (!mistake) return;
  const { feature, ...words } = mistake;
  const values = { kind: layer.as, dataset: layer.from, feature: nameOf(feature, chosen) };
  const at = context.yaml.valueAt(['layers', context.id, 'from']);
  context.log.report('wrong-feature-property', at, { ...values, ...words });
}

/** A feature by its id, or by its number in the dataset where it has none. */
function nameOf(feature: DataFeature, all: readonly DataFeature[]): string {
  const { id } = feature;
  return id === undefined ? `number ${all.indexOf(feature) + 1}` : `\`${String(id)}\``;
}

/** True where all features can be drawn as the layer wants; the first that cannot is reported. */
function checkGeometry(
  layer: LayerEntry,
  chosen: readonly DataFeature[],
  { id, yaml, log, within }: LayerContext & { within?: string },
): boolean {
  const needed = within ? AREAS : GEOMETRIES[layer.as];
  const odd = needed && chosen.find(({ geometry }) => !needed.includes(geometry.type));
  if (!odd) return true;
  log.report('wrong-geometry', yaml.valueAt(['layers', id, within ? 'within' : 'from']), {
    kind: layer.as,
    needed: `${needed.join(' or ')} features${within ? ' in `within`' : ''}`,
    feature: nameOf(odd, chosen),
    dataset: within ?? layer.from,
    geometry: odd.geometry.type,
  });
  return false;
}
