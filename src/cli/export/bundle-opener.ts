import { join } from 'node:path';
import { build } from 'vite';
import { PROJECT } from './build-story.ts';

/** The script that opens a page's pack, as text that can stand in the page. */
export async function bundleOpener(): Promise<string> {
  const made = await build({
    root: PROJECT,
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: {
        input: join(PROJECT, 'src/pages/open-pack.ts'),
        output: { format: 'iife' },
      },
    },
  });
  const [output] = Array.isArray(made) ? made : [made];
  const chunk = output && 'output' in output ? output.output[0] : undefined;
  if (!chunk) throw new Error('The script that opens a pack could not be made.');
  return chunk.code.replaceAll('</script', '<\\/script');
}
