import { expect, test } from 'vitest';
import { readSources } from '../../../scripts/architecture/source-file.ts';
import { blank, findSpans } from '../../../scripts/architecture/spans.ts';
import { ROOT } from '../../../scripts/packages.ts';

/** The code alone, without the spaces left behind. */
const bare = (source: string) => blank(source, findSpans(source)).replace(/\s+/g, ' ').trim();

test.each([
  ['a = 1; // b = 2', 'a = 1;'],
  ['/* a */ b /** c */ d', 'b d'],
  ["a('it\\'s', \"//\") + b", 'a( , ) + b'],
  ['a = /[/"]\\/\'/g.test(b)', 'a = .test(b)'],
  ['a = b / c / d', 'a = b / c / d'],
  [`a = \`b \${c({ d: \`e\${f}\` })} g\` + h`, 'a = c({ d: f }) + h'],
  ["return /'/.exec(a)", 'return .exec(a)'],
])('what is code in %s is: %s', (source, code) => {
  expect(bare(source)).toBe(code);
});

test('line ends and length stay as they are', () => {
  const source = `a /* b\nc */ d \`e\n\${f}\n\``;
  const result = blank(source, findSpans(source));
  expect(result).toHaveLength(source.length);
  expect(result.split('\n')).toHaveLength(4);
});

test('no quote of our own source is left over', () => {
  const files = readSources(ROOT, ['src', 'geo', 'scripts']);
  const left = files.filter(({ bare }) => /['"`]/.test(bare)).map(({ path }) => path);
  expect(left).toEqual([]);
});
