import { fileURLToPath } from 'node:url';

/** The project's folder, with a slash at its end. */
export const ROOT = fileURLToPath(new URL('../', import.meta.url));

/** The command-line scripts of installed packages, run with Node on every platform alike. */
export const TOOLS = {
  biome: `${ROOT}node_modules/@biomejs/biome/bin/biome`,
  manifest: `${ROOT}node_modules/@custom-elements-manifest/analyzer/cem.js`,
  playwright: `${ROOT}node_modules/@playwright/test/cli.js`,
  tsc: `${ROOT}node_modules/typescript/bin/tsc`,
  vite: `${ROOT}node_modules/vite/bin/vite.js`,
  vitest: `${ROOT}node_modules/vitest/vitest.mjs`,
} as const;
