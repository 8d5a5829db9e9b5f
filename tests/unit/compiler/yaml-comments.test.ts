import { describe, expect, it } from 'vitest';
import { compile } from './support.ts';

const story = (keys: string, block = ''): string => `---
${keys}
---

## One {#one}

\`\`\`step
camera: { bounds: [124, 34, 130, 43] }
alt: Korea.
${block}
\`\`\`

Text.
`;
const issuesOf = (text: string) =>
  compile(text).issues.map(({ code, line, column, hint }) => ({
    code,
    at: `${line}:${column}`,
    hint,
  }));
const comments = (keys: string, block = ''): string[] =>
  issuesOf(story(keys, block))
    .filter(({ code }) => code === 'yaml-comment')
    .map(({ at }) => at);

describe('case 24: `#` after a space', () => {
  it.each([
    ['a word', 'title: War #1\ndescription: A.', '2:12'],
    ['a number after a space', 'title: War # 1\ndescription: A.', '2:12'],
    [
      'a colour',
      'title: A\ndescription: B\nlayers: { a: { from: korea/land, as: area, color: #ff0000 } }',
      '4:51',
    ],
    ['what stands in quotation marks before it', 'title: "War" #1\ndescription: A.', '2:14'],
  ])('is warned of where it is %s', (_, keys, at) => {
    expect(comments(keys)).toEqual([at]);
  });

  it('is warned of in a step block too', () => {
    expect(comments('title: A\ndescription: B', 'show: [] #none')).toHaveLength(1);
  });

  it.each([
    ['a comment', 'title: War # in three acts\ndescription: A.'],
    ['in quotation marks', 'title: "War #1"\ndescription: A.'],
    ['after no space', 'title: C#1\ndescription: A.'],
    ['in a line of its own', '#1\ntitle: A\n  #2\ndescription: B.'],
    ['in a block of text', 'title: A\ndescription: |\n  Battle #3'],
    ['a rule of signs', 'title: A #---- B\ndescription: B ### C'],
  ])('is left alone where it is %s', (_, keys) => {
    expect(comments(keys)).toEqual([]);
  });
});

describe('case 24: a text that YAML reads as something else', () => {
  it.each(['1984', '0x10', '1e3', 'true', '~', '-.5'])(
    '%s has a hint to use quotation marks',
    (value) => {
      const [issue] = issuesOf(story(`title: ${value}\ndescription: A.`));
      expect(issue?.hint).toBe(`If it is text, put it in quotation marks: \`title: '${value}'\`.`);
      expect(issuesOf(story(`title: '${value}'\ndescription: A.`))).toEqual([]);
    },
  );

  it('has no such hint where quotation marks would not help', () => {
    const [issue] = issuesOf(story('title: A\ndescription: B\ndates: 1950'));
    expect(issue?.code).toBe('wrong-value');
    expect(issue?.hint).not.toContain('quotation marks');
  });
});
