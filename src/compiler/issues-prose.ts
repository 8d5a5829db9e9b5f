import { error, warning } from './issue-kind.ts';

/** Mistakes in headings, step blocks and prose. */
export const PROSE_ISSUES = {
  'no-steps': error('The story has no steps.', 'Open a step with a heading, `## Title {#id}`.', {}),
  'text-before-steps': error(
    'This stands before the first step, so it belongs to none.',
    'Put it under a `##` heading.',
    {},
  ),
  'level-one-heading': error(
    'A heading with one `#` is not used in a story.',
    'Write `##` to open a step; the title of the story is in the front matter.',
    {},
  ),
  'heading-needs-space': error(
    'This reads as text, not as a heading.',
    'Write a space after `##`.',
    {},
  ),
  'nested-heading': error(
    'This heading of the second level does not open a step here.',
    'Write `## ` at the start of a line, or `###` for a heading inside the step.',
    {},
  ),
  'empty-title': error('This step has no title.', 'Write the title after `##`.', {}),
  'title-formatting': warning(
    'The title of a step is plain text, so this is left out.',
    'Move it into the prose.',
    {},
  ),
  'step-without-id': error(
    'No id can be made from the title "{title}".',
    'Give the step one: `## {title} {#my-step}`.',
    { title: '압록강' },
  ),
  'bad-step-id': error(
    '`{id}` cannot be the id of a step.',
    'Use small letters, digits and hyphens, such as `{#{suggestion}}`.',
    { id: 'The_Yalu', suggestion: 'the-yalu' },
  ),
  'duplicate-step': error(
    'The id `{id}` belongs to an earlier step, on line {line}.',
    'Give this step another: `{#{suggestion}}`.',
    { id: 'yalu', line: '12', suggestion: 'yalu-2' },
  ),
  'missing-step-block': error(
    'The step `{step}` does not say what its map shows.',
    'Under the heading, add a ```step block with at least `camera:`.',
    { step: 'yalu' },
  ),
  'misspelt-step-block': error(
    'The block under the heading is marked `{info}`, not `step`.',
    'Open it with ```step.',
    { info: 'stpe' },
  ),
  'late-step-block': error(
    'The step block does not stand right under the heading.',
    'Move it up, above the prose.',
    {},
  ),
  'second-step-block': error(
    'This step has a step block already, on line {line}.',
    'Merge the two, or open another step with `##`.',
    { line: '14' },
  ),
  'unclosed-fence': error(
    'The block opened here has no end.',
    'Write {fence} on a line of its own after its last line.',
    { fence: '```' },
  ),
  'unclosed-comment': error('The comment opened here has no end.', 'Write `-->` after it.', {}),
  'unknown-container': error('There is no container `{name}`.', '{suggestion}', {
    name: 'note',
    suggestion: 'Did you mean `notes`?',
  }),
  'unclosed-container': error(
    'The container `{name}` opened here has no end.',
    'Write a line `{fence}` after its last line.',
    { name: 'notes', fence: ':::' },
  ),
  'stray-container-end': error(
    'This line of colons ends nothing.',
    'Remove it, or name what it opens, such as `::: notes`.',
    {},
  ),
  'undefined-footnote': error('The footnote `{id}` has no text.', '{suggestion}', {
    id: 'crossng',
    suggestion: 'Did you mean `crossing`?',
  }),
  'unused-footnote': warning(
    'No text refers to the footnote `{id}`.',
    'Write `[^{id}]` where it belongs, or remove it.',
    { id: 'crossing' },
  ),
  'duplicate-footnote': error(
    'The footnote `{id}` has a text already, on line {line}.',
    'Give this one another name.',
    { id: 'crossing', line: '40' },
  ),
  'bad-footnote-id': error(
    '`{id}` cannot be the name of a footnote.',
    'Use letters, digits, hyphens and underscores.',
    { id: 'a"b' },
  ),
  'missing-image-alt': warning(
    'The image `{file}` does not say in words what it shows.',
    'Write it in the brackets: `![A column crosses a bridge]({file})`.',
    { file: 'bridge.jpg' },
  ),
  'missing-credit': warning(
    'The image `{file}` does not say whose it is.',
    'Add `{credit="Photographer, archive, licence"}` right after it.',
    { file: 'bridge.jpg' },
  ),
  'inline-image': warning(
    'The image `{file}` stands inside a paragraph, so its caption and credit are not shown.',
    'Give it a paragraph of its own, with a blank line before and after.',
    { file: 'bridge.jpg' },
  ),
  'remote-image': error(
    'The image `{file}` is on another host, and nothing is fetched from another host.',
    'Save it beside the story and write its file name.',
    { file: 'https://example.org/bridge.jpg' },
  ),
  'unsafe-link': error(
    'The link to `{address}` is not allowed.',
    'Link to an `http:`, `https:` or `mailto:` address, or to a step such as `#yalu`.',
    { address: 'javascript:alert(1)' },
  ),
  'unknown-step': error('There is no step `{id}` to link to.', '{suggestion}', {
    id: 'yallu',
    suggestion: 'Did you mean `yalu`?',
  }),
  'html-too-deep': error(
    'Here HTML elements stand in one another more than {most} deep.',
    'Close each element with its end tag, such as `</div>`.',
    { most: '500' },
  ),
  'too-many-footnotes': error(
    'Up to this step the steps list more than {most} footnotes together.',
    'Let footnotes refer to fewer others: each step lists all that its own need.',
    { most: '20,000' },
  ),
  'unsafe-html': warning(
    'This HTML holds {what}, which is removed.',
    'Use Markdown, or only plain tags such as `<em>`, `<sub>` and `<abbr>`.',
    { what: '`<script>`' },
  ),
  'unknown-attribute': warning(
    'The attribute `{name}` is left out.',
    'In braces, a step heading takes `#id`, an image `credit`, and other text `.class` and `lang`.',
    { name: 'onclick' },
  ),
} as const;
