import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { readCatalog } from '../../../src/cli/catalog.ts';
import { GEO_FOLDER } from '../../../src/cli/geo-folder.ts';
import { openCatalog, type Table, type UnreadTable } from '../../../src/compiler/catalog.ts';

const folder = mkdtempSync(join(tmpdir(), 'legenda-catalog-'));
mkdirSync(join(folder, 'drafts'));
for (const name of ['prices.csv', 'drafts/old.csv', 'notes.txt']) {
  writeFileSync(join(folder, name), 'date,rice\n1950-06-25,3\n');
}
afterAll(() => rmSync(folder, { recursive: true }));

const rowsOf = (table: Table | UnreadTable | undefined): string[][] =>
  table && 'rows' in table ? table.rows : [];

it('a story has the tables of geo/ and those beside it', () => {
  const catalog = openCatalog(readCatalog(GEO_FOLDER, folder));
  expect(catalog.tableNames).toEqual(['korea/share', 'prices.csv']);
  expect(rowsOf(catalog.table('prices.csv')).slice(0, 2)).toEqual([
    ['date', 'rice'],
    ['1950-06-25', '3'],
  ]);
});

it('the share of the peninsula is a table of weeks from the war’s first day to its last', () => {
  const [head, ...rows] = rowsOf(openCatalog(readCatalog(GEO_FOLDER)).table('korea/share'));
  expect(head).toEqual(['date', 'north_km2', 'south_km2', 'north_percent', 'south_percent']);
  const dates = rows.map(([date]) => date).filter(Boolean);
  expect([dates[0], dates.at(-1), dates.length]).toEqual(['1950-06-25', '1953-07-27', 163]);
});

it('without a story there are no files beside it', () => {
  const catalog = readCatalog(GEO_FOLDER);
  expect(Object.keys(catalog.tables ?? {})).toEqual(['korea/share']);
  expect(catalog.hasFile).toBeUndefined();
});
