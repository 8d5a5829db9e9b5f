import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundleScript, EMBED_SCRIPT } from '../src/cli/embed-plugin.ts';
import { buildLibrary, ENTRIES } from './package/build-library.ts';
import { htmlData } from './package/editor-data.ts';
import { emitTypes } from './package/emit-types.ts';
import { reactTypes, vueTypes } from './package/framework-types.ts';
import { makeManifest } from './package/make-manifest.ts';
import { ROOT } from './packages.ts';

/**
 * `npm run package`: makes `lib/`, which is what others import from the package: script, the files that it
 * loads, declarations, the script that embeds, and what editors and frameworks know of the elements.
 */

const LIB = join(ROOT, 'lib');

const EMBED_SOURCE = 'src/embed/host.ts';

async function main(): Promise<void> {
  const root = ROOT.replace(/[\\/]$/, '');
  const sources = [...Object.values(ENTRIES), EMBED_SOURCE];
  const write = (name: string, text: string): Promise<void> => writeFile(join(LIB, name), text);
  const asJson = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;
  await buildLibrary(root, LIB);
  const [manifest] = await Promise.all([
    makeManifest(root),
    emitTypes(root, { sources, outDir: join(LIB, 'types') }),
    bundleScript(root).then((script) => write(EMBED_SCRIPT, script)),
  ]);
  await write('custom-elements.json', asJson(manifest));
  await write('html.html-data.json', asJson(htmlData(manifest)));
  await write('react.d.ts', reactTypes(manifest));
  await write('vue.d.ts', vueTypes(manifest));
}

await main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
