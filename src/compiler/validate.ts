import type { z } from 'zod';
import { flow } from './flow-yaml.ts';
import type { IssueLog } from './issue-log.ts';
import { nodeAt, removablePath, type SchemaNode, toSchemaNode } from './schema-node.ts';
import type { ValueMistake } from './schema-values.ts';
import { slug } from './slug.ts';
import { nearest, suggestion } from './suggest.ts';
import type { KeyPath, YamlBlock } from './yaml-block.ts';

/** What {@link validate} needs beside the YAML. */
export interface ValidateOptions<S extends z.ZodObject> {
  schema: S;
  /** Begins a sentence: "The front matter". */
  where: string;
  log: IssueLog;
}

interface Context {
  /** True where the block would be sound at `path` if `value` stood there. */
  accepts: (path: KeyPath, value: string) => boolean;
  block: YamlBlock;
  root: SchemaNode;
  where: string;
  log: IssueLog;
}

/**
 * Checks a block against a schema, reports every mistake, and gives what is good of it:
 * each mistake is left out with as little around it as the schema allows.
 */
export function validate<S extends z.ZodObject>(
  block: YamlBlock,
  options: ValidateOptions<S>,
): Partial<z.output<S>> {
  const { schema, where, log } = options;
  const first = schema.safeParse(block.value);
  if (first.success) return first.data;
  const root = toSchemaNode(schema);
  const known = new Map<SchemaNode, boolean>();
  // Asked once a kind of value, for a long list may have the same mistake in each item.
  const accepts = (path: KeyPath, value: string): boolean => {
    const node = nodeAt(root, path);
    const answer = known.get(node) ?? isSound(schema, withValue(block.value, path, value), path);
    known.set(node, answer);
    return answer;
  };
  const context: Context = { accepts, block, root, where, log };
  for (const issue of first.error.issues) reportIssue(issue, context);
  const second = schema
    .partial()
    .safeParse(withoutMistakes(block.value, first.error.issues, context.root));
  return second.success ? (second.data as Partial<z.output<S>>) : {};
}

/** True where nothing at `path`, or in it, is a mistake. */
function isSound(schema: z.ZodObject, value: unknown, path: KeyPath): boolean {
  const { error } = schema.safeParse(value);
  return !error?.issues.some((issue) => path.every((part, at) => issue.path[at] === part));
}

function reportIssue(issue: z.core.$ZodIssue, context: Context): void {
  if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys) reportUnknownKey([...issue.path, key], context);
  } else if (issue.code === 'invalid_key') reportLayerId(issue.path, context);
  else if (issue.code === 'custom' && issue.params) {
    reportMistake(issue.path, issue.params as ValueMistake, context);
  } else if (issue.code === 'too_big' || issue.code === 'too_small') {
    if (issue.origin === 'number') reportLimit(issue, context);
    else reportValue(issue.path, context);
  } else reportValue(issue.path, context);
}

function reportUnknownKey(path: KeyPath, { block, root, where, log }: Context): void {
  const key = String(path.at(-1));
  const at = () => block.keyAt(path);
  if (path.at(-2) === 'style' && ['id', 'source', 'source-layer'].includes(key)) {
    log.report('style-owned-key', at, { key, layer: String(path.at(-3)) });
    return;
  }
  const parent = path.slice(0, -1);
  const inWhere = where.charAt(0).toLowerCase() + where.slice(1);
  log.report('unknown-key', at, {
    key,
    where: parent.length === 0 ? inWhere : `\`${pathName(parent)}\``,
    suggestion: () => suggestion(key, Object.keys(nodeAt(root, parent).properties ?? {}), 'keys'),
  });
}

function reportLayerId(path: KeyPath, { block, log }: Context): void {
  const id = String(path.at(-1));
  log.report('bad-layer-id', () => block.keyAt(path), {
    id,
    suggestion: () => slug(id) || 'my-layer',
  });
}

function reportMistake(path: KeyPath, mistake: ValueMistake, { block, log }: Context): void {
  const key = pathName(path);
  if (mistake.code === 'impossible-date') {
    log.report('impossible-date', () => block.textAt(path, mistake.shift), { date: mistake.date });
  } else {
    const at = () => block.valueAt(path);
    if (mistake.code === 'out-of-range') {
      const place = () => block.textAt(path, mistake.shift);
      log.report('out-of-range', place, { ...mistake, key });
    } else if (mistake.code === 'bounds-order') log.report('bounds-order', at, { key, ...mistake });
    else log.report('backward-dates', at, { key, ...mistake });
  }
}

