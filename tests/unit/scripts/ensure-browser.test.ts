import { expect, test } from 'vitest';
import { ensureBrowser } from '../../../scripts/ensure-browser.ts';

/** A machine on which an installer adds a browser of its own name, unless it is a broken one. */
function search(installed: string[], installers: { name: string; applies?: boolean }[]) {
  const log: string[] = [];
  return {
    log,
    search: {
      candidates: () => installed,
      starts: async (path: string) => !path.includes('broken'),
      installers: installers.map(({ name, applies = true }) => ({
        name,
        applies: () => applies,
        install: async () => {
          installed.push(name);
        },
      })),
      log: (line: string) => log.push(line),
    },
  };
}

test('an installed browser is taken, and nothing is installed', async () => {
  const { search: here, log } = search(['chromium'], [{ name: 'other' }]);
  expect(await ensureBrowser(here)).toBe('chromium');
  expect(log).toEqual([]);
});

test('a browser that does not start is passed over, and said so', async () => {
  const { search: here, log } = search(['broken', 'chromium'], []);
  expect(await ensureBrowser(here)).toBe('chromium');
  expect(log).toEqual(['broken is there but does not start.']);
});

test('installers are tried in order until a browser starts', async () => {
  const installers = [{ name: 'root-only', applies: false }, { name: 'broken' }, { name: 'b' }];
  const { search: here } = search([], [...installers, { name: 'never' }]);
  expect(await ensureBrowser(here)).toBe('b');
  expect(here.candidates()).toEqual(['broken', 'b']);
});

test('where nothing helps, the message says what to install', async () => {
  const { search: here } = search([], [{ name: 'broken' }]);
  await expect(ensureBrowser(here)).rejects.toThrow('install Chromium or Google Chrome');
});
