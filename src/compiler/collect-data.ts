import type { Feature, FeatureCollection } from 'geojson';
import { readRouteMarks } from '../core/route-days.ts';
import { type Catalog, datasetOf } from './catalog.ts';
import type { LayerEntry } from './schema.ts';

/** What a dataset says of a feature for those who check it: nothing is drawn by it. */
const UNDRAWN: ReadonlySet<string> = new Set(['source', 'grade', 'note', 'doubt', 'waypoints']);

function drawn(feature: Feature): Feature {
  const kept = Object.entries(feature.properties ?? {}).filter(([key]) => !UNDRAWN.has(key));
  const properties = Object.fromEntries(kept);
  // The dates of a route, as the timeline reckons.
  if (properties.days) properties.days = readRouteMarks(properties.days);
  return { ...feature, properties };
}

/**
 * The geography that layers draw: per dataset all features, or those that some layer names, without
 * the properties that say where they are from. Those stay in the dataset.
 */
export function collectData(
  layers: LayerEntry[],
  catalog: Catalog,
): Record<string, FeatureCollection> {
  const wanted = new Map<string, Set<string> | 'all'>();
  for (const { from, only, within } of layers) {
    want(wanted, from, only);
    if (within) want(wanted, within, undefined);
  }
  const data: Record<string, FeatureCollection> = {};
  for (const [name, ids] of wanted) {
    const dataset = datasetOf(catalog, name);
    if (!dataset) continue;
    const features = dataset.features.filter(
      (feature) => ids === 'all' || ids.has(`${feature.id}`),
    );
    data[name] = { type: 'FeatureCollection', features: features.map(drawn) };
  }
  return data;
}

function want(
  wanted: Map<string, Set<string> | 'all'>,
  name: string,
  only: string[] | undefined,
): void {
  const before = wanted.get(name);
  if (!only || before === 'all') wanted.set(name, 'all');
  else wanted.set(name, new Set([...(before ?? []), ...only]));
}