function reportLimit(
  issue: z.core.$ZodIssueTooBig | z.core.$ZodIssueTooSmall,
  context: Context,
): void {
  const { block, root, log } = context;
  const inWorld = issue.path.includes('bounds') || issue.path.includes('center');
  const path = inWorld ? issue.path.slice(0, -1) : issue.path;
  const { min, max } = limits(root, issue.path);
  const values = { key: pathName(path), given: given(block.value, issue.path), min, max };
  const code = inWorld ? 'camera-outside-world' : 'out-of-range';
  log.report(code, () => block.valueAt(issue.path), values);
}

function limits(root: SchemaNode, path: KeyPath): { min: string; max: string } {
  const list = nodeAt(root, path);
  const last = path.at(-1);
  const item = (typeof last === 'number' ? list.prefixItems?.[last] : undefined) ?? list;
  const limited = item as { minimum?: number; maximum?: number; anyOf?: Limited[] };
  const { minimum, maximum } = limited.anyOf?.[0] ?? limited;
  return { min: String(minimum), max: String(maximum) };
}

interface Limited {
  minimum?: number;
  maximum?: number;
}

/** What to write where a value without quotation marks is read as a number, true, false or nothing. */
function quotedRemedy(path: KeyPath, { accepts, block }: Context): string | undefined {
  const plain = block.plainAt(path);
  if (!plain || !accepts(path, plain)) return undefined;
  const key = path.at(-1);
  const quoted = `'${plain}'`;
  const line = typeof key === 'number' ? quoted : `${String(key)}: ${quoted}`;
  return `If it is text, put it in quotation marks: \`${line}\`.`;
}

function reportValue(path: KeyPath, context: Context): void {
  const { block, root, where, log } = context;
  const node = nodeAt(root, path);
  const example = sample(path, node);
  const key = String(path.at(-1));
  if (!block.has(path)) {
    const parent = path.slice(0, -1);
    const inParent = parent.length === 0 ? where : `\`${pathName(parent)}\``;
    log.report('missing-key', () => block.keyAt(parent), { where: inParent, key, example });
    return;
  }
  const written = given(block.value, path);
  const remedy = (): string => {
    const near = node.enum ? nearest(written.replaceAll('"', ''), node.enum) : undefined;
    if (near) return `Did you mean \`${near}\`?`;
    return quotedRemedy(path, context) ?? `Write, for example, \`${example}\`.`;
  };
  log.report('wrong-value', () => block.valueAt(path), {
    key: pathName(path),
    given: written,
    expected: node.title ?? 'something else',
    remedy,
  });
}

/** A path as authors say it: `camera.bounds`; the item of a list counts from 1. */
export function pathName(path: KeyPath): string {
  return path.reduce<string>((name, part) => {
    if (typeof part === 'number') return `${name}[${part + 1}]`;
    return name ? `${name}.${String(part)}` : String(part);
  }, '');
}

function given(root: unknown, path: KeyPath): string {
  let value = root;
  for (const part of path) value = (value as Record<PropertyKey, unknown> | undefined)?.[part];
  if (value === null || value === undefined || value === '') return 'empty';
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object') return 'a set of keys';
  const text = typeof value === 'string' ? JSON.stringify(value) : String(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

/** A good line for the end of a path, in YAML's flow form. */
function sample(path: KeyPath, node: SchemaNode): string {
  const example = node.examples?.[0];
  const key = path.at(-1);
  return typeof key === 'number' ? flow(example) : `${String(key)}: ${flow(example)}`;
}

function withoutMistakes(
  value: Record<string, unknown>,
  issues: z.core.$ZodIssue[],
  root: SchemaNode,
): unknown {
  const paths = issues.flatMap((issue): KeyPath[] =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => [...issue.path, key])
      : [issue.code === 'invalid_key' ? issue.path : removablePath(root, issue.path)],
  );
  const copy = copyOf(value);
  for (const path of paths) remove(copy, path);
  return copy;
}

/** The value with another one at a path. */
function withValue(value: unknown, [key, ...rest]: KeyPath, put: unknown): unknown {
  if (key === undefined) return put;
  if (typeof value !== 'object' || value === null) return value;
  const copy = (Array.isArray(value) ? [...value] : { ...value }) as Record<PropertyKey, unknown>;
  copy[key] = withValue(copy[key], rest, put);
  return copy;
}

function copyOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyOf);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, copyOf(inner)]));
}

function remove(value: unknown, path: KeyPath): void {
  const parent = path.slice(0, -1).reduce(own, value);
  const key = path.at(-1);
  if (typeof parent !== 'object' || parent === null || key === undefined) return;
  delete (parent as Record<PropertyKey, unknown>)[key];
}

function own(value: unknown, key: PropertyKey): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Record<PropertyKey, unknown>)[key];
}

/** Whether nothing that an author wrote in a set of keys was left out as a mistake. */
export function isWhole(written: unknown, kept: object): boolean {
  const keys = Object.keys((written ?? {}) as object);
  return keys.every((key) => Object.hasOwn(kept, key));
}
