import { writeFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import type { Cell } from '../support/faults/cell.ts';
import { FAULTS, type Fault } from '../support/faults/faulty-host.ts';
import type { References } from '../support/faults/heal.ts';
import { faultsOf } from '../support/faults/judge.ts';
import { RESOURCES, type Use } from '../support/faults/resources.ts';
import { type CellOptions, runCell, takeReference } from '../support/faults/run-cell.ts';
import { ROW, rowOf } from '../support/faults/table.ts';
import { WAYS, type Way } from '../support/faults/uses.ts';

// `LEGENDA_FAULTS=404,offline` narrows the columns, and `-g` the rows.

/** How many readers read at once: they wait more than they work. */
const AT_ONCE = 5;

const { LEGENDA_FAULTS } = process.env;
const WANTED: readonly Fault[] = FAULTS.filter(
  (fault) => !LEGENDA_FAULTS || LEGENDA_FAULTS.split(',').includes(fault),
);

/** Does something with each of some things, a few at once; results are in order. */
async function mapFew<T, R>(all: readonly T[], work: (each: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const rest = [...all.entries()];
  const worker = async (): Promise<void> => {
    for (let next = rest.shift(); next; next = rest.shift()) results[next[0]] = await work(next[1]);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return results;
}

/** Puts pictures beside the test's report. */
async function keep(pictures: Record<string, Buffer>, of: string): Promise<void> {
  for (const [name, picture] of Object.entries(pictures)) {
    const path = test.info().outputPath(`${of}-${name}.png`.replaceAll(' ', '-'));
    await writeFile(path, picture);
    await test.info().attach(`${of}, ${name}`, { path });
  }
}

/** Expects that nothing is wrong with some cells, which the table at the end shows. */
async function expectRight(cells: readonly Cell[], options: CellOptions): Promise<void> {
  const seen = await mapFew(cells, (cell) => runCell(cell, options));
  for (const [i, cell] of cells.entries()) {
    const { picture } = seen[i]!;
    test.info().annotations.push({ type: ROW, description: rowOf(cell, seen[i]!) });
    if (picture) await keep({ shown: picture, ...options.references }, cell.fault);
    expect.soft(faultsOf(cell, seen[i]!), `${cell.resource.name}, ${cell.fault}`).toEqual([]);
  }
}

const cellOf = (name: string, fault: Fault): Cell => {
  const resource = RESOURCES.find((each) => each.name === name);
  if (!resource) throw new Error(`There is no resource ${name}.`);
  return { resource, fault };
};

/** Pictures where nothing is amiss, by how a story is opened: many ways open it alike. */
const taken = new Map<Way['open'], Promise<References>>();

function referencesOf(use: Use, { browser, site }: Pick<CellOptions, 'browser' | 'site'>) {
  const way = WAYS[use];
  const references = taken.get(way.open) ?? takeReference(browser, { site, way });
  taken.set(way.open, references);
  return references;
}

test('a file that does not come leaves the text, a right picture and a clear sentence', async ({
  browser,
  baseURL,
}) => {
  const site = baseURL ?? '';
  const references = await referencesOf('read', { browser, site });
  const cells = [
    cellOf('map', 'slow'),
    cellOf('story file', 'cut off'),
    cellOf('worker', '404'),
    cellOf('sharing', 'offline'),
    cellOf('presenting', 'HTML instead'),
  ];
  await expectRight(cells, { browser, site, references, quick: true });
});

test.describe('each file, in each way in which it may not come @long', () => {
  test.describe.configure({ timeout: 1_200_000 });

  for (const resource of RESOURCES) {
    test(`${resource.name}`, async ({ browser, baseURL }) => {
      const site = baseURL ?? '';
      const references = await referencesOf(resource.use, { browser, site });
      const cells = WANTED.map((fault): Cell => ({ resource, fault }));
      await expectRight(cells, { browser, site, references });
    });
  }
});
