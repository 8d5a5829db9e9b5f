import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Pair,
  parseDocument,
  type YAMLMap,
} from 'yaml';
import type { IssueLog } from './issue-log.ts';
import { reportComments } from './yaml-comments.ts';
import { isTooDeep, reportYamlErrors, type YamlText } from './yaml-errors.ts';

/** The way to a value in YAML: keys and, in lists, indices. */
export type KeyPath = readonly PropertyKey[];

/** A piece of YAML that was read. */
export interface YamlBlock {
  /** The top-level keys and their plain values. */
  value: Record<string, unknown>;
  /** Whether the author wrote something at `path`. */
  has(path: KeyPath): boolean;
  /** Offset in the file of the value at `path`, or of the nearest thing around it. */
  valueAt(path: KeyPath): number;
  /** Offset in the file of the key that ends `path`, or of the nearest thing around it. */
  keyAt(path: KeyPath): number;
  /** The value at `path` as the author wrote it without quotation marks; `undefined` where it is no such value. */
  plainAt(path: KeyPath): string | undefined;
  /** Offset in the file of the character `shift` into the text at `path`, past its quotation mark. */
  textAt(path: KeyPath, shift: number): number;
}

/** What stands in for keys where a block holds something else. */
export interface YamlExpectation {
  /** Begins a sentence: "The front matter". */
  where: string;
  /** One good line. */
  example: string;
}

/** Reads YAML; every mistake in its form is reported, and then there is no block. */
export function readYaml(
  yaml: YamlText,
  expected: YamlExpectation,
  log: IssueLog,
): YamlBlock | undefined {
  const document = parse(yaml, log);
  if (!document) return undefined;
  reportComments(yaml, log);
  const sound = reportYamlErrors(document, yaml, log);
  const { contents } = document;
  const empty = contents === null || (isScalar(contents) && contents.value === null);
  if (!empty && !isMap(contents)) {
    if (sound) log.report('not-keys', yaml.toFile(contents.range?.[0] ?? 0), { ...expected });
    return undefined;
  }
  if (!sound) return undefined;
  return createBlock(document, yaml, empty ? {} : document.toJS());
}

function parse(yaml: YamlText, log: IssueLog): Document.Parsed | undefined {
  try {
    const document = parseDocument(yaml.text, {
      prettyErrors: false,
      keepSourceTokens: true,
      stringKeys: true,
      // Each key would be compared with all before it.
      uniqueKeys: false,
    });
    const isExhausted = document.errors.some(({ code }) => code === 'RESOURCE_EXHAUSTION');
    if (!isExhausted && !isTooDeep(document)) return document;
  } catch {
    // The parser recurses: brackets nested by the thousand exhaust the stack.
  }
  const problem = 'This is nested too deeply to be read.';
  log.report('yaml-syntax', yaml.toFile(0), { problem, remedy: 'Use fewer brackets.' });
  return undefined;
}

function createBlock(
  document: Document.Parsed,
  yaml: YamlText,
  value: Record<string, unknown>,
): YamlBlock {
  const pairs: Pairs = new WeakMap();
  const find = (path: KeyPath) => findAlong(document, path, pairs);
  return {
    value,
    has: (path) => find(path).length === path.length,
    valueAt(path) {
      const found = find(path).at(-1);
      return yaml.toFile(found ? (found.value ?? found.key) : firstOf(document));
    },
    keyAt(path) {
      const found = find(path).at(-1);
      return yaml.toFile(found ? found.key : firstOf(document));
    },
    plainAt(path) {
      const found = find(path);
      const node = found.length === path.length ? found.at(-1)?.node : undefined;
      return isScalar(node) && node.type === 'PLAIN' ? node.source : undefined;
    },
    textAt(path, shift) {
      const at = find(path).at(-1)?.value ?? firstOf(document);
      const quote = /["']/.test(yaml.text[at] ?? '') ? 1 : 0;
      return yaml.toFile(at + quote + shift);
    },
  };
}

interface Found {
  /** Offset of the key, or in a list of the item. */
  key: number;
  /** Offset of the value; absent where the author wrote none. */
  value: number | undefined;
  node: unknown;
}

/** The places of each part of a path, as far as the author wrote it. */
function findAlong(document: Document.Parsed, path: KeyPath, pairs: Pairs): Found[] {
  const found: Found[] = [];
  let node: unknown = document.contents;
  for (const part of path) {
    const next = child(node, part, pairs);
    if (!next) break;
    found.push(next);
    node = next.node;
  }
  return found;
}

/** The pairs of each map that was looked into, by key. */
type Pairs = WeakMap<YAMLMap, Map<string, Pair>>;

function pairOf(map: YAMLMap, key: string, pairs: Pairs): Pair | undefined {
  const known =
    pairs.get(map) ?? new Map(map.items.map((pair) => [String(scalarOf(pair.key)), pair]));
  pairs.set(map, known);
  return known.get(key);
}

const scalarOf = (node: unknown): unknown => (isScalar(node) ? node.value : undefined);

function child(node: unknown, part: PropertyKey, pairs: Pairs): Found | undefined {
  if (isSeq(node)) {
    const item = node.items[Number(part)];
    const at = startOf(item);
    return at === undefined ? undefined : { key: at, value: at, node: item };
  }
  if (!isMap(node)) return undefined;
  const pair = pairOf(node, String(part), pairs);
  if (!pair) return undefined;
  const key = startOf(pair.key) ?? 0;
  const missing = isScalar(pair.value) && pair.value.value === null && !pair.value.source;
  return { key, value: missing ? undefined : startOf(pair.value), node: pair.value };
}

function startOf(node: unknown): number | undefined {
  return isScalar(node) || isMap(node) || isSeq(node) || isAlias(node)
    ? node.range?.[0]
    : undefined;
}

function firstOf(document: Document.Parsed): number {
  return startOf(document.contents) ?? 0;
}
