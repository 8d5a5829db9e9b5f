import { type Document, isCollection, isScalar, visit } from 'yaml';
import type { IssueLog } from './issue-log.ts';

/** A piece of YAML inside a file: its text, and where each of its characters stands in the file. */
export interface YamlText {
  text: string;
  /** The offset in the file of an offset in `text`. */
  toFile(offset: number): number;
}

interface Wording {
  /** What the parser says. */
  says: RegExp;
  problem: string;
  remedy: string;
}

const WORDINGS: Wording[] = [
  {
    says: /^Nested mappings are not allowed/,
    problem: 'This line has a second colon followed by a space.',
    remedy: 'Put the whole value in quotation marks.',
  },
  {
    says: /^Implicit (map )?keys/,
    problem: 'This line has no `key:`.',
    remedy: 'Write `key: value`, with a colon and a space after the key.',
  },
  {
    says: /^With stringKeys/,
    problem: 'A key here is not plain text.',
    remedy: 'Put the key, or the value that begins with a bracket, in quotation marks.',
  },
  {
    says: /^Tabs are not allowed/,
    problem: 'This line is indented with a tab.',
    remedy: 'Indent with spaces.',
  },
  {
    says: /^Missing closing/,
    problem: 'The quotation mark opened here is not closed.',
    remedy: 'Write the same mark at the end of the value.',
  },
  {
    says: /^Plain value cannot start with/,
    problem: 'A value cannot begin with this character.',
    remedy: 'Put the value in quotation marks.',
  },
  {
    says: /^Unresolved tag/,
    problem: 'A value that begins with `!` means something else in YAML.',
    remedy: 'Put the value in quotation marks.',
  },
  {
    says: /must be sufficiently indented|same column|Bad indentation/,
    problem: 'This line begins in another column than the lines it belongs to.',
    remedy: 'Let the keys of one block begin in the same column.',
  },
];

/** Reports every mistake in the form of a YAML document; true where there is none. */
export function reportYamlErrors(
  document: Document.Parsed,
  yaml: YamlText,
  log: IssueLog,
): boolean {
  const errors = [...document.errors, ...document.warnings];
  const bracket = errors.length > 0 ? openBracket(document) : undefined;
  if (bracket !== undefined) {
    const problem = 'The bracket opened here is not closed.';
    const remedy = `Write \`${yaml.text[bracket] === '[' ? ']' : '}'}\` where it ends.`;
    log.report('yaml-syntax', yaml.toFile(bracket), { problem, remedy });
  }
  for (const { message, pos } of errors) {
    // What follows an open bracket is misread, so the parser's other complaints mean nothing.
    if (bracket !== undefined && pos[0] >= bracket) continue;
    const at = () => yaml.toFile(startOfMistake(document, pos[0], message));
    log.report('yaml-syntax', at, wordingOf(message));
  }
  const isPlain = reportProto(document, yaml, log);
  const unique = reportDuplicates(document, yaml, log);
  return reportAliases(document, yaml, log) && isPlain && unique && errors.length === 0;
}

/** True where brackets or lines are nested deeper than any story needs. */
export function isTooDeep(document: Document.Parsed): boolean {
  let deep = false;
  visit(document, {
    Collection: (_, _node, path) => {
      deep ||= path.length > DEEPEST;
      return deep ? visit.BREAK : undefined;
    },
  });
  return deep;
}

/** How deep YAML may be nested; a key counts as a level, and so does what stands under it. */
const DEEPEST = 1000;

function reportDuplicates(document: Document.Parsed, yaml: YamlText, log: IssueLog): boolean {
  let none = true;
  visit(document, {
    Map: (_, { items }) => {
      const keys = new Set<string>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        const name = String(key.value);
        if (keys.has(name)) {
          none = false;
          log.report('duplicate-key', () => yaml.toFile(key.range?.[0] ?? 0), { key: name });
        }
        keys.add(name);
      }
    },
  });
  return none;
}

function wordingOf(message: string): { problem: string; remedy: string } {
  const known = WORDINGS.find(({ says }) => says.test(message));
  return {
    problem: known?.problem ?? `This cannot be read as YAML: ${message.replace(/\.?$/, '.')}`,
    remedy: known?.remedy ?? 'Check brackets, quotation marks and commas just before this.',
  };
}

/** Offset of the innermost bracket without its end. */
function openBracket(document: Document.Parsed): number | undefined {
  let found: number | undefined;
  visit(document, {
    Collection: (_, node) => {
      const token = node.srcToken;
      if (!isCollection(node) || token?.type !== 'flow-collection') return;
      const end = token.start.type === 'flow-map-start' ? 'flow-map-end' : 'flow-seq-end';
      const closed = token.end.some(({ type }) => type === end);
      if (!closed) found = token.offset;
    },
  });
  return found;
}

/** The parser puts a missing quotation mark at the end of the text; authors look at its start. */
function startOfMistake(document: Document.Parsed, offset: number, message: string): number {
  if (!message.startsWith('Missing closing')) return offset;
  let start = offset;
  visit(document, {
    Scalar: (_, node) => {
      const [first = 0, , last = 0] = isScalar(node) ? (node.range ?? []) : [];
      if (/^QUOTE/.test(node.type ?? '') && first < offset && offset <= last) start = first;
    },
  });
  return start;
}

/** A key that would be lost on the way, since to objects it is no key of their own. */
function reportProto(document: Document.Parsed, yaml: YamlText, log: IssueLog): boolean {
  let none = true;
  visit(document, {
    Pair: (_, { key }) => {
      if (!isScalar(key) || key.value !== '__proto__') return;
      none = false;
      const problem = 'The name `__proto__` cannot be used.';
      const at = yaml.toFile(key.range?.[0] ?? 0);
      log.report('yaml-syntax', at, { problem, remedy: 'Choose another name.' });
    },
  });
  return none;
}

function reportAliases(document: Document.Parsed, yaml: YamlText, log: IssueLog): boolean {
  let none = true;
  visit(document, {
    Alias: (_, alias) => {
      none = false;
      log.report('yaml-alias', () => yaml.toFile(alias.range?.[0] ?? 0), {});
    },
  });
  return none;
}
