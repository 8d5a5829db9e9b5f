import { chromium } from '@playwright/test';
import * as finder from '../../src/cli/find-browser.ts';

/**
 * Chromium's flags for a test: WebGL in software, so that every machine draws the same picture, and
 * no traffic of the browser's own.
 */
export const CHROMIUM_FLAGS: readonly string[] = [
  ...finder.startFlags(),
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  // The page's own text and stills by the processor, as a browser without a graphics card draws them:
  // the software that stands in for WebGL is far slower at that.
  '--disable-gpu-rasterization',
];

/** This machine. */
function thisMachine(): finder.Machine {
  return finder.machineHere(chromium.executablePath());
}

/** Every Chromium-like browser on the machine, as the commands of Legenda find them. */
export function browserCandidates(machine = thisMachine()): string[] {
  return finder.browserCandidates(machine);
}

/** The absolute path of the browser to test with: the first of {@link browserCandidates}. */
export function findBrowser(machine = thisMachine()): string {
  return finder.findBrowser(machine);
}
