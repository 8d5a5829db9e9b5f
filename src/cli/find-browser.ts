import { existsSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The machine as {@link browserCandidates} sees it, so that a test can describe another one. */
export interface Machine {
  env: Readonly<Record<string, string | undefined>>;
  platform: NodeJS.Platform;
  /** Where Playwright would keep its own Chromium; there may be nothing there. Absent without Playwright. */
  playwrightPath?: string;
  /** Whether a file, not a folder, is at the path. */
  isFile: (path: string) => boolean;
}

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'msedge',
];

const PLACES: Partial<Record<NodeJS.Platform, string[]>> = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/opt/google/chrome/chrome',
    '/usr/bin/microsoft-edge',
    '/snap/bin/chromium',
  ],
  darwin: [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
};

const WINDOWS_PLACES = [
  'Chromium\\Application\\chrome.exe',
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

function isRootOnLinux(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0;
}

/** Flags without which Chromium does not start here: root on Linux cannot have its sandbox. */
export function startFlags(): string[] {
  return isRootOnLinux() ? ['--no-sandbox'] : [];
}

function wellKnownPlaces({ env, platform }: Machine): string[] {
  if (platform !== 'win32') return PLACES[platform] ?? [];
  return [env.LOCALAPPDATA, env.PROGRAMFILES, env['PROGRAMFILES(X86)']]
    .filter((root) => root !== undefined)
    .flatMap((root) => WINDOWS_PLACES.map((place) => `${root}\\${place}`));
}

function placesOnPath({ env, platform }: Machine): string[] {
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const suffix = platform === 'win32' ? '.exe' : '';
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name + suffix)));
}

/** This machine; `playwrightPath` as in {@link Machine}. */
export function machineHere(playwrightPath?: string): Machine {
  return {
    env: process.env,
    platform: process.platform,
    ...(playwrightPath !== undefined && { playwrightPath }),
    isFile: (path) => existsSync(path) && statSync(path).isFile(),
  };
}

/** This machine, with Playwright's own Chromium where Playwright is installed. */
export async function findMachine(): Promise<Machine> {
  const playwright = await import('@playwright/test').catch(() => undefined);
  return machineHere(playwright?.chromium.executablePath());
}

/**
 * Every Chromium-like browser on the machine, the best first, each once: the one `LEGENDA_BROWSER`
 * names, Playwright's own, those in their usual places, those on the `PATH`. Whether they start is
 * not tried.
 *
 * @throws when `LEGENDA_BROWSER` names a file that is not there: a wish is never passed over.
 */
export function browserCandidates(machine: Machine): string[] {
  const wished = machine.env.LEGENDA_BROWSER;
  if (wished && !machine.isFile(wished)) {
    throw new Error(`LEGENDA_BROWSER is ${wished}, but there is no such file.`);
  }
  const { playwrightPath = [] } = machine;
  const paths = [playwrightPath, wellKnownPlaces(machine), placesOnPath(machine)].flat();
  const found = paths.filter((path) => machine.isFile(path));
  return [...new Set(wished ? [wished, ...found] : found)];
}

/**
 * The absolute path of the browser to use: the first of {@link browserCandidates}.
 *
 * @throws when there is none; the message says how to get one.
 */
export function findBrowser(machine: Machine): string {
  const [first] = browserCandidates(machine);
  if (first) return first;
  throw new Error('No Chromium or Chrome found. `npm run browser` finds or installs one.');
}
