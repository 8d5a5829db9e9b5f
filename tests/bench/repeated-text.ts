/** A piece of a story that is written again and again; a function gives the nth, from 0. */
export type Unit = string | ((n: number) => string);

/** A way to fill a story with repeated text. */
export interface Filling {
  name: string;
  unit: Unit;
  /** The whole file around the repeated text. */
  around: (text: string) => string;
}

const FRONT = 'title: A\ndescription: B\n';
const BLOCK = 'camera: { center: [127, 37], zoom: 5 }\nalt: A map.\n';
const STEP = `## One {#one}\n\n\`\`\`step\n${BLOCK}\`\`\`\n\n`;

const inProse = (text: string): string => `---\n${FRONT}---\n\n${STEP}${text}\n`;
const inBlock = (text: string): string =>
  `---\n${FRONT}---\n\n## One {#one}\n\n\`\`\`step\n${BLOCK}${text}\n\`\`\`\n\nWords.\n`;
const inFront = (text: string): string => `---\n${FRONT}${text}\n---\n\n${STEP}Words.\n`;
const oneLine = (text: string): string => text.replaceAll('\n', ' ');

/** Where prose may stand. */
const PLACES: Readonly<Record<string, (text: string) => string>> = {
  prose: inProse,
  title: (text) => inProse('').replace('## One', () => `## ${oneLine(text)}`),
  footnote: (text) => inProse(`x[^a]\n\n[^a]: ${text.replaceAll('\n', '\n    ')}`),
  item: (text) => inProse(`- ${text.replaceAll('\n', '\n  ')}`),
  cell: (text) => inProse(`| a |\n|---|\n| ${oneLine(text)} |`),
  picture: (text) => inProse(`![${oneLine(text)}](a.jpg){credit="us"}`),
  'HTML block': (text) => inProse(`<div>\n${text.replace(/\n{2,}/g, '\n')}\n</div>`),
  address: (text) => inProse(`<a href="${text.replace(/["\n]/g, '')}">a</a>`),
  notes: (text) => inProse(`::: notes\n${text}\n:::`),
};

const INLINE: readonly Unit[] = [
  ...['*a*{.b}', '*a*{.b} ', '`a`{.b}', '[a](b){.c}', '![a](b){.c}', '{.b}', '{', '{}', '{.a '],
  ...['{a="', '{a="}" ', '{a="b\\" ', '*{.a}', 'a {.b} ', '*a*{.b}{.c}', '*a*{x=1} ', '}'],
  ...['<a href="<!--', '<!--', '<!-- a -->', '-->', '<a ', '<a b="', '<a>', '<b>', '</a>', '<?'],
  ...['<!A ', '<![CDATA[', '<', '<zz>', '<script>', '<b onclick=1>', '<a href="javascript:x">'],
  ...['<a><b></a>', '<b></b>', '<br>', '<p>', '<!---->'],
  ...['&amp;', '&', '&#', '&#x1', '&a', '*a ', '*a', '*', '_a ', '**a *b ', '*a **b ', 'a**b*c'],
  ...['***a ', '~~a ', '`', '`a``b', '` ', '[', ']', '![', '[a](', '[a](<', '[a](b "', '[a]['],
  ...['[a]', '![a](', '[](', '[a](((', '[[]](', '[a](b)', '[a](#zz)', '[a](javascript:x)', '[!['],
  ...[
    '[a](b(',
    '[\\',
    '\\',
    '\\*',
    ' ',
    'a ',
    '\t',
    '[^a]',
    '[^',
    '^[',
    '[^a]: ',
    '|',
    '| a ',
    '|-',
  ],
  ...[
    'http://a.b ',
    '<http://a>',
    '<a@b>',
    '\0',
    '\uFEFF',
    '\ud800',
    '*[a](b)',
    '[*a*',
    '- ',
    '> ',
  ],
  ...['>- ', '>', '# ', '#', ':', '* * ', '1. ', '>1. '],
  (n) => `[^a${n}]`,
  (n) => `<b a${n}=1>`,
  (n) => `${'`'.repeat((n % 200) + 1)} `,
];

