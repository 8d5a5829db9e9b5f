import type { Feature, FeatureCollection } from 'geojson';
import { readRouteMarks } from '../core/route-days.ts';
import { datasetOf, type OpenCatalog } from './catalog.ts';
import type { LayerEntry } from './schema.ts';
import { unwrapLines } from './unwrap-lines.ts';

/** What a dataset says of a feature for those who check it: nothing is drawn by it. */
const UNDRAWN: ReadonlySet<string> = new Set(['source', 'grade', 'note', 'doubt', 'waypoints']);

function drawn(feature: Feature): Feature {
  const kept = Object.entries(feature.properties ?? {}).filter(([key]) => !UNDRAWN.has(key));
  const properties = Object.fromEntries(kept);
  // The dates of a route, as the timeline reckons.
  if (properties.days) properties.days = readRouteMarks(properties.days);
  return unwrapLines({ ...feature, properties });
}

/**
 * The geography that layers draw: per dataset all features, or those that some layer names, without
 * the properties that say where they are from. Those stay in the dataset.
 */
export function collectData(
  layers: LayerEntry[],
  catalog: OpenCatalog,
): Record<string, FeatureCollection> {
  const wanted = new Map<string, Set<string> | 'all'>();
  for (const { from, only, within } of layers) {
    want(wanted, from, only);
    if (within) want(wanted, within, undefined);
  }
  const entries = [...wanted].map(([name, ids]): [string, FeatureCollection] => {
    const { features = [] } = datasetOf(catalog, name) ?? {};
    const chosen = features.filter((feature) => ids === 'all' || ids.has(`${feature.id}`));
    return [name, { type: 'FeatureCollection', features: chosen.map(drawn) }];
  });
  return Object.fromEntries(entries);
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
