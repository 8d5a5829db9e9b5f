import { readFileSync } from 'node:fs';
import type { Feature } from 'geojson';
import Papa from 'papaparse';
import { createDatedLine } from '../../src/core/dated-line.ts';
import { ringsOf } from '../../src/core/rings-of.ts';
import { shareRows } from '../../src/core/share-rows.ts';
import { type Dataset, OURS, type Recipe } from '../lib/dataset.ts';
import { GEO } from '../lib/inputs.ts';

/**
 * `korea/share`: how much of the peninsula each side held, week by week: a table, with the rows that
 * `legenda share korea/front-line` prints.
 */
export const share: Recipe = {
  output: 'korea/share.csv',
  needs: 'repository',
  ...OURS,
  make: () => {
    const line = createDatedLine(featuresOf('korea/front-line'));
    const rows = shareRows(line, ringsOf(featuresOf('korea/peninsula')), 7);
    return new TextEncoder().encode(`${Papa.unparse(rows, { newline: '\n' })}\n`);
  },
};

function featuresOf(name: string): Feature[] {
  const text = readFileSync(new URL(`${name}.geojson`, GEO), 'utf8');
  return (JSON.parse(text) as Dataset).features;
}
