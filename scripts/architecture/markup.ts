import { offence, type SourceFile } from './source-file.ts';

/** Who may take a text as markup, and why it is safe there. */
const TRUSTED: Readonly<Record<string, string>> = {
  'src/core/step-markup.ts': 'prose that the sanitiser wrote; a page cleans it again',
  'src/core/still-markup.ts': 'a still that we drew ourselves',
  'src/compiler/emit-handout.ts': 'prose that the sanitiser wrote, and our own style sheet',
  'src/compiler/emit-json-ld.ts': 'JSON without a sign that could end a script',
  'src/cli/export/single-file.ts': 'scripts and styles of the build, and a pack without `<`',
};

/** The mechanism itself. */
const MECHANISM: readonly string[] = ['src/core/markup.ts', 'src/compiler/css.ts'];

/** What puts a text into a page as markup, and who may. */
const SINKS: Readonly<Record<string, string>> = {
  'src/elements/story-table.ts': 'takes markup alone',
  'src/elements/story-legend.ts': 'takes markup alone',
  'src/elements/make-steps.ts': 'takes markup alone',
  'src/embed/legenda-embed.ts': 'takes a constant',
  'src/elements/styles/tokens.ts': 'takes the palette',
  'src/present/styles/text-styles.ts': 'takes a style sheet of ours',
};

/** Who writes elements that come into no page: names for people to read, patterns to find them. */
const WORDS: readonly string[] = [
  'src/compiler/sanitize.ts',
  'src/compiler/check-unread.ts',
  'src/compiler/safe-svg.ts',
  'src/cli/export/edit-tags.ts',
];

/** Tags whose templates escape what stands in their holes. */
const ESCAPING = /(?:\b(?:markup|html|svg|css))$/;
/** An element begins or ends, in a text that a program writes. */
const ELEMENT = /<(?:!--|[a-z!?][\w-]*[\s>/=]|\/[a-z]|[a-z][\w-]*$|\$\{)/i;
/** A hole of a template that stands in no quoted attribute and not between tags. */
const UNQUOTED = /=\$\{$|<\/?\$\{$/;

const isTest = (path: string): boolean => !path.startsWith('src/');

/** Templates and texts that write elements without the tag `markup`, so that what they are given is not escaped. */
export function unescapedMarkup(files: readonly SourceFile[]): string[] {
  return files
    .filter(({ path }) => !isTest(path) && ![...MECHANISM, ...WORDS].includes(path))
    .flatMap((file) =>
      file.spans
        .filter(({ kind, start, end }) => {
          const text = file.text.slice(start, end);
          return kind === 'string' && /[`}]/.test(text[0] ?? '') && ELEMENT.test(text);
        })
        .filter(({ start, end }) => hasHole(file.text.slice(start, end)))
        .filter(({ start }) => !ESCAPING.test(tagBefore(file, start)))
        .map(({ start }) => offence(file, start, 'writes an element without the tag `markup`')),
    );
}

const hasHole = (text: string): boolean => text.startsWith('}') || text.endsWith('${');

/** What stands before the template that a part at an offset belongs to. */
function tagBefore(file: SourceFile, at: number): string {
  let depth = 0;
  for (const { kind, start, end } of file.spans.toReversed()) {
    if (kind !== 'string' || start > at) continue;
    const text = file.text.slice(start, end);
    if (start < at && text.endsWith('`') && (text.startsWith('}') || text.length < 2)) depth += 1;
    if (!text.startsWith('`')) continue;
    if (start < at && text.length > 1 && text.endsWith('`')) continue;
    if (depth === 0) return file.text.slice(Math.max(0, start - 12), start);
    depth -= 1;
  }
  return '';
}

/** Holes of escaping templates where escaping does not help: in the name of an element, in an attribute without quotation marks. */
export function openHoles(files: readonly SourceFile[]): string[] {
  return files
    .filter(({ path }) => !isTest(path))
    .flatMap((file) =>
      file.spans
        .filter(({ start, end }) => UNQUOTED.test(file.text.slice(start, end)))
        .filter(({ start }) => /\bmarkup$/.test(tagBefore(file, start)))
        .map(({ start }) => offence(file, start, 'has a hole outside of quotation marks')),
    );
}

function uses(files: readonly SourceFile[], pattern: RegExp, what: string, but: readonly string[]) {
  return files
    .filter(({ path }) => !isTest(path) && !but.includes(path) && !MECHANISM.includes(path))
    .flatMap((file) =>
      [...file.bare.matchAll(pattern)].map(({ index }) => offence(file, index, what)),
    );
}

/** Texts taken as markup where nobody has said why that is safe. */
export function trustedTexts(files: readonly SourceFile[]): string[] {
  return [
    ...uses(files, /\btrusted\(/g, 'takes a text as markup', Object.keys(TRUSTED)),
    ...uses(files, /\b(?:Markup|Css)\.of\b/g, 'makes markup by itself', []),
    ...uses(files, /\bescapeHtml\b/g, 'escapes by itself; use the tag `markup`', []),
  ];
}

/** Texts put into a page as markup where nobody has said why that is safe. */
export function markupSinks(files: readonly SourceFile[]): string[] {
  const pattern =
    /\b(?:innerHTML|outerHTML|insertAdjacentHTML|srcdoc|setHTMLUnsafe|createContextualFragment|unsafeHTML|unsafeSVG|unsafeCSS|document\.write(?:ln)?)\b/g;
  const inCode = files.map((file) => ({ ...file, bare: file.code }));
  return uses(inCode, pattern, 'puts a text into a page as markup', Object.keys(SINKS));
}
