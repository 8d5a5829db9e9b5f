import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FeatureCollection } from 'geojson';
import { describe, expect, it } from 'vitest';
import type { Catalog } from '../../../src/compiler/catalog.ts';
import { compileStory } from '../../../src/compiler/compile-story.ts';
import { frontMatterSchema, stepSchema } from '../../../src/compiler/schema.ts';
import { type SchemaNode, toSchemaNode } from '../../../src/compiler/schema-node.ts';
import { createWriter, liveIn } from '../../corpus/outputs.ts';
import { STORIES } from '../compiler/support.ts';

const ATTACKS = [
  '"/><script>run(1)</script><g x="',
  '\\75rl(https://other.example/x)',
  'var(--x, url(https://other.example/x))',
  'javascript:run(1)',
];

/** What a story can be written in: everything in it may be replaced by an attack. */
const FRONT = {
  title: 'A test',
  description: 'A story for a test.',
  byline: 'Kim',
  published: '2025-06-25',
  dates: '1950-06-25 .. 1953-07-27',
  layers: {
    control: {
      ...{ from: 'korea/front-line', as: 'dated-area', within: 'korea/land', title: 'Who' },
      sides: { north: 'North', south: 'South' },
    },
    crossings: { from: 'korea/yalu-crossings', as: 'route', title: 'Crossings' },
    own: {
      ...{ from: 'korea/yalu-crossings', as: 'style', title: 'Own', only: ['andong'] },
      style: {
        type: 'line',
        paint: { 'line-color': '#444', 'line-dasharray': [1, 2] },
        layout: { 'line-cap': 'round' },
        filter: ['has', 'name'],
      },
    },
    names: {
      ...{ from: 'places', as: 'style', title: 'Names' },
      style: {
        type: 'symbol',
        layout: { 'text-field': ['get', 'name'] },
        paint: { 'text-color': 'red' },
      },
    },
  },
  chart: {
    ...{ from: 'korea/share', title: 'Share', unit: '%' },
    series: [{ column: 'north_percent', title: 'North', side: 'north' }],
  },
};
const STEP = {
  camera: { bounds: [124.3, 40, 124.5, 40.2], phone: { bounds: [124.3, 40, 124.5, 40.2] } },
  date: '1950-10-19 .. 1950-10-25',
  show: ['control', 'crossings', 'own', 'names'],
  opacity: { own: 0.5 },
  reveal: { crossings: '0 .. 1' },
  play: '6s',
  label: ['andong'],
  alt: 'The whole of Korea.',
};

type Path = readonly (string | number)[];
type Node = SchemaNode & { type?: string; anyOf?: Node[] };

/** The ways to every value of a schema that may be a text, or that the schema leaves open. */
function textsIn(node: Node, sample: unknown, path: Path = []): Path[] {
  if (node.anyOf) return node.anyOf.flatMap((each) => textsIn(each, sample, path));
  if (node.type === 'string' || node.type === undefined) return [path, ...deepIn(sample, path)];
  const at = (key: string | number): unknown =>
    (sample as Record<string, unknown> | undefined)?.[key];
  const named = Object.entries(node.properties ?? {}).flatMap(([key, inner]) =>
    textsIn(inner, at(key) ?? inner.examples?.[0], [...path, key]),
  );
  const { additionalProperties: other, items } = node;
  const keys = typeof other === 'object' ? Object.keys((sample ?? { x: 0 }) as object) : [];
  const free = keys.flatMap((key) => textsIn(other as Node, at(key), [...path, key]));
  const listed = typeof items === 'object' ? textsIn(items, at(0), [...path, 0]) : [];
  return [...named, ...free, ...listed];
}

/** The ways to the texts in a value whose schema is open, such as an expression. */
function deepIn(value: unknown, path: Path): Path[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const way = [...path, Array.isArray(value) ? Number(key) : key];
    return typeof inner === 'string' ? [way] : deepIn(inner, way);
  });
}

/** A copy of a value with another at the end of a path; what is missing on the way comes from the schema's examples. */
function withAt(value: unknown, [key, ...rest]: Path, end: unknown): unknown {
  if (key === undefined) return end;
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<
    string,
    unknown
  >;
  copy[key] = withAt(copy[key] ?? (typeof rest[0] === 'number' ? [] : {}), rest, end);
  return copy;
}

const textOf = (front: unknown, step: unknown, prose = 'Prose.', heading = 'One {#one}'): string =>
  `---\n${JSON.stringify(front)}\n---\n\n## ${heading}\n\n\`\`\`step\n${JSON.stringify(step)}\n\`\`\`\n\n${prose}\n`;

const read = (name: string): FeatureCollection =>
  JSON.parse(readFileSync(join(STORIES, 'catalog', `${name}.geojson`), 'utf8'));

/** The datasets of the golden stories; of the front its lines alone. */
const datasets: Readonly<Record<string, FeatureCollection>> = {
  ...Object.fromEntries(
    ['places', 'korea/land', 'korea/yalu-crossings'].map((name) => [name, read(name)]),
  ),
  'korea/front-line': {
    type: 'FeatureCollection',
    features: read('korea/front-line')
      .features.filter(({ geometry }) => geometry.type === 'LineString')
      .map((line) => ({ ...line, properties: { ...line.properties, role: 'line' } })),
  },
};
const rows = [
  ['date', 'north_percent'],
  ['1950-06-25', '56.8'],
  ['1950-07-25', '61.9'],
];
const base: Catalog = {
  datasets,
  tables: { 'korea/share': { rows } },
  basemaps: ['atlas'],
  hasFile: (path) => path === 'images/bridge.jpg',
};

