import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readCatalog } from '../../../src/cli/catalog.ts';
import { GEO_FOLDER } from '../../../src/cli/geo-folder.ts';
import { openCatalog, type Table, type UnreadTable } from '../../../src/compiler/catalog.ts';
import { compileStory } from '../../../src/compiler/compile-story.ts';
import { sampleTimeline } from '../../../src/core/sample-timeline.ts';
import { createTimeline } from '../../../src/core/timeline.ts';
import { createViewport } from '../../../src/core/viewport.ts';

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

describe('case 1: a dataset that is broken', () => {
  const geo = join(folder, 'geo');
  mkdirSync(join(geo, 'own'), { recursive: true });
  writeFileSync(join(geo, 'broken.geojson'), '\uFEFF{"type":');
  writeFileSync(join(geo, 'own/list.geojson'), '[]');
  writeFileSync(join(geo, 'constructor.geojson'), '{"type":"Point","coordinates":[127,37]}');
  writeFileSync(join(geo, 'roads.topojson'), '{"type":"Topology","arcs":[],"objects":{}}');
  const story = (layers: string) => `---
title: A test
description: A story for a test.
layers: { ${layers} }
---

## One {#one}

\`\`\`step
camera: { center: [127, 37], zoom: 6 }
show: [constructor]
\`\`\`
`;
  const check = (layers: string) =>
    compileStory(story(layers), { file: 'story.md', catalog: readCatalog(geo) });

  it('harms no story that does not name it', () => {
    const { story: compiled, issues } = check('constructor: { from: constructor, as: points }');
    expect(issues.filter(({ severity }) => severity === 'error')).toEqual([]);
    const timeline = createTimeline(compiled!, createViewport(1280, 800));
    const { layers } = sampleTimeline(timeline, { step: 'one', progress: 0, travel: 0 });
    expect(layers).toEqual([{ id: 'constructor', kind: 'points', opacity: 1 }]);
  });

  it('is told in those that do, with the file’s name', () => {
    const names = 'constructor: { from: broken, as: points }, b: { from: own/list, as: area }';
    expect(check(names).issues.map(({ message }) => message)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/broken\.geojson` is not JSON: line 1, column 9/),
        expect.stringMatching(/own\/list\.geojson` holds a list of 0/),
      ]),
    );
  });

  it('lists datasets of both kinds, and none of the project’s own folders', () => {
    expect(openCatalog(readCatalog(geo)).datasetNames.toSorted()).toEqual([
      ...['broken', 'constructor', 'own/list', 'roads'],
    ]);
  });
});