const BLOCKS: readonly Unit[] = [
  ...[
    'a\n{.b}\n',
    'a {.b}\n\n',
    '- a {.b}\n',
    '- a\n{.b}\n',
    '- a\n{.b}\n\n{.c}\n\n',
    '--- {.a}\n\n',
  ],
  ...['| a |\n|--|\n| b {.x} |\n\n{.c}\n\n', '### x {#a}\n\n', '\n\n<!--\n', '<div>\n\n'],
  ...['<div>x</div>\n', '\n\n<div onclick=1>x</div>\n', '<script>x</script>\n', '[a\n', '[a]:\n'],
  ...['[a]: b\n\n', '\n', 'a\n', 'a  \n', 'a\\\n', ' \n', 'a\n\n', '> a\n', '> a\n\n', '>> a\n'],
  ...[
    '- a\n',
    '- a\n\n',
    '1. a\n',
    '-\n',
    '- a\n+ a\n',
    '- a\n\n  b\n',
    '### a\n',
    '# a\n',
    '##x\n',
  ],
  ...[
    '##x\n\n',
    'a\n---\n',
    'a\n===\n\n',
    '---\n',
    '```\n',
    '```\nx\n```\n',
    '~~~\n',
    '~~~\n```\n',
  ],
  ...[
    '```step\n',
    '```step\nalt: x\n```\n',
    '    a\n',
    '::: notes\n',
    '::: notes\na\n:::\n',
    ':::\n',
  ],
  ...['::: zz\na\n:::\n\n', '[^a]: x\n\n', '[^a]: x\n', '[^a]:\n', 'x[^a]\n\n[^a]: y\n\n', '##\n'],
  ...[
    'a|b\n',
    '|a|b|\n|-|-|\n|c|d|\n\n',
    '## A\n',
    '## *a* b\n',
    '## A\n```js\n',
    '## A\n~~~\n## A\n```\n',
  ],
  ...['## A\n<!--\n', `${STEP}x\n\n`, '![x](//y)\n\n', 'x\r\n', '\r'],
  (n) => `[a${n}]: b\n\n`,
  (n) => `[^a${n}]: x\n\n`,
  (n) => `x[^a${n}]\n\n[^a${n}]: y[^a${n + 1}]\n\n`,
  (n) => `${' '.repeat(2 * (n % 90))}- a\n`,
  (n) => `${':'.repeat((n % 90) + 3)} notes\n`,
  (n) => `${'`'.repeat((n % 90) + 3)}\n`,
  (n) => `## A${n}\n\n[a](#zz${n})\n\n`,
];

const YAML: readonly (readonly [unit: Unit, before?: string, after?: string])[] = [
  [(n) => `k${n}: 1\n`],
  ['k: 1\n'],
  ['[', 'k: '],
  ['{', 'k: '],
  ['{a: ', 'k: '],
  ['[]', 'k: '],
  ['a, ', 'show: [', ']'],
  [(n) => `a${n}, `, 'show: [', ']'],
  [(n) => `a${n}, `, 'label: [', ']'],
  [(n) => `  l${n}: 0.5\n`, 'opacity:\n'],
  [(n) => `  l${n}: 9\n`, 'reveal:\n'],
  [(n) => `  l${n}: { from: zz, as: area }\n`, 'layers:\n'],
  [(n) => `  l${n}: { from: zz, as: zz, foo: 1 }\n`, 'layers:\n'],
  [(n) => `  L${n}: { from: zz, as: area }\n`, 'layers:\n'],
  [(n) => `  l${n}: 3\n`, 'layers:\n'],
  [
    (n) => `a${n}: 1, `,
    'layers:\n  l: { from: zz, as: style, style: { type: line, paint: {',
    '}}}',
  ],
  ['"http://x", ', 'layers:\n  l: { from: zz, as: style, style: { type: line, filter: [', ']}}'],
  [(n) => `    - { column: a${n}, title: b }\n`, 'chart:\n  from: x\n  title: y\n  series:\n'],
  [(n) => `k${n}: &a${n} 1\n`],
  [(n) => `k${n}: *a\n`],
  [(n) => `k${n + 1}: &a${n + 1} [*a${n}, *a${n}, *a${n}, *a${n}]\n`, 'k0: &a0 1\n'],
  [(n) => `k${n}: !x 1\n`],
  ['\t'],
  ['\tk: 1\n'],
  ['"', 'k: '],
  ["''", "k: '", "'"],
  ['\\n', 'k: "', '"'],
  ['\\q', 'k: "', '"'],
  ['  a\n', 'k: |\n'],
  ['  a\n', 'k:\n'],
  ['a: '],
  ['- '],
  ['  - a\n', 'show:\n'],
  ['# a\n'],
  ['? a\n'],
  ['--- '],
  ['abc\n'],
  ['k:\n'],
  ['1', 'k: '],
  ['1, ', 'camera: { bounds: [', '] }'],
  ['a', 'b', ': 1\n'],
  [(n) => `${' '.repeat(n % 50)}a:\n`],
  [' ', 'date: 1950-01-01', '.. 1950-01-02'],
  ['-a', 'lang: en'],
];

const nameOf = (unit: Unit): string => JSON.stringify(typeof unit === 'string' ? unit : unit(7));

function inPlaces(units: readonly Unit[], places: readonly string[]): Filling[] {
  return places.flatMap((place) =>
    units.map((unit) => ({ name: `${nameOf(unit)} in ${place}`, unit, around: PLACES[place]! })),
  );
}

/** Every way to write something again and again that is looked at. */
export const FILLINGS: readonly Filling[] = [
  ...inPlaces(INLINE, Object.keys(PLACES)),
  ...inPlaces(BLOCKS, ['prose', 'footnote', 'item', 'HTML block', 'notes']),
  ...YAML.flatMap(([unit, before = '', after = '']) =>
    [inFront, inBlock].map((around) => ({
      name: `${nameOf(unit)} in ${around === inFront ? 'the front matter' : 'a step block'}`,
      unit,
      around: (text: string) => around(before + text + after),
    })),
  ),
];

/** The file of a filling with about so many characters of repeated text. */
export function fill({ unit, around }: Filling, characters: number): string {
  if (typeof unit === 'string') return around(unit.repeat(Math.ceil(characters / unit.length)));
  const parts: string[] = [];
  for (let n = 0, length = 0; length < characters; n++) {
    parts.push(unit(n));
    length += parts[n]!.length;
  }
  return around(parts.join(''));
}