const write = await createWriter();
const seen = new Set<string>();
let written = 0;

function check(text: string, catalog: Catalog, what: string): void {
  const { story } = compileStory(text, { file: 'story.md', catalog });
  if (!story) return;
  const json = JSON.stringify(story);
  // What the compiler dropped, or wrote as before, comes to nothing more.
  if (seen.has(json)) return;
  seen.add(json);
  written += 1;
  expect(liveIn(write(story)), what).toEqual([]);
}

const places: [name: string, paths: Path[], put: (path: Path, attack: string) => string][] = [
  [
    'front matter',
    textsIn(toSchemaNode(frontMatterSchema), FRONT),
    (path, attack) => textOf(withAt(FRONT, path, attack), STEP),
  ],
  [
    'a step block',
    textsIn(toSchemaNode(stepSchema), STEP),
    (path, attack) => textOf(FRONT, withAt(STEP, path, attack)),
  ],
];

describe('an attack in every text that an author can write', () => {
  it('begins with a story that can be drawn', () => {
    const { issues, story } = compileStory(textOf(FRONT, STEP), {
      file: 'story.md',
      catalog: base,
    });
    expect(issues.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(Object.keys(write(story!))).toContain('still');
  });

  for (const [name, paths, put] of places) {
    const unique = [...new Map(paths.map((path) => [path.join('.'), path])).values()];
    it(`comes to nothing in ${name}: ${unique.length} places`, () => {
      expect(unique.length).toBeGreaterThan(name === 'front matter' ? 40 : 10);
      for (const path of unique) {
        for (const attack of ATTACKS) check(put(path, attack), base, `${path.join('.')} ${attack}`);
      }
    });
  }

  const prose: [string, (attack: string) => string][] = [
    ['text', (attack) => attack],
    ['emphasis', (attack) => `**${attack}**`],
    ['code', (attack) => `\`${attack}\``],
    ['a fence', (attack) => `\`\`\`${attack}\n${attack}\n\`\`\``],
    ['a link', (attack) => `[${attack}](<${attack}> "${attack.replaceAll('"', '\\"')}")`],
    [
      'a picture',
      (attack) =>
        `![${attack}](images/bridge.jpg "${attack.replaceAll('"', "'")}"){credit="${attack.replaceAll('"', "'")}"}`,
    ],
    ['an address of a picture', (attack) => `![x](<${attack}>)`],
    ['attributes', (attack) => `*x*{.a title="${attack.replaceAll('"', "'")}" ${attack}}`],
    ['a table', (attack) => `| ${attack} | b |\n| - | - |\n| ${attack} | d |`],
    ['a container', (attack) => `::: ${attack}\n${attack}\n:::`],
    ['notes', (attack) => `::: notes\n${attack}\n:::`],
    ['a footnote', (attack) => `x[^a]\n\n[^a]: ${attack}`],
    ['the name of a footnote', (attack) => `x[^${attack}]\n\n[^${attack}]: A note.`],
    ['HTML', (attack) => `<p title="${attack}" lang="${attack}" class="${attack}">x</p>`],
    ['HTML in single quotes', (attack) => `<a href='${attack}' title='${attack}'>x</a>`],
  ];
  it.each(prose)('comes to nothing in prose: %s', (name, put) => {
    for (const attack of ATTACKS)
      check(textOf(FRONT, STEP, put(attack)), base, `${name} ${attack}`);
  });

  it.each(['{attack} {#one}', 'One {#{attack}}', 'One {.a title="{attack}" #one}', '{attack}'])(
    'comes to nothing in a heading: %s',
    (heading) => {
      for (const attack of ATTACKS) {
        check(
          textOf(
            FRONT,
            STEP,
            'x',
            heading.replaceAll('{attack}', () => attack),
          ),
          base,
          attack,
        );
      }
    },
  );

  it('comes to nothing in a dataset: ids and properties, of places too', () => {
    for (const [name, dataset] of Object.entries(datasets)) {
      for (const attack of ATTACKS) {
        const text = JSON.stringify(dataset);
        const changed = JSON.parse(text, (key, value) => {
          const isWord = typeof value === 'string' && !['type', 'date', 'role', 'id'].includes(key);
          return isWord ? attack : value;
        });
        const named = JSON.parse(text, (key, value) => (key === 'id' ? attack : value));
        for (const each of [changed, named]) {
          const catalog = { ...base, datasets: { ...datasets, [name]: each } };
          check(textOf(FRONT, STEP), catalog, `${name} ${attack}`);
          const labelled = { ...STEP, label: [attack] };
          check(textOf(FRONT, labelled), catalog, `${name} ${attack}`);
        }
      }
    }
  });

  it('comes to nothing in a table: names of columns and cells', () => {
    for (const attack of ATTACKS) {
      for (const rows of [
        [
          ['date', attack],
          ['1950-06-25', '1'],
          ['1950-07-25', '2'],
        ],
        [
          ['date', 'a'],
          ['1950-06-25', attack],
          ['1950-07-25', '2'],
        ],
        [
          ['date', 'a', attack],
          [attack, '1', attack],
          ['1950-07-25', '2', attack],
        ],
      ]) {
        const chart = {
          ...FRONT.chart,
          from: attack,
          series: [{ column: rows[0]?.[1], title: attack }],
        };
        const catalog = { ...base, tables: { [attack]: { rows } } };
        check(textOf({ ...FRONT, chart }, STEP), catalog, attack);
      }
    }
  });

  it('was written out many times', () => {
    console.log(`${written} stories with an attack were written out`);
    expect(written).toBeGreaterThan(100);
  });
});
