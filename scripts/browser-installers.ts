import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { TOOLS } from './packages.ts';
import { type RunOptions, run, runNode } from './run.ts';

/** A way to get a browser. */
export interface Installer {
  /** Told to the user before it starts, such as "playwright install chromium". */
  name: string;
  /** Whether it can be tried here and now. */
  applies: () => boolean;
  /** Does it; a failure is not thrown, because the next look for a browser shows it. */
  install: () => Promise<void>;
}

const MINUTE = 60_000;

/** Output goes to our errors, so that standard output is the browser's path and nothing else. */
async function playwright(args: readonly string[], timeoutMs: number): Promise<void> {
  const env = { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '15000' };
  await runNode(TOOLS.playwright, args, { timeoutMs, env, output: 'stderr' });
}

async function apt(packages: readonly string[]): Promise<void> {
  const options: RunOptions = {
    env: { DEBIAN_FRONTEND: 'noninteractive' },
    timeoutMs: 10 * MINUTE,
    output: 'stderr',
  };
  await run('apt-get', ['update', '-q'], options);
  await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], options);
}

function canApt(): boolean {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

/**
 * The ways to get a browser, the one that changes the machine least first: Playwright's Chromium,
 * the libraries it lacks (as root on a Debian-like Linux), Debian's own Chromium (likewise).
 */
export function browserInstallers(): Installer[] {
  return [
    {
      name: 'playwright install chromium',
      applies: () => true,
      install: () => playwright(['install', 'chromium'], 5 * MINUTE),
    },
    {
      name: 'playwright install-deps chromium',
      applies: () => canApt() && existsSync(chromium.executablePath()),
      install: () => playwright(['install-deps', 'chromium'], 10 * MINUTE),
    },
    {
      name: 'apt-get install chromium',
      applies: canApt,
      install: () => apt(['chromium', 'fonts-liberation']),
    },
  ];
}
