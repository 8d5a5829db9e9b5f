import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { TOOLS } from '../packages.ts';
import { runNode } from '../run.ts';

/** `from './story.ts'` and `import("./story.ts")`, in a declaration. */
const IMPORT = /(\bfrom |\bimport\(|^import )(['"])(\.{1,2}\/[^'"]+)\.ts\2/gm;

/** Declarations by path from the folder of the sources. */
type Declarations = Map<string, string>;

/** Reads a declaration and all that it names, so that nothing else is in the package. */
async function collect(folder: string, path: string, found: Declarations): Promise<void> {
  if (found.has(path)) return;
  const text = await readFile(join(folder, path), 'utf8');
  // Lit names its own parts, which are not ours to depend on.
  const published = text
    .replace(IMPORT, '$1$2$3.js$2')
    .replaceAll('import("lit-html")', 'import("lit")');
  found.set(path, published);
  for (const [, , , name = ''] of text.matchAll(IMPORT)) {
    const next = relative(folder, resolve(folder, dirname(path), `${name}.d.ts`));
    await collect(folder, next, found);
  }
}

/** What {@link emitTypes} writes, and where. */
export interface TypesOptions {
  /** Files whose exports others import, from the project's root: `src/index.ts`. */
  sources: readonly string[];
  /** Where the declarations are written, as they lie below `src`. */
  outDir: string;
}

/**
 * Writes the declarations of some sources, and of all that they name. Their imports end in `.js`, which
 * every way of resolving modules understands. Rejects where TypeScript finds an error.
 */
export async function emitTypes(root: string, { sources, outDir }: TypesOptions): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'legenda-types-'));
  try {
    const project = join(root, 'tsconfig.package.json');
    const { code } = await runNode(TOOLS.tsc, ['-p', project, '--outDir', folder]);
    if (code !== 0) throw new Error('The declarations could not be made.');
    const found: Declarations = new Map();
    for (const source of sources) {
      await collect(folder, source.replace(/^src\//, '').replace(/ts$/, 'd.ts'), found);
    }
    for (const [path, text] of found) {
      await mkdir(dirname(join(outDir, path)), { recursive: true });
      await writeFile(join(outDir, path), text);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
