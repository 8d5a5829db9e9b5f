import { offence, type SourceFile } from './source-file.ts';

/** An export that declares something; a re-export has its comment where the thing is declared. */
const DECLARATION =
  /^export\s+(?!type\s*\{|\{|\*)(?:(?:default|declare|abstract|async|const(?=\s+enum))\s+)*(?:(function\*?|class|interface|type|const|let|var|enum|namespace)\s+)?([\w$]*)/gm;
/** Decorators stand between the comment and the declaration. */
const DECORATORS = /(?:@[\w.]+(?:\([^()]*(?:\([^()]*\)[^()]*)*\))?\s*)+$/;

function hasDocComment(file: SourceFile, offset: number): boolean {
  const decorators = DECORATORS.exec(file.bare.slice(0, offset));
  const start = decorators ? decorators.index : offset;
  const before = file.text.slice(0, start).trimEnd();
  const comment = file.spans.find(({ end }) => end === before.length);
  const gap = file.text.slice(before.length, start);
  return comment !== undefined && file.text.startsWith('/**', comment.start) && /^\r?\n$/.test(gap);
}

/**
 * Exports without a doc comment directly above. Of a function's overloads, the first has it for all.
 */
export function undocumentedExports(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) => {
    const functions = new Set<string>();
    return [...file.bare.matchAll(DECLARATION)].flatMap(
      ({ index, 1: keyword = '', 2: name = '' }) => {
        const isOverload = functions.has(name);
        if (keyword.startsWith('function')) functions.add(name);
        if (isOverload || hasDocComment(file, index)) return [];
        return offence(file, index, `exports ${name || 'a default'} without a doc comment`);
      },
    );
  });
}
