import type { Token } from 'markdown-it';
import type { ProseEnv } from './markdown.ts';
import type { Source } from './source.ts';
import type { YamlText } from './yaml-errors.ts';

/** Finds where in a file the tokens of one parsed piece stand. */
export interface Locator {
  /** Offset of the mark that opens a block, or else of its first visible character. */
  block(token: Token): number;
  /** Offset of an inline token inside its `inline` or `figure` token. */
  inline(parent: Token, token: Token): number;
  /** Offset of the first visible character of a line of the piece, counted from 0. */
  line(line: number): number;
  /** The text of a line of the piece, counted from 0. */
  lineText(line: number): string;
  /** The content of a fenced block as YAML that knows its place. */
  fence(token: Token): YamlText;
}

/** A locator for the piece of `source` that was parsed from `firstLine` (from 0) on. */
export function createLocator(source: Source, firstLine: number, env: ProseEnv): Locator {
  const lineText = (line: number) => source.lines[firstLine + line] ?? '';
  const start = (line: number) => source.lineStart(firstLine + line);
  const line = (index: number) => start(index) + Math.max(0, lineText(index).search(/\S/));
  return {
    line,
    lineText,
    block(token) {
      const index = token.map?.[0] ?? 0;
      const marked = /^[#`~:]+$/.test(token.markup) ? lineText(index).indexOf(token.markup) : -1;
      return marked < 0 ? line(index) : start(index) + marked;
    },
    inline(parent, token) {
      const { content } = parent;
      const at = opening(content, token, env.positions.get(token) ?? 0);
      const before = content.slice(0, at).split('\n');
      const index = (parent.map?.[0] ?? 0) + before.length - 1;
      const inLine = content.split('\n')[before.length - 1]!.trimEnd();
      const column = Math.max(0, lineText(index).lastIndexOf(inLine));
      return start(index) + column + before.at(-1)!.length;
    },
    fence(token) {
      const lines = token.content.split('\n');
      const first = (token.map?.[0] ?? 0) + 1;
      const toFile = (offset: number) => {
        const before = token.content.slice(0, offset).split('\n');
        const index = first + before.length - 1;
        const indent = lineText(index).length - lines[before.length - 1]!.length;
        return start(index) + Math.max(0, indent) + before.at(-1)!.length;
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
