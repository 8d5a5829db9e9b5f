import { readFileSync } from 'node:fs';
import { Color, latest } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, it } from 'vitest';
import { canonicalColor } from '../../../src/compiler/style-color.ts';
import { ATLAS_FACES } from '../../../src/core/atlas-faces.ts';
import { compile } from './support.ts';

/** A story with one layer of the author's own style, written as YAML in flow form. */
const storyOf = (style: unknown): string =>
  [
    '---\ntitle: A test\ndescription: A story for a test.\nlayers:',
    `  one: { from: korea/yalu-crossings, as: style, style: ${JSON.stringify(style)} }`,
    '---\n\n## One {#one}\n',
    '```step\ncamera: { bounds: [124, 34, 130, 43] }\nshow: [one]\nalt: Korea.\n```\n\nProse.\n',
  ].join('\n');

const codesOf = (style: unknown): string[] =>
  compile(storyOf(style)).issues.map(({ code }) => code);

/** An address and markup as CSS, SVG and HTML read them, in spellings that pass a careless eye. */
const NO_COLORS = [
  'url(https://other.example/x)',
  'URL(//other.example/x)',
  '\\75rl(https://other.example/x)',
  'u\\72 l(https://other.example/x)',
  'u/**/rl(https://other.example/x)',
  '/**/url(#x)',
  'red;background:url(//other.example/x)',
  'image-set("https://other.example/x" 1x)',
  'image(https://other.example/x)',
  'cross-fade(url(a), url(b))',
  'var(--x, url(https://other.example/x))',
  'var(--x)',
  'env(x)',
  'attr(href)',
  'expression(run())',
  'paint(x)',
  'src("https://other.example/x")',
  '"/><script>run()</script><g x="',
  "'/><image href='https://other.example/x",
  'red"/><style>*{}</style>',
  '&quot;/><script>',
  '#fff" onload="run()',
  'javascript:run()',
  'currentColor',
  'inherit',
  'rgb(from red r g b)',
  'color-mix(in srgb, red, blue)',
  'context-fill',
  'red\u0000',
  '',
  ' ',
];

describe('colours in a style', () => {
  const nested = [
    (color: string) => color,
    (color: string) => ['literal', color],
    (color: string) => ['case', ['has', 'x'], color, 'red'],
    (color: string) => [
      'match',
      ['get', 'x'],
      'a',
      'red',
      'b',
      ['coalesce', ['get', 'y'], color],
      'blue',
    ],
    (color: string) => [
      'interpolate',
      ['linear'],
      ['zoom'],
      3,
      'red',
      8,
      ['step', ['get', 'x'], 'red', 3, color],
    ],
    (color: string) => ['let', 'c', color, ['var', 'c']],
    (color: string) => ['to-color', ['get', 'x'], color],
    (color: string) => ({
      stops: [
        [3, 'red'],
        [8, color],
      ],
    }),
    (color: string) => ({
      property: 'x',
      type: 'categorical',
      stops: [['a', 'red']],
      default: color,
    }),
  ];

  it.each(NO_COLORS)('are told where they are none, at any depth: %j', (color) => {
    for (const nest of nested) {
      const style = { type: 'line', paint: { 'line-color': nest(color) } };
      expect(compile(storyOf(style)).story, JSON.stringify(style)).toBeUndefined();
    }
  });

  it('are written in one form, which MapLibre reads as the same colour', () => {
    expect(canonicalColor('SteelBlue')).toBe('#4682b4');
    expect(canonicalColor('#abc')).toBe('#aabbcc');
    expect(canonicalColor('hsl(210 50% 40% / 50%)')).toBe('rgba(51,102,153,0.5)');
    for (const text of ['red', '#1234', 'rgb(1.5, 2, 3)', 'transparent', 'hsla(1, 2%, 3%, .4)']) {
      const [one, other] = [Color.parse(text)!.rgb, Color.parse(canonicalColor(text)!)!.rgb];
      for (const [i, part] of one.entries()) expect(other[i]).toBeCloseTo(part, 2);
    }
  });

  it.each(['fill', 'line', 'circle', 'symbol'] as const)('of every kind are known: %s', (type) => {
    const properties = latest[`paint_${type}`] as Record<string, { type: string }>;
    for (const [name, spec] of Object.entries(properties)) {
      if (spec.type !== 'color' || name === 'line-gradient') continue;
      const layout = type === 'symbol' ? { 'text-field': 'x' } : {};
      const { story } = compile(storyOf({ type, layout, paint: { [name]: 'RED' } }));
      expect(story?.layers[0]?.style?.paint, name).toEqual({ [name]: '#ff0000' });
      expect(codesOf({ type, layout, paint: { [name]: 'rad' } }), name).toEqual(['wrong-color']);
    }
  });
});

describe('colours of parts of a text', () => {
  const layout = (color: string) => ({
    'text-field': ['format', 'A', { 'text-color': color }, ['get', 'b'], {}],
  });

  it('are kept in one form, and told where they are none', () => {
    const { story } = compile(storyOf({ type: 'symbol', layout: layout('RED') }));
    expect(story?.layers[0]?.style?.layout).toMatchObject(layout('#ff0000'));
    expect(codesOf({ type: 'symbol', layout: layout('rad') })).toEqual(['wrong-color']);
  });
});

describe('a style', () => {
  it('names the faces that the atlas has', () => {
    const { style } = JSON.parse(readFileSync('geo/atlas/style.json', 'utf8'));
    expect(Object.keys(style['font-faces'])).toEqual(ATLAS_FACES);
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'])(
    'may not have what objects inherit: %s',
    (name) => {
      const named = JSON.parse(`{ "type": "line", "paint": { "${name}": 1 } }`);
      const code = name === '__proto__' ? 'yaml-syntax' : 'unknown-style-property';
      expect(codesOf(named)).toEqual([code]);
      for (const expression of [
        [name, 1],
        ['+', 1, [name]],
        ['case', ['has', 'x'], [name], 2],
      ]) {
        const codes = codesOf({ type: 'line', paint: { 'line-width': expression } });
        expect(codes, JSON.stringify(expression)).toEqual(['unknown-style-operator']);
      }
      expect(codesOf({ type: 'line', filter: ['all', [name]] })).toContain(
        'unknown-style-operator',
      );
    },
  );

  it('that is nested by the thousand is an issue', () => {
    const deep = (levels: number): unknown =>
      Array.from({ length: levels }).reduce((inner) => ['+', 1, inner], ['get', 'x']);
    expect(codesOf({ type: 'line', paint: { 'line-width': deep(20) } })).toEqual([]);
    for (const levels of [70, 400, 4000]) {
      const [code, ...more] = codesOf({ type: 'line', paint: { 'line-width': deep(levels) } });
      expect(['wrong-style', 'yaml-syntax'], `${levels}`).toContain(code);
      expect(more).toEqual([]);
    }
  });
});
