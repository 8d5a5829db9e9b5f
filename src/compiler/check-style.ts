import { latest, validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import type { IssueLog } from './issue-log.ts';
import type { LayerEntry } from './schema.ts';
import { canonicalColor, isColor } from './style-color.ts';
import { checkFaces } from './style-faces.ts';
import { reasonAgainst, reasonAgainstExpression } from './style-reasons.ts';
import { resultsOf } from './style-results.ts';
import { insteadInStills } from './style-stills.ts';
import { findUnwritable, isOperator, OPERATORS, walkStyle } from './style-walk.ts';
import { reportStyleError, valuesOf } from './style-words.ts';
import { suggestion } from './suggest.ts';
import type { KeyPath, YamlBlock } from './yaml-block.ts';

type Style = NonNullable<LayerEntry['style']>;
type Part = 'paint' | 'layout';

interface Context {
  style: Style;
  yaml: YamlBlock;
  log: IssueLog;
}

/** A property of a style, or its filter. */
interface Entry {
  name: string;
  value: unknown;
  path: KeyPath;
}

/**
 * Reports all that is wrong with the style of a layer: what MapLibre's style specification does not
 * know, and what it knows but a story's map has not. `path` is where the style stands.
 */
export function checkStyle(style: Style, path: KeyPath, { yaml, log }: Omit<Context, 'style'>) {
  const context: Context = { style, yaml, log };
  for (const part of ['paint', 'layout'] as const) {
    for (const [name, value] of Object.entries(style[part] ?? {})) {
      checkProperty(part, { name, value, path: [...path, part, name] }, context);
    }
  }
  if (style.type === 'symbol' && style.layout?.['text-field'] === undefined) {
    reportEmpty(path, context);
  }
  if (style.filter) checkFilter(style.filter, [...path, 'filter'], context);
  const { minzoom = 0, maxzoom = 25 } = style;
  if (minzoom < maxzoom) return;
  log.report('wrong-style', yaml.valueAt([...path, 'minzoom']), {
    key: 'minzoom',
    problem: `it is ${minzoom}, and \`maxzoom\` is ${maxzoom}, so no zoom is between them`,
    remedy: 'Write a lower `minzoom`, or a higher `maxzoom`.',
  });
}

function reportEmpty(path: KeyPath, { yaml, log }: Context): void {
  log.report('wrong-style', yaml.valueAt([...path, 'type']), {
    key: 'symbol',
    problem: 'without `text-field` it says nothing',
    remedy: 'Add, for example, `layout: { text-field: [get, name] }`.',
  });
}

function checkProperty(part: Part, entry: Entry, context: Context): void {
  const { type } = context.style;
  const known = propertiesOf(part, type);
  const reason = reasonAgainst(entry.name);
  if (reason) refuse(entry.name, entry.path, { ...reason, ...context });
  else if (!known.includes(entry.name)) reportUnknown(part, entry, context);
  else if (isReadable(entry, context)) {
    const validate =
      part === 'paint' ? validateStyleMin.paintProperty : validateStyleMin.layoutProperty;
    const options = { style: {}, layerType: type, objectKey: entry.name, value: entry.value };
    const isSound = report(
      entry,
      validate({ key: entry.name, styleSpec: latest, ...options }),
      context,
    );
    if (isSound) {
      checkResults(entry, context);
      checkStill(entry, context);
    }
  }
}

function checkStill({ name, value, path }: Entry, { yaml, log }: Context): void {
  const instead = insteadInStills(name, value);
  if (instead) log.report('style-not-in-still', yaml.valueAt(path), { name, instead });
}

function checkFilter(value: unknown[], path: KeyPath, context: Context): void {
  const entry: Entry = { name: 'filter', value, path };
  if (!isReadable(entry, context)) return;
  const options = { key: 'filter', value, style: {}, styleSpec: latest };
  report(entry, validateStyleMin.filter(options), context);
}

const propertiesOf = (part: Part, type: string): string[] =>
  Object.keys((latest[`${part}_${type}` as 'paint_line'] ?? {}) as object);

function reportUnknown(part: Part, { name, path }: Entry, { style, yaml, log }: Context): void {
  const other = part === 'paint' ? 'layout' : 'paint';
  const type = ['fill', 'line', 'circle', 'symbol'].find((each) =>
    propertiesOf(part, each).includes(name),
  );
  const known = propertiesOf(part, style.type).filter((each) => !reasonAgainst(each));
  let hint = suggestion(name, known, 'properties');
  if (propertiesOf(other, style.type).includes(name)) hint = `Write it in \`${other}\`.`;
  else if (type) hint = `It is for \`type: ${type}\`.`;
  log.report('unknown-style-property', yaml.keyAt(path), {
    ...{ type: style.type, part, key: name },
    suggestion: hint,
  });
}

function refuse(
  name: string,
  path: KeyPath,
  { reason, remedy, yaml, log }: { reason: string; remedy: string } & Context,
): void {
  log.report('style-not-here', yaml.keyAt(path), { name, reason, remedy });
}

/** Reports what the specification's own parser would not report, or would fall over. */
function isReadable({ name, value, path }: Entry, context: Context): boolean {
  const { yaml, log } = context;
  const odd = findUnwritable(value, path);
  if (odd) {
    const problem = 'a value is too deeply nested, or no finite number, text or list';
    const remedy = 'Write plain numbers, texts and lists.';
    log.report('wrong-style', yaml.valueAt(odd), { key: name, problem, remedy });
    return false;
  }
  let isSound = checkFirst({ name, value, path }, context);
  if (name === 'text-font' && !checkFaces(value, path, context)) isSound = false;
  for (const part of walkStyle({ value, path })) {
    if (!checkPart(part.value, part.path, context)) isSound = false;
  }
  return isSound;
}

/** A list that begins with a word is an expression, but where a property is a list of words. */
function checkFirst({ name, value, path }: Entry, { style, yaml, log }: Context): boolean {
  if (!Array.isArray(value) || typeof value[0] !== 'string' || isOperator(value[0])) return true;
  if (name === 'filter' || value[0] in Object.prototype) return true;
  const layout = latest[`layout_${style.type}` as 'layout_symbol'] as Record<
    string,
    { type: string; value?: string }
  >;
  const spec = layout[name];
  if (spec?.type === 'array' && spec.value !== 'number') return true;
  return reportOperator(value[0], [...path, 0], { yaml, log });
}

function reportOperator(name: string, path: KeyPath, { yaml, log }: Omit<Context, 'style'>): false {
  const hint = suggestion(name, OPERATORS, 'expressions');
  log.report('unknown-style-operator', yaml.valueAt(path), { name, suggestion: hint });
  return false;
}

/** Checks one expression or one set of keys by itself. */
function checkPart(value: unknown, path: KeyPath, context: Context): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (!Array.isArray(value)) {
    const faces = (value as Record<string, unknown>)['text-font'];
    return faces === undefined || checkFaces(faces, [...path, 'text-font'], context);
  }
  const [name] = value;
  const reason = reasonAgainstExpression(value);
  if (reason) refuse(String(name), [...path, 0], { ...reason, ...context });
  // The specification's parser looks names up in an object that inherits.
  const isInherited = typeof name === 'string' && name in Object.prototype;
  if (isInherited) reportOperator(name, [...path, 0], context);
  return !reason && !isInherited;
}

/** Reports what the specification found; true where that is nothing. */
function report({ name, path }: Entry, errors: { message: string }[], context: Context): boolean {
  for (const { message } of errors) {
    reportStyleError({ name, path, message, type: context.style.type }, context);
  }
  return errors.length === 0;
}

/** Texts that the specification does not come to: later choices of `to-color`, and the words of expressions. */
function checkResults({ name, value, path }: Entry, context: Context): void {
  const { style, yaml, log } = context;
  const values = valuesOf(name, style.type);
  for (const { text, path: within } of resultsOf(value)) {
    const at = yaml.valueAt([...path, ...within]);
    if (isColor(style.type, name) && canonicalColor(text) === undefined) {
      log.report('wrong-color', at, { given: shortened(text) });
    } else if (values && !values.includes(text)) {
      const message = `expected one of [${values.join(', ')}], "${text}" found`;
      reportStyleError({ name, path: [...path, ...within], message, type: style.type }, context);
    }
  }
}

const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
