import { importsOf } from './imports.ts';
import type { SourceFile } from './source-file.ts';

type Graph = ReadonlyMap<string, readonly string[]>;

function importGraph(files: readonly SourceFile[]): Graph {
  const known = new Set(files.map(({ path }) => path));
  return new Map(
    files.map((file) => {
      const paths = importsOf(file).map(({ path }) => path ?? '');
      return [file.path, [...new Set(paths)].filter((path) => known.has(path))];
    }),
  );
}

/**
 * The circles of imports, each as `a.ts → b.ts → a.ts`, one for each import that closes a circle.
 * Types and dynamic imports count: files that need each other's types are one thing in two files.
 */
export function importCycles(files: readonly SourceFile[]): string[] {
  const graph = importGraph(files);
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    const seenAt = trail.indexOf(path);
    if (seenAt >= 0) cycles.push([...trail.slice(seenAt), path].join(' → '));
    if (seenAt >= 0 || done.has(path)) return;
    for (const next of graph.get(path) ?? []) visit(next, [...trail, path]);
    done.add(path);
  };
  for (const path of graph.keys()) visit(path, []);
  return cycles;
}
