import { describe, expect, test } from 'vitest';
import { importCycles } from '../../../scripts/architecture/cycles.ts';
import { undocumentedExports } from '../../../scripts/architecture/doc-comments.ts';
import {
  anyTypes,
  enums,
  longFiles,
  medianLines,
  moduleState,
  oddNames,
  patternReplacements,
  remoteUrls,
  timeouts,
} from '../../../scripts/architecture/house-rules.ts';
import { forbiddenImports, strayScrollama } from '../../../scripts/architecture/layers.ts';
import { sourceFile } from '../../../scripts/architecture/source-file.ts';

/** A project of one file. */
const file = (path: string, ...lines: string[]) => [sourceFile(path, `${lines.join('\n')}\n`)];

describe('the rule on imports', () => {
  test.each([
    ['src/core/a.ts', "import { html } from 'lit';"],
    ['src/core/a.ts', "import type { Map } from 'maplibre-gl';"],
    ['src/core/a.ts', "import { readFileSync } from 'node:fs';"],
    ['src/core/a.ts', "import '../map/map-stage.ts';"],
    ['src/core/a.ts', "const still = await import('../still/draw-still.ts');"],
    ['src/still/a.ts', "import { compile } from '../compiler/compile-story.ts';"],
    ['src/compiler/a.ts', "import { geoPath } from 'd3-geo';"],
    ['src/map/a.ts', "import { scroll } from '../drivers/scroll.ts';"],
    ['src/map/a.ts', "import { build } from '../../geo/build.ts';"],
    ['src/core/a.ts', "import land from '../../geo/atlas/land.geojson?url';"],
    ['src/drivers/a.ts', "export * from '../elements/map-story.ts';"],
    ['src/elements/a.ts', "import { MapStage } from '../map/map-stage.ts';"],
    ['src/elements/a.ts', "import type { MapStage } from '../map/map-stage.ts';"],
    ['src/embed/a.ts', "import { MapStage } from '../map/map-stage.ts';"],
    ['src/present/a.ts', "import { read } from '../pages/read.ts';"],
    ['src/cli/a.ts', "import { scroll } from '../drivers/scroll.ts';"],
    ['src/pages/a.ts', "import { main } from '../cli/main.ts';"],
    ['src/pages/a.ts', "import { find } from '../../tests/support/find-browser.ts';"],
    ['src/index.ts', "export { read } from './pages/read.ts';"],
    ['geo/build.ts', "import { compile } from '../src/compiler/compile-story.ts';"],
    ['src/unheard-of/a.ts', "import { parseDay } from '../core/calendar.ts';"],
  ])('does not let %s say: %s', (path, line) => {
    expect(forbiddenImports(file(path, '', line))).toEqual([
      expect.stringContaining(`${path}:2 imports`),
    ]);
  });

  test('sees a statement over several lines', () => {
    const lines = ["import { b } from './b.ts';", 'import {', '  html,', "} from 'lit';"];
    expect(forbiddenImports(file('src/core/a.ts', ...lines))).toEqual([
      'src/core/a.ts:2 imports lit, which core may not',
    ]);
  });

  test.each([
    ['src/core/a.ts', "import type { Feature } from 'geojson';"],
    ['src/core/a.ts', "// import { html } from 'lit';"],
    ['src/core/a.ts', "const text = `\nimport { html } from 'lit';\n`;"],
    ['src/elements/a.ts', "const { MapStage } = await import('../map/map-stage.ts');"],
    ['src/elements/a.ts', "import { customElement } from 'lit/decorators.js';"],
    ['src/map/a.ts', "import url from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';"],
    ['src/map/a.ts', "import land from '../../geo/atlas/land.geojson?url';"],
    ['src/pages/a.ts', "import '@fontsource/source-serif-4/400.css';"],
    ['src/cli/a.ts', "import { build } from 'vite';"],
    ['geo/build.ts', "import { parseDay } from '../src/core/calendar.ts';"],
  ])('lets %s say: %s', (path, line) => {
    expect(forbiddenImports(file(path, line))).toEqual([]);
  });

  test('does not let another file import scrollama', () => {
    const line = "import scrollama from 'scrollama';";
    expect(strayScrollama(file('src/drivers/keyboard.ts', line))).toEqual([
      'src/drivers/keyboard.ts:1 imports scrollama',
    ]);
    expect(strayScrollama(file('src/drivers/scroll.ts', line))).toEqual([]);
  });

  test('finds a circle, also one of types', () => {
    const files = [
      ...file('src/core/a.ts', "import { b } from './b.ts';"),
      ...file('src/core/b.ts', "export { c } from './c.ts';"),
      ...file('src/core/c.ts', "import type { A } from './a.ts';"),
    ];
    expect(importCycles(files)).toEqual([
      'src/core/a.ts → src/core/b.ts → src/core/c.ts → src/core/a.ts',
    ]);
  });
});

