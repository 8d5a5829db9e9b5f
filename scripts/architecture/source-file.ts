import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { blank, findSpans, type Span } from './spans.ts';

/** A TypeScript file of the project, as the architecture's rules read it. */
export interface SourceFile {
  /** From the project's folder, with forward slashes: `src/core/story.ts`. */
  path: string;
  text: string;
  /** The comments, strings and regular expressions in the text. */
  spans: readonly Span[];
  /** The text with its comments turned to spaces. */
  code: string;
  /** The text with comments, strings and regular expressions turned to spaces. */
  bare: string;
}

/** A source file from its text. */
export function sourceFile(path: string, text: string): SourceFile {
  const spans = findSpans(text);
  const comments = spans.filter(({ kind }) => kind === 'comment');
  return { path, text, spans, code: blank(text, comments), bare: blank(text, spans) };
}

/** Every TypeScript file under some folders of the project, by path. A missing folder has none. */
export function readSources(root: string, folders: readonly string[]): SourceFile[] {
  const paths = folders.flatMap((folder) => {
    try {
      const names = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
      return names.map((name) => `${folder}/${name.replaceAll('\\', '/')}`);
    } catch {
      return [];
    }
  });
  return paths
    .filter((path) => path.endsWith('.ts') && !path.includes('/node_modules/'))
    .sort()
    .map((path) => sourceFile(path, readFileSync(join(root, path), 'utf8')));
}

/** The line, from 1, of an offset. */
export function lineAt(file: SourceFile, offset: number): number {
  return file.text.slice(0, offset).split('\n').length;
}

/** An offence, as a failing test shows it: `src/core/story.ts:12 imports lit`. */
export function offence(file: SourceFile, offset: number, what: string): string {
  return `${file.path}:${lineAt(file, offset)} ${what}`;
}
