import { error, warning } from './issue-kind.ts';

/** Mistakes in the form of the YAML: front matter and step blocks. */
export const FORM_ISSUES = {
  'story-too-large': error(
    'The file has {size} characters; a story has at most {most}.',
    'Cut the story into several, and put pictures and data into files of their own.',
    { size: '3,200,000', most: '2,000,000' },
  ),
  'missing-front-matter': error(
    'The file does not begin with front matter.',
    'Begin with a line `---`, then `title:` and `description:`, then another line `---`.',
    {},
  ),
  'unclosed-front-matter': error(
    'The front matter has no end.',
    'Write a line `---` after its last key.',
    {},
  ),
  'yaml-syntax': error('{problem}', '{remedy}', {
    problem: 'This cannot be read as YAML: Missing closing "quote.',
    remedy: 'Close the quotation mark.',
  }),
  'duplicate-key': error('The key `{key}` is written twice.', 'Keep one of the two.', {
    key: 'show',
  }),
  'yaml-alias': error(
    'Anchors and aliases (`&` and `*`) are not read here.',
    'Write the value out; if the text begins with `*`, put it in quotation marks.',
    {},
  ),
  'yaml-comment': warning(
    '`#` after a space begins a comment, so `{comment}` is left out.',
    'If it belongs to the value, put the whole value in quotation marks; if it is a comment, write a space after `#`.',
    { comment: '#1' },
  ),
  'not-keys': error('{where} should hold `key: value` lines.', 'Write, for example, `{example}`.', {
    where: 'The step block',
    example: 'camera: { bounds: [124, 34, 130, 43] }',
  }),
  'unknown-key': error('There is no key `{key}` in {where}.', '{suggestion}', {
    key: 'bonds',
    where: '`camera`',
    suggestion: 'Did you mean `bounds`?',
  }),
  'missing-key': error('{where} has no `{key}`.', 'Add, for example, `{example}`.', {
    where: 'The front matter',
    key: 'title',
    example: 'title: The death that moved an armistice',
  }),
  'wrong-value': error('`{key}` is {given}; it should be {expected}.', '{remedy}', {
    key: 'camera.pitch',
    given: '"steep"',
    expected: 'a number from 0 to 60, or a range of two',
    remedy: 'Write, for example, `pitch: 20`.',
  }),
  'out-of-range': error(
    '`{key}` is {given}; it should be from {min} to {max}.',
    'Write a number from {min} to {max}.',
    { key: 'camera.zoom', given: '25', min: '0', max: '22' },
  ),
  'impossible-date': error(
    'There is no day {date} in the calendar.',
    'Check the month, and how many days it has.',
    { date: '1951-02-29' },
  ),
  'backward-dates': error(
    '`{key}` runs backward: {start} is after {end}.',
    'Write `{end} .. {start}`.',
    { key: 'date', start: '1950-10-25', end: '1950-10-19' },
  ),
} as const;
