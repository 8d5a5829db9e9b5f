import { pathToFileURL } from 'node:url';
import { browserCandidates } from '../tests/support/find-browser.ts';
import { browserInstallers, type Installer } from './browser-installers.ts';
import { run } from './run.ts';

/** What {@link ensureBrowser} uses. */
export interface BrowserSearch {
  /** Paths of installed browsers, the best first. */
  candidates: () => string[];
  /** Whether the browser at a path starts on this machine. */
  starts: (path: string) => Promise<boolean>;
  /** Tried in order until a browser starts. */
  installers: readonly Installer[];
  /** Where to say what is being done. */
  log: (line: string) => void;
}

const ADVICE = [
  'No Chromium that starts was found, and none could be installed. Do one of these:',
  '  - npx playwright install --with-deps chromium',
  '  - install Chromium or Google Chrome (on Debian, as root: apt-get install chromium)',
  '  - set LEGENDA_BROWSER to the path of a Chromium, Chrome or Edge',
].join('\n');

async function firstThatStarts(search: BrowserSearch): Promise<string | undefined> {
  for (const path of search.candidates()) {
    if (await search.starts(path)) return path;
    search.log(`${path} is there but does not start.`);
  }
  return undefined;
}

/**
 * The path of a browser that starts, installed first where there is none.
 *
 * @throws when there is none and none could be installed; the message says what to install.
 */
export async function ensureBrowser(search: BrowserSearch = thisSearch()): Promise<string> {
  const found = await firstThatStarts(search);
  if (found) return found;
  for (const { name, applies, install } of search.installers) {
    if (!applies()) continue;
    search.log(`No browser yet; trying: ${name}`);
    await install();
    const path = await firstThatStarts(search);
    if (path) return path;
  }
  throw new Error(ADVICE);
}

/** `--version` loads the program's libraries, so a browser without them fails it. */
async function starts(path: string): Promise<boolean> {
  // On Windows `chrome.exe --version` opens a window instead of answering.
  if (process.platform === 'win32') return true;
  const { code } = await run(path, ['--version'], { output: 'none', timeoutMs: 30_000 });
  return code === 0;
}

function thisSearch(): BrowserSearch {
  return {
    candidates: () => browserCandidates(),
    starts,
    installers: browserInstallers(),
    log: (line) => console.error(line),
  };
}

async function main(): Promise<void> {
  try {
    console.log(await ensureBrowser());
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main();
