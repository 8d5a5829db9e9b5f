import { offence, type SourceFile } from './source-file.ts';

/** No file is longer, in lines. */
export const MAX_LINES = 250;

/** Half of the files are no longer, in lines; 80 is the aim. */
export const MAX_MEDIAN_LINES = 100;

const ANY_TYPE = /(?:[:<,|&(=[]|\b(?:as|satisfies|extends))\s*any\b(?!\s*[:(.?])/g;
const ENUM = /^\s*(?:export\s+)?(?:declare\s+)?(?:const\s+)?enum\s+\w/gm;
/** Formatted code starts a line without indent only at module level. */
const MODULE_VARIABLE = /^(?:export\s+)?(?:let|var)\s/gm;
/** What is empty when a module loads is there to be filled; what a WeakMap holds is its keys'. */
const MODULE_CONTAINER =
  /^(?:export\s+)?const\s+\w+[^=\n]*=\s*(?:new\s+(?:Map|Set)(?:<.*>)?\(\)|\[\]|\{\})/gm;
const TIMEOUT = /\bsetTimeout\b/g;
const UNTIMED = /^src\/(?:core|map|elements|drivers)\//;
/** Names of vocabularies, made-up hosts and this machine are not other hosts. */
const REMOTE =
  /(?:\bhttps?:|^.)\/\/(?!www\.w3\.org|legenda\.invalid|json-schema\.org|schema\.org|www\.sitemaps\.org|example\.|localhost|127\.)\w[\w-]*(?:\.\w|:\d)/;
const KEBAB_PATH = /^(?:[a-z0-9]+(?:-[a-z0-9]+)*\/)*[a-z0-9]+(?:-[a-z0-9]+)*(?:\.d)?\.ts$/;

function findAll(files: readonly SourceFile[], pattern: RegExp, what: string): string[] {
  return files.flatMap((file) =>
    [...file.bare.matchAll(pattern)].map(({ index, 0: found }) =>
      offence(file, index + found.search(/\S/), what),
    ),
  );
}

/** How many lines a file has. */
export function lineCount({ text }: SourceFile): number {
  return text.replace(/\n$/, '').split('\n').length;
}

/** The length of the middle file, in lines; 0 where there is none. */
export function medianLines(files: readonly SourceFile[]): number {
  const lengths = files.map(lineCount).sort((a, b) => a - b);
  return lengths[Math.floor(lengths.length / 2)] ?? 0;
}

/** Files longer than {@link MAX_LINES}. */
export function longFiles(files: readonly SourceFile[]): string[] {
  return files
    .filter((file) => lineCount(file) > MAX_LINES)
    .map((file) => `${file.path}:${MAX_LINES + 1} is ${lineCount(file)} lines long`);
}

/** Uses of the type `any`. */
export function anyTypes(files: readonly SourceFile[]): string[] {
  return findAll(files, ANY_TYPE, 'uses the type any');
}

/** Declarations of an `enum`. */
export function enums(files: readonly SourceFile[]): string[] {
  return findAll(files, ENUM, 'declares an enum');
}

/** Module-level state that can change: `let`, `var`, and containers that are empty at the start. */
export function moduleState(files: readonly SourceFile[]): string[] {
  return [
    ...findAll(files, MODULE_VARIABLE, 'declares a variable at module level'),
    ...findAll(files, MODULE_CONTAINER, 'declares a container to be filled at module level'),
  ];
}

/** Uses of `setTimeout` where nothing may be ordered by the clock. */
export function timeouts(files: readonly SourceFile[]): string[] {
  const untimed = files.filter(({ path }) => UNTIMED.test(path));
  return findAll(untimed, TIMEOUT, 'uses setTimeout');
}

const REPLACE = /\.replace(?:All)?\(/g;
/** A function in the place of a replacement, whose result stands in the text as it is. */
const ARROW = /^(?:\w+|\([^()]*\))\s*=>/;

/** The offset after the first comma of a call that belongs to no call inside it; `undefined` without one. */
function secondArgument(bare: string, opened: number): number | undefined {
  let depth = 0;
  for (let at = opened; at < bare.length; at++) {
    const character = bare[at]!;
    if ('([{'.includes(character)) depth++;
    else if (')]}'.includes(character) && depth-- === 0) return undefined;
    else if (character === ',' && depth === 0) return at + 1;
  }
  return undefined;
}

/** True for a string that is written out, without a `${}` in it and with nothing added. */
function isWrittenOut(file: SourceFile, start: number): boolean {
  const span = file.spans.find((span) => span.start === start && span.kind === 'string');
  if (!span || file.text[span.end - 1] === '{') return false;
  return /^\s*,?\s*\)/.test(file.bare.slice(span.end));
}

/**
 * Replacements in a text by a value: `$&` in it would be read as a pattern. A string that is written
 * out is fine, and a function.
 */
export function patternReplacements(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) =>
    [...file.bare.matchAll(REPLACE)].flatMap(({ index, 0: { length } }) => {
      const after = secondArgument(file.bare, index + length);
      if (after === undefined) return [];
      const start = after + file.code.slice(after).search(/\S/);
      if (isWrittenOut(file, start) || ARROW.test(file.code.slice(start))) return [];
      return [offence(file, index, 'replaces by a value that may hold a pattern: use () => value')];
    }),
  );
}

/** Addresses of other hosts in the strings of `src`. */
export function remoteUrls(files: readonly SourceFile[]): string[] {
  return files
    .filter(({ path }) => path.startsWith('src/'))
    .flatMap((file) =>
      file.spans
        .filter(
          ({ kind, start, end }) => kind === 'string' && REMOTE.test(file.text.slice(start, end)),
        )
        .map(({ start }) => offence(file, start, 'names another host')),
    );
}

/** Files and folders whose names are not kebab-case. */
export function oddNames(files: readonly SourceFile[]): string[] {
  return files
    .filter(({ path }) => !KEBAB_PATH.test(path))
    .map(({ path }) => `${path}:1 is not named in kebab-case`);
}
