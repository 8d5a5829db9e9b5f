import { delimiter } from 'node:path';
import { expect, test } from 'vitest';
import type { Machine } from '../../../src/cli/find-browser.ts';
import { browserCandidates, CHROMIUM_FLAGS, findBrowser } from '../../support/find-browser.ts';

const PLAYWRIGHT = '/cache/playwright/chrome';

/** A Linux machine with these files. */
function machine(files: string[], rest: Partial<Machine> = {}): Machine {
  return {
    env: { PATH: ['/usr/bin', '/opt/tools'].join(delimiter) },
    platform: 'linux',
    playwrightPath: PLAYWRIGHT,
    isFile: (path) => files.includes(path),
    ...rest,
  };
}

test("Playwright's own browser comes before an installed one", () => {
  const files = ['/usr/bin/chromium', PLAYWRIGHT];
  expect(findBrowser(machine(files))).toBe(PLAYWRIGHT);
});

test('LEGENDA_BROWSER comes before all others', () => {
  const env = { LEGENDA_BROWSER: '/my/chrome' };
  const files = [PLAYWRIGHT, '/my/chrome'];
  expect(browserCandidates(machine(files, { env }))).toEqual(['/my/chrome', PLAYWRIGHT]);
});

test('a LEGENDA_BROWSER that is not there is an error, not passed over', () => {
  const env = { LEGENDA_BROWSER: '/my/chrome' };
  expect(() => findBrowser(machine([PLAYWRIGHT], { env }))).toThrow('LEGENDA_BROWSER');
});

test('a browser is found on the PATH', () => {
  expect(findBrowser(machine(['/opt/tools/google-chrome']))).toBe('/opt/tools/google-chrome');
});

test('a browser in a usual place and on the PATH is listed once', () => {
  expect(browserCandidates(machine(['/usr/bin/chromium']))).toEqual(['/usr/bin/chromium']);
});

test('Chrome is found on macOS and on Windows', () => {
  const mac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
  expect(findBrowser(machine([mac], { platform: 'darwin', env: {} }))).toBe(mac);
  const windows = 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe';
  const env = { PROGRAMFILES: 'C:\\Program Files' };
  expect(findBrowser(machine([windows], { platform: 'win32', env }))).toBe(windows);
});

test('without any browser the message says how to get one', () => {
  expect(() => findBrowser(machine([]))).toThrow('npm run browser');
});

test('WebGL is drawn in software', () => {
  expect(CHROMIUM_FLAGS).toContain('--use-angle=swiftshader');
});
