import { expect, test } from 'vitest';
import { pageFiles } from '../../../scripts/page-files.ts';

const PAGE = 'stories/a/index.html';

const FILES: Record<string, string> = {
  [PAGE]: `<!doctype html>
    <link rel="stylesheet" crossorigin href="../../assets/read.css">
    <link rel="modulepreload" href="/assets/lit.js">
    <link rel="canonical" href="../../assets/never.js">
    <script type="application/json">{"from": "./never.js"}</script>
    <script type="module" crossorigin src="../../assets/read.js?v=1"></script>`,
  'assets/read.css': '',
  'assets/read.js':
    'import{a as b}from"./lit.js";import"./core.js";const m=()=>import(`./maplibre-gl-1.js`);' +
    'import("./still-2.js");import("./gone.js")',
  'assets/lit.js': 'export{x}from"./core.js"',
  'assets/core.js': 'import"./lit.js"',
  'assets/maplibre-gl-1.js':
    'm.f=["./maplibre-gl-3.css"];new URL("maplibre-gl-worker-4.mjs",import.meta.url)',
  'assets/maplibre-gl-3.css': '',
  'assets/maplibre-gl-worker-4.mjs': '',
  'assets/still-2.js': 'import"./d3-geo.js";import"./core.js"',
  'assets/d3-geo.js': '',
  'assets/never.js': '',
};

const SITE = {
  read: (path: string) => FILES[path],
  isOnDemand: (path: string) => path.includes('still-'),
};

test('a page loads what its tags name and all that those scripts import', () => {
  const files = pageFiles(SITE, PAGE);
  const always = [...files].filter(([, load]) => load === 'page').map(([path]) => path);
  expect(always.sort()).toEqual([
    'assets/core.js',
    'assets/lit.js',
    'assets/maplibre-gl-1.js',
    'assets/maplibre-gl-3.css',
    'assets/maplibre-gl-worker-4.mjs',
    'assets/read.css',
    'assets/read.js',
  ]);
});

test('what only a script on demand imports is on demand too', () => {
  const files = pageFiles(SITE, PAGE);
  const demand = [...files].filter(([, load]) => load === 'demand').map(([path]) => path);
  expect(demand.sort()).toEqual(['assets/d3-geo.js', 'assets/still-2.js']);
});

test('a page that is not there is an error', () => {
  expect(() => pageFiles(SITE, 'stories/b/index.html')).toThrow('stories/b/index.html');
});
