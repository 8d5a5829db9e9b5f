import { describe, expect, test } from 'vitest';
import {
  markupSinks,
  openHoles,
  trustedTexts,
  unescapedMarkup,
} from '../../../scripts/architecture/markup.ts';
import { sourceFile } from '../../../scripts/architecture/source-file.ts';

const file = (...lines: string[]) => [sourceFile('src/cli/a.ts', lines.join('\n'))];
const HOLE = '$' + '{title}';

describe('the rules of markup', () => {
  test.each([
    `const a = \`<p>${HOLE}</p>\`;`,
    `const a = \`<p class="a"${HOLE}>\`;`,
    `const a = \`${HOLE}</p>\`;`,
    `const a = \`a ${HOLE} b ${HOLE}<br>\`;`,
    `const a = \`\n<svg xmlns="x">${HOLE}\`;`,
    `const a = \`<!--${HOLE}-->\`;`,
    `const a = markup\`<p>$\{b ? \`<i>${HOLE}</i>\` : ''}</p>\`;`,
    `const a = \`<p>$\{b ? markup\`<i>${HOLE}</i>\` : ''}</p>\`;`,
  ])('find an element that a template writes without the tag: %s', (line) => {
    expect(unescapedMarkup(file(line))).not.toEqual([]);
  });

  test.each([
    `const a = markup\`<p>${HOLE}</p>\`;`,
    `const a = html\`<p @click=${HOLE}>$\{b.map((c) => html\`<i>$\{c}</i>\`)}</p>\`;`,
    `const a = markup\`<p>$\{b ? markup\`<i>${HOLE}</i>\` : ''}</p>\`;`,
    `const a = \`a < ${HOLE}\`;`,
    'const a = `<p>constant</p>`;',
    `// \`<p>${HOLE}</p>\``,
  ])('let be what escapes, or is no element: %s', (line) => {
    expect(unescapedMarkup(file(line))).toEqual([]);
  });

  test('find holes that escaping does not close', () => {
    expect(openHoles(file(`const a = markup\`<p class=${HOLE}>\`;`))).toHaveLength(1);
    expect(openHoles(file(`const a = markup\`<${HOLE}>\`;`))).toHaveLength(1);
    expect(openHoles(file(`const a = markup\`<p class="${HOLE}">${HOLE}</p>\`;`))).toEqual([]);
  });

  test.each(['trusted(text)', 'Markup.of(text)', 'Css.of(text)', 'escapeHtml(text)'])(
    'find a text that is taken as markup: %s',
    (call) => expect(trustedTexts(file(`const a = ${call};`))).toHaveLength(1),
  );

  test.each([
    'a.innerHTML = b;',
    `html\`<p .innerHTML=${HOLE}></p>\`;`,
    'a.insertAdjacentHTML("beforeend", b);',
    'document.write(b);',
    'unsafeHTML(b);',
    'frame.srcdoc = b;',
  ])('find what puts a text into a page: %s', (line) => {
    expect(markupSinks(file(line))).not.toEqual([]);
  });
});
