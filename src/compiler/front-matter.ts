import type { OpenCatalog } from './catalog.ts';
import { checkLayers } from './check-layers.ts';
import type { IssueLog } from './issue-log.ts';
import { type FrontMatter, frontMatterSchema } from './schema.ts';
import type { Source } from './source.ts';
import type { Lines } from './split-story.ts';
import { suggestion } from './suggest.ts';
import { validate } from './validate.ts';
import { readYaml, type YamlBlock } from './yaml-block.ts';

/** Front matter that was read: the YAML, and what is sound of it. */
export interface FrontMatterDraft {
  yaml: YamlBlock;
  keys: Partial<FrontMatter>;
}

/** Reads front matter and reports what is wrong with it; `undefined` where it cannot be read. */
export function readFrontMatter(
  lines: Lines | undefined,
  source: Source,
  { catalog, log }: { catalog: OpenCatalog; log: IssueLog },
): FrontMatterDraft | undefined {
  if (!lines) return undefined;
  const start = source.lineStart(lines.start);
  const text = `${source.lines.slice(lines.start, lines.end).join('\n')}\n`;
  const expected = { where: 'The front matter', example: 'title: My story' };
  const yaml = readYaml({ text, toFile: (offset) => start + offset }, expected, log);
  if (!yaml) return undefined;
  const keys = validate(yaml, { schema: frontMatterSchema, where: expected.where, log });
  if (keys.basemap && !catalog.basemaps.includes(keys.basemap)) {
    const name = keys.basemap;
    const hint = suggestion(name, catalog.basemaps, 'basemaps');
    log.report('unknown-basemap', yaml.valueAt(['basemap']), { name, suggestion: hint });
  }
  checkLayers(keys.layers ?? {}, yaml, { catalog, log });
  return { yaml, keys };
}

/** The names of all layers that an author wrote, sound or not. */
export function layerIdsOf({ yaml }: FrontMatterDraft): Set<string> | undefined {
  const layers = yaml.value.layers;
  if (layers === undefined) return new Set();
  if (typeof layers !== 'object' || layers === null) return undefined;
  return new Set(Object.keys(layers));
}
