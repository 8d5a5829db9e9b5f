import { latest } from '@maplibre/maplibre-gl-style-spec';
import type { IssueLog } from './issue-log.ts';
import { OPERATORS } from './style-walk.ts';
import { nearest, suggestion } from './suggest.ts';
import type { KeyPath, YamlBlock } from './yaml-block.ts';

/** A mistake in a property as MapLibre's style specification words it. */
export interface StyleError {
  /** The property, or `filter`. */
  name: string;
  /** Where it stands. */
  path: KeyPath;
  /** `line-color[2]: Could not parse color from value 'nope'`. */
  message: string;
  /** The type of the layer. */
  type: string;
}

interface Spec {
  type: string;
  values?: Record<string, unknown>;
  value?: string;
  length?: number;
  default?: unknown;
}

const MOST_TOLD = 200;
const EXAMPLES: Readonly<Record<string, string>> = {
  boolean: 'true',
  string: '[get, name]',
  formatted: '[get, name]',
  array: '[4, 2]',
  padding: '2',
};

/** Reports a mistake in a style where the author wrote it, and says what to write instead. */
export function reportStyleError(
  error: StyleError,
  { yaml, log }: { yaml: YamlBlock; log: IssueLog },
): void {
  const { name, path, message } = error;
  const { within, problem } = readMessage(message, name);
  const at = yaml.valueAt([...path, ...within]);
  const [, operator] = /^Unknown expression "([^"]*)"/.exec(problem) ?? [];
  const [, color] =
    /^(?:color expected, "|Could not parse color from value ')(.*)["']/s.exec(problem) ?? [];
  if (operator !== undefined) {
    const hint = suggestion(operator, OPERATORS, 'expressions');
    log.report('unknown-style-operator', at, { name: operator, suggestion: hint });
  } else if (color !== undefined) {
    log.report('wrong-color', at, { given: shortened(color, 60) });
  } else {
    const told = shortened(
      problem.replaceAll('\n', ' ').replaceAll('"', '`').replace(/\.$/, ''),
      MOST_TOLD,
    );
    log.report('wrong-style', at, {
      key: name,
      problem: lower(told),
      remedy: remedyFor(error, problem),
    });
  }
}

const shortened = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most)}…` : text;

/** The first letter small, for the middle of a sentence. */
const lower = (text: string): string =>
  /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;

/** A message in two: the way from the property to the mistake, and what it says. */
function readMessage(message: string, name: string): { within: KeyPath; problem: string } {
  const rest = message.startsWith(name) ? message.slice(name.length) : message;
  const [whole, way = ''] = /^((?:\[\d+\]|\.[\w-]+)*): /.exec(rest) ?? [''];
  const within = [...way.matchAll(/\[(\d+)\]|\.([\w-]+)/g)].map(([, index, key]) =>
    index === undefined ? (key ?? '') : Number(index),
  );
  return { within, problem: rest.slice(whole.length) };
}

function remedyFor({ name, type }: StyleError, problem: string): string {
  if (name === 'filter') return 'Write, for example, `filter: [==, [get, kind], rail]`.';
  if (problem.includes('"zoom" expression')) {
    return 'Let `[zoom]` be the input of the outermost expression: `[interpolate, [linear], [zoom], 5, 1, 9, 3]`.';
  }
  const spec = specOf(name, type);
  const [, given = ''] = /, "([^"]*)" found$/.exec(problem) ?? [];
  if (spec?.values) return valuesHint(Object.keys(spec.values), given);
  if (name === 'text-font') return 'Write, for example, `text-font: [Atlas Italic]`.';
  if (spec?.type === 'color') return "Write, for example, `'#9c3b2e'`.";
  const example = exampleOf(spec);
  return example
    ? `Write, for example, \`${name}: ${example}\`.`
    : 'See MapLibre’s style specification.';
}

function exampleOf(spec: Spec | undefined): string | undefined {
  if (spec?.type === 'number') return String(spec.default ?? 2);
  return spec?.type === 'array' && spec.length === 2 ? '[0, 1]' : EXAMPLES[spec?.type ?? ''];
}

/** The words that a property takes; `undefined` where it takes something else. */
export function valuesOf(name: string, type: string): string[] | undefined {
  const { type: kind, values } = specOf(name, type) ?? {};
  return kind === 'enum' && values ? Object.keys(values) : undefined;
}

function valuesHint(values: string[], given: string): string {
  const near = nearest(given, values);
  return near
    ? `Did you mean \`${near}\`?`
    : `Write one of ${values.map((value) => `\`${value}\``).join(', ')}.`;
}

function specOf(name: string, type: string): Spec | undefined {
  const known = {
    ...(latest[`layout_${type}` as 'layout_line'] as object),
    ...(latest[`paint_${type}` as 'paint_line'] as object),
  } as Record<string, Spec>;
  return Object.hasOwn(known, name) ? known[name] : undefined;
}
