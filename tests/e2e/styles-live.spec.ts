import { expect, test } from '@playwright/test';
import type { FeatureCollection } from 'geojson';
import { compileStory } from '../../src/compiler/compile-story.ts';
import { FOLDER, pageOf, serveFiles, siteOf, stillOf } from '../corpus/pages.ts';
import { isLive, seek } from '../support/story-page.ts';

const own: FeatureCollection = {
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      id: 'port',
      properties: { name: 'Port', kind: 'port', people: 400, color: 'tomato' },
      geometry: { type: 'Point', coordinates: [127, 37] },
    },
    {
      type: 'Feature',
      id: 'road',
      properties: { name: 'Road', kind: 'road', people: 9 },
      geometry: {
        type: 'LineString',
        coordinates: [
          [125, 36],
          [129, 39],
        ],
      },
    },
    {
      type: 'Feature',
      id: 'area',
      properties: { name: 'Area', kind: 'area', people: 16 },
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [126, 35],
            [128, 35],
            [127, 36.5],
            [126, 35],
          ],
        ],
      },
    },
  ],
};

/** Styles that the check lets through, in all the ways that a value may be written. */
const STYLES = {
  line: "{ type: line, paint: { line-color: [match, [get, kind], road, SteelBlue, [coalesce, [get, color], 'hsl(10 50% 50% / 40%)']], line-width: [interpolate, [linear], [zoom], 4, 1, 8, [sqrt, [get, people]]], line-dasharray: [4, 2] }, layout: { line-cap: round } }",
  fill: "{ type: fill, paint: { fill-color: { stops: [[3, red], [8, '#00f8']] }, fill-outline-color: transparent } }",
  circle:
    '{ type: circle, minzoom: 2, paint: { circle-color: [step, [get, people], "#abc", 100, "rgb(10% 20% 30%)"], circle-radius: [sqrt, [get, people]] } }',
  tokens: "{ type: symbol, layout: { text-field: 'At {name}, {nothing}' } }",
  plain:
    "{ type: symbol, filter: ['==', kind, area], layout: { text-field: Plain, text-font: [Atlas Italic] } }",
  stops: "{ type: symbol, layout: { text-field: { stops: [[0, '{name}'], [5, 'Near {name}']] } } }",
  form: '{ type: symbol, layout: { text-field: [format, [get, [global-state, names]], {}, " ", {}, [get, name], { text-font: [literal, [Atlas Bold]], text-color: red }] } }',
};

const names = Object.keys(STYLES);
const TEXT = `---
title: Styles
description: Styles on a live map.
layers:
${Object.entries(STYLES)
  .map(([name, style]) => `  ${name}: { from: own, as: style, title: ${name}, style: ${style} }`)
  .join('\n')}
---

## One {#step-0}

\`\`\`step
camera: { bounds: [124, 34, 130, 43] }
show: [${names.join(', ')}]
alt: Korea.
\`\`\`

Prose.
`;

test('a style that the check lets through comes up on the live map, and in a still', async ({
  page,
}) => {
  const catalog = { datasets: { own }, tables: {}, basemaps: ['atlas'] };
  const { story, issues } = compileStory(TEXT, { file: 'story.md', catalog });
  expect(issues).toEqual([]);
  if (!story) throw new Error('There is no story.');
  const still = await stillOf(story);
  expect(still).not.toMatch(/NaN|undefined/);
  const site = await siteOf(page);
  const files = {
    'index.html': await pageOf(story, page, { site, still }),
    'story.json': JSON.stringify(story),
    'still.svg': still,
    'cover.svg': still,
  };
  await serveFiles(page, site, { files, policy: undefined });
  const errors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(String(error)));
  await page.goto(`${FOLDER}index.html`);
  await page.waitForFunction(() => document.querySelector('map-story')?.story !== undefined);
  await seek(page, 'step-0', 1);
  expect(await isLive(page)).toBe(true);
  expect(errors.filter((text) => !text.includes('favicon'))).toEqual([]);
  await expect(page.locator('story-legend li')).toHaveCount(names.length);
});
