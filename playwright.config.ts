import { defineConfig } from '@playwright/test';
import { CHROMIUM_FLAGS, findBrowser } from './tests/support/find-browser.ts';

const { CI, LEGENDA_MATRIX, LEGENDA_PORT } = process.env;

// Not the root of the host: the built site must work from any sub-path.
const siteUrl = `http://127.0.0.1:${LEGENDA_PORT ?? '4173'}/some/sub-path/`;
const { pathname, port } = new URL(siteUrl);

export default defineConfig({
  testDir: 'tests',
  testMatch: ['e2e/**/*.{test,spec}.ts', 'browser/**/*.{test,spec}.ts'],
  timeout: 300_000,
  // A map drawn by software takes its time.
  expect: { timeout: 30_000 },
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(CI),
  reporter: [['list'], ['./tests/support/faults/print-table.ts']],
  use: {
    baseURL: siteUrl,
    // A sixteenth of the pixels, which software has to draw one by one. Tests of pictures ask for all.
    deviceScaleFactor: 0.25,
    launchOptions: { executablePath: findBrowser(), args: [...CHROMIUM_FLAGS] },
    // A trace costs a sixth of the time: `npx playwright test --trace on` records it.
    trace: 'off',
  },
  // Tests tagged `@long` run in `npm test -- --all` only.
  projects: [
    { name: 'chromium', grepInvert: /@long\b/ },
    ...(LEGENDA_MATRIX === 'all' ? [{ name: 'all', grep: /@long\b/ }] : []),
  ],
  webServer: {
    command: `node --import tsx scripts/serve.ts --port ${port} --base ${pathname}`,
    url: siteUrl,
    reuseExistingServer: false,
    stdout: 'ignore',
    stderr: 'pipe',
  },
});
