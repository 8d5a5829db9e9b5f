import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin } from 'vite';

/** The script that pages load to embed a story, below the site. */
export const EMBED_SCRIPT = 'embed.js';

const SOURCE = 'src/embed/host.ts';

/** That script as one file: pages elsewhere load it by its name. Throws where it cannot be made. */
export async function bundleScript(root: string): Promise<string> {
  const made = await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      minify: 'terser',
      terserOptions: { module: true, compress: { passes: 3, ecma: 2020 } },
      rolldownOptions: { input: join(root, SOURCE), output: { format: 'es' } },
    },
  });
  const [output] = Array.isArray(made) ? made : [made];
  const chunk = output && 'output' in output ? output.output[0] : undefined;
  if (!chunk) throw new Error(`${EMBED_SCRIPT} could not be made.`);
  return chunk.code;
}

/** The examples of embedding: pages in the project's folder `examples`. */
function examplePages(root: string): string[] {
  const folder = join(root, 'examples');
  if (!existsSync(folder)) return [];
  const pages = readdirSync(folder).filter((file) => file.endsWith('.html'));
  return pages.sort().map((file) => join(folder, file));
}

/** Makes the script that embeds stories, and the pages that show how, part of the site. */
export function embedScript({ root }: { root: string }): Plugin {
  return {
    name: 'legenda-embed',
    config: () => ({ build: { rolldownOptions: { input: examplePages(root) } } }),
    async generateBundle() {
      this.emitFile({ type: 'asset', fileName: EMBED_SCRIPT, source: await bundleScript(root) });
    },
    configureServer(server) {
      server.middlewares.use(async (request, response, next) => {
        if (request.url?.split('?')[0] !== `/${EMBED_SCRIPT}`) return next();
        response.setHeader('content-type', 'text/javascript');
        response.end(`import '/${SOURCE}';`);
      });
    },
  };
}
