import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { ROOT } from './packages.ts';
import { type Load, pageFiles } from './page-files.ts';

/**
 * `npm run size`: what a reading page loads, in gzip, and whether our own script keeps to its
 * budget. earcut, lit and scrollama count as ours.
 *
 *   --page stories/<slug>/index.html
 */

const BUDGET_KB = 30;
const FOLDER = join(ROOT, 'dist');

/** Chunks that script loads only for some: a chart and its table, stills (no WebGL), steps that a page lacks, the presenter, a frame, the dialog that shares. */
const ON_DEMAND =
  /^(define-chart|story-table|still|presenting|make-steps|guest|guest-link|embedding|shared-sight|show-sharing)[-.]/;

const GROUPS = ['maplibre-gl', 'ours', 'styles', 'on demand'] as const;

interface Entry {
  path: string;
  group: (typeof GROUPS)[number];
  bytes: number;
}

function readBuilt(path: string): string | undefined {
  try {
    return readFileSync(join(FOLDER, path), 'utf8');
  } catch {
    return undefined;
  }
}

function groupOf(path: string, load: Load): Entry['group'] {
  if (load === 'demand') return 'on demand';
  if (basename(path).includes('maplibre-gl')) return 'maplibre-gl';
  return path.endsWith('.css') ? 'styles' : 'ours';
}

function entriesOf(page: string): Entry[] {
  const site = { read: readBuilt, isOnDemand: (path: string) => ON_DEMAND.test(basename(path)) };
  return [...pageFiles(site, page)].map(([path, load]) => ({
    path,
    group: groupOf(path, load),
    bytes: gzipSync(readFileSync(join(FOLDER, path)), { level: 9 }).length,
  }));
}

function line(name: string, bytes: number): string {
  return `${name.padEnd(56)}${(bytes / 1000).toFixed(1).padStart(8)} kB`;
}

function sumBytes(entries: readonly Entry[]): number {
  return entries.reduce((sum, { bytes }) => sum + bytes, 0);
}

function main(): void {
  const { values } = parseArgs({
    options: { page: { type: 'string', default: 'stories/stalin-korea/index.html' } },
  });
  const entries = entriesOf(values.page).sort((a, b) => b.bytes - a.bytes);
  console.log(`${values.page}, gzip`);
  for (const group of GROUPS) {
    const members = entries.filter((entry) => entry.group === group);
    if (members.length > 0) console.log(`\n${line(group, sumBytes(members))}`);
    for (const { path, bytes } of members) console.log(line(`  ${path}`, bytes));
  }
  const ours = sumBytes(entries.filter(({ group }) => group === 'ours'));
  console.log(`\n${line('total', sumBytes(entries.filter(({ group }) => group !== 'on demand')))}`);
  console.log(line(`ours, of a budget of ${BUDGET_KB} kB`, ours));
  if (ours === 0 || ours > BUDGET_KB * 1000) {
    console.error(ours === 0 ? 'No script of ours was found.' : 'Over the budget.');
    process.exitCode = 1;
  }
}

try {
  main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
