import { parseArgs } from 'node:util';
import { build } from 'vite';
import { PAGE_POLICY } from '../src/cli/content-policy.ts';
import { ROOT } from './packages.ts';
import { serve } from './serve.ts';

/**
 * `npm start`: builds the stories, serves them on a free port under the policy that the documentation
 * recommends to hosts, and prints the address. With `--built` it serves what was built before.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '4173' },
      base: { type: 'string', default: '/' },
      built: { type: 'boolean', default: false },
    },
  });
  if (!values.built)
    await build({ root: ROOT, configFile: `${ROOT}vite.config.ts`, logLevel: 'warn' });
  const { url } = await serve({
    folder: `${ROOT}dist`,
    base: values.base,
    port: Number(values.port),
    policy: PAGE_POLICY,
    nextFreePort: true,
  });
  console.log(`\nThe stories are at ${url}\nCtrl+C stops the server.`);
}

await main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
