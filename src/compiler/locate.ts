import type { Token } from 'markdown-it';
import type { ProseEnv } from './markdown.ts';
import { type Source, splitLines } from './source.ts';
import type { YamlText } from './yaml-errors.ts';

/** Finds where in a file the tokens of one parsed piece stand. */
export interface Locator {
  /** Offset of the mark that opens a block, or else of its first visible character. */
  block(token: Token): number;
  /** Offset of an inline token inside its `inline` or `figure` token. */
  inline(parent: Token, token: Token): number;
  /** Offset in the file of an offset in the content of an `inline` or `figure` token. */
  inContent(parent: Token, at: number): number;
  /** Offset of the first visible character of a line of the piece, counted from 0. */
  line(line: number): number;
  /** The text of a line of the piece, counted from 0. */
  lineText(line: number): string;
  /** The content of a fenced block as YAML that knows its place. */
  fence(token: Token): YamlText;
}

/** The content of an `inline` token by lines. */
interface InlineContent extends Source {
  /** Where each line of it begins in the file's line; what was not asked for yet is absent. */
  columns: number[];
}

/** A locator for the piece of `source` that was parsed from `firstLine` (from 0) on. */
export function createLocator(source: Source, firstLine: number, env: ProseEnv): Locator {
  const lineText = (line: number) => source.lines[firstLine + line] ?? '';
  const start = (line: number) => source.lineStart(firstLine + line);
  const line = (index: number) => start(index) + Math.max(0, lineText(index).search(/\S/));
  const contents = new WeakMap<Token, InlineContent>();
  const contentOf = (parent: Token): InlineContent => {
    const known = contents.get(parent) ?? { ...splitLines(parent.content), columns: [] };
    contents.set(parent, known);
    return known;
  };
  const inContent = (parent: Token, at: number): number => {
    const { lines, columns, position } = contentOf(parent);
    const place = position(at);
    const nth = place.line - 1;
    const index = (parent.map?.[0] ?? 0) + nth;
    columns[nth] ??= Math.max(0, lineText(index).lastIndexOf(lines[nth]!.trimEnd()));
    return start(index) + columns[nth] + place.column - 1;
  };
  return {
    line,
    lineText,
    block(token) {
      const index = token.map?.[0] ?? 0;
      const marked = /^[#`~:]+$/.test(token.markup) ? lineText(index).indexOf(token.markup) : -1;
      return marked < 0 ? line(index) : start(index) + marked;
    },
    inline(parent, token) {
      return inContent(parent, opening(parent.content, token, env.positions.get(token) ?? 0));
    },
    inContent,
    fence(token) {
      const { lines, position } = splitLines(token.content);
      const first = (token.map?.[0] ?? 0) + 1;
      const toFile = (offset: number) => {
        const place = position(offset);
        const index = first + place.line - 1;
        const indent = lineText(index).length - lines[place.line - 1]!.length;
        return start(index) + Math.max(0, indent) + place.column - 1;
      };
      // Without its closing line a block runs on into the prose; a blank line is its likely end.
      const closing = lineText((token.map?.[1] ?? 0) - 1).trim();
      const isClosed = closing.startsWith(token.markup);
      const text = isClosed ? token.content : token.content.replace(/\n\s*\n[\s\S]*$/, '\n');
      return { text, toFile };
    },
  };
}

/** Where the first character of an inline construct stands: the parser notes where its text does. */
function opening(content: string, token: Token, noted: number): number {
  if (token.type === 'image') return Math.max(0, content.lastIndexOf('![', noted));
  if (token.type !== 'link_open' || token.markup === 'autolink') return noted;
  return Math.max(0, noted - 1);
}
