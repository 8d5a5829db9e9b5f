import type { LayerKind } from '../core/story.ts';
import type { OpenCatalog } from './catalog.ts';
import { checkLayerData, type LayerContext } from './check-layer-data.ts';
import { checkStyle } from './check-style.ts';
import type { IssueLog } from './issue-log.ts';
import type { FrontMatter, LayerEntry } from './schema.ts';
import { isWhole } from './validate.ts';
import type { KeyPath, YamlBlock } from './yaml-block.ts';

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

/** Reports what is wrong with the layers of the front matter, as far as their form is sound. */
export function checkLayers(
  layers: FrontMatter['layers'],
  yaml: YamlBlock,
  { catalog, log }: { catalog: OpenCatalog; log: IssueLog },
): void {
  const told = new Set<string>();
  for (const [id, layer] of Object.entries(layers)) {
    const context: LayerContext = { id, yaml, catalog, log, told };
    checkKeys(layer, context);
    checkLayerData(layer, context);
    checkAddresses(layer.style, ['layers', id, 'style'], context);
    if (layer.style) checkStyle(layer.style, ['layers', id, 'style'], context);
  }
}

function checkKeys(layer: LayerEntry, { id, yaml, log }: LayerContext): void {
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

const ADDRESS = /^\s*([a-z][a-z0-9+.-]*:\/\/|\/\/|data:|javascript:|blob:)|url\(/i;

function checkAddresses(value: unknown, path: KeyPath, context: LayerContext): void {
  if (typeof value === 'string' && ADDRESS.test(value)) {
    context.log.report('remote-resource', () => context.yaml.valueAt(path), { address: value });
  }
  if (typeof value !== 'object' || value === null) return;
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  for (const [key, inner] of entries) checkAddresses(inner, [...path, key], context);
}