describe('the house rules', () => {
  test('find a file that is too long, and a high median', () => {
    const files = file('src/core/a.ts', ...Array.from({ length: 251 }, () => '// line'));
    expect(longFiles(files)).toEqual(['src/core/a.ts:251 is 251 lines long']);
    expect(medianLines(files)).toBe(251);
  });

  test.each([
    ['export const a = 1;', 'a'],
    ['/* Not a doc comment. */\nexport const a = 1;', 'a'],
    ['/** Of something else. */\n\nexport async function a() {}', 'a'],
    ["@customElement('a-b')\nexport class A {}", 'A'],
    ['export default {};', 'a default'],
    ['/** Documented. */\nexport const A = 1;\nexport type A = number;', 'A'],
  ])('find an export without a doc comment: %s', (text, name) => {
    expect(undocumentedExports(file('src/core/a.ts', text))).toEqual([
      expect.stringMatching(`^src/core/a\\.ts:\\d exports ${name} without a doc comment$`),
    ]);
  });

  test.each([
    '/** Documented. */\nexport const a = 1;',
    "/**\n * Documented.\n */\n@customElement('a-b')\nexport class A {}",
    "export { a } from './b.ts';\nexport type { B } from './b.ts';\nexport * from './c.ts';",
    '/** Two ways. */\nexport function a(b: string): void;\nexport function a(b: number): void;',
  ])('let an export be: %s', (text) => {
    expect(undocumentedExports(file('src/core/a.ts', text))).toEqual([]);
  });

  test.each([
    'let a: any;',
    'const a = b as any;',
    'type A = Array<any>;',
    'type A = Record<string, any>;',
    'function f(a: any[]): void {}',
    `const a = \`\${(b as any).c}\`;`,
  ])('find the type any: %s', (line) => {
    expect(anyTypes(file('src/core/a.ts', line))).toEqual(['src/core/a.ts:1 uses the type any']);
  });

  test('let the word any be', () => {
    const lines = ['// any: any', "const any = 'x: any';", 'Promise.any(a);', 'f({ any: 1 });'];
    expect(anyTypes(file('src/core/a.ts', ...lines))).toEqual([]);
  });

  test.each(['enum A { B }', 'export const enum A { B }', 'declare enum A { B }'])(
    'find an enum: %s',
    (line) => {
      expect(enums(file('src/core/a.ts', line))).toEqual(['src/core/a.ts:1 declares an enum']);
    },
  );

  test.each([
    'let a = 1;',
    'export var a = 1;',
    'const cache = new Map<string, Map<string, number>>();',
    'const seen: Set<string> = new Set();',
    'const list: string[] = [];',
  ])('find state in a module: %s', (line) => {
    expect(moduleState(file('src/core/a.ts', line))).toHaveLength(1);
  });

  test('let constants and local variables be', () => {
    const lines = [
      "const A = new Set(['b']);",
      'const B = new WeakMap<C, D>();',
      'function f() {',
      '  let a = 1;',
      '}',
    ];
    expect(moduleState(file('src/core/a.ts', ...lines))).toEqual([]);
  });

  test('find setTimeout, also in a template, but only where it is forbidden', () => {
    const line = `const a = html\`<b @click=\${() => setTimeout(f)}></b>\`;`;
    expect(timeouts(file('src/elements/a.ts', line))).toEqual([
      'src/elements/a.ts:1 uses setTimeout',
    ]);
    expect(timeouts(file('src/present/a.ts', line))).toEqual([]);
  });

  test.each([
    'html.replace(mark, title);',
    'html.replaceAll(`<b>`, title);',
    ['html.replace("a", `$', '{title}</head>`);'].join(''),
    "html.replace('a', '<' + title);",
    'html.replace(/a,(b)/g, escape);',
    "html.replace(find('a', 1), title)",
    "html\n  .replace(\n    '</head>',\n    title,\n  );",
  ])('find a replacement that may be a pattern: %s', (line) => {
    expect(patternReplacements(file('src/cli/a.ts', line))).toEqual([
      expect.stringMatching(/^src\/cli\/a\.ts:[12] replaces by a value/),
    ]);
  });

  test.each([
    "html.replace(/a(b)/g, '$1,');",
    'html.replace(mark, () => title);',
    'html.replace(mark, (_, name: string) => name.trim());',
    'html.replace(mark, (found) => escape(found));',
    "html.replace('a', `b`);",
    "html.replace(\n  'a, b',\n  'c',\n);",
    'location.replace(address);',
    'hash.replace();',
    '// html.replace(mark, title);',
  ])('let a replacement be that is none: %s', (line) => {
    expect(patternReplacements(file('src/cli/a.ts', line))).toEqual([]);
  });

  test.each([
    "const a = 'https://tiles.host.net/1';",
    "const a = '//tiles.host.net/1';",
    `const a = \`http://tiles.host.net/\${z}\`;`,
  ])('find another host: %s', (line) => {
    expect(remoteUrls(file('src/map/a.ts', '', line))).toEqual([
      'src/map/a.ts:2 names another host',
    ]);
  });

  test('let vocabularies, comments and made-up hosts and this machine be', () => {
    const lines = [
      '// See https://maplibre.org/',
      "const svg = 'http://www.w3.org/2000/svg';",
      "const local = 'http://localhost:4173/';",
      "const hint = 'Write https://example.org/a.png';",
      "const isRemote = text.startsWith('https://') || /^https:\\/\\/a\\.b/.test(text);",
    ];
    expect(remoteUrls(file('src/map/a.ts', ...lines))).toEqual([]);
  });

  test.each(['src/core/aStory.ts', 'src/core/a_story.ts', 'src/Core/story.ts'])(
    'find an odd name: %s',
    (path) => {
      expect(oddNames(file(path, ''))).toEqual([`${path}:1 is not named in kebab-case`]);
    },
  );
});
