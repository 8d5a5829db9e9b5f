import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sanitize } from '../../../src/compiler/sanitize.ts';
import { questionsOf } from '../../../src/present/questions.ts';
import { readRealStory } from '../../support/fixture-story.ts';

describe('the questions of a step', () => {
  it('are the numbered lists of its notes', () => {
    const notes = '<p>First:</p>\n<ol>\n<li>Why?</li>\n</ol>\n<p>Guidance: <em>wait</em>.</p>';
    expect(questionsOf(notes)).toBe('<ol>\n<li>Why?</li>\n</ol>');
  });

  it('may hold lists themselves', () => {
    const list = '<ol start="3"><li>Why?<ol><li>And how?</li></ol><br /></li></ol>';
    expect(questionsOf(`${list}<ul><li>No.</li></ul>`)).toBe(list);
  });

  it('are no lists within something else', () => {
    expect(questionsOf('<ul><li><ol><li>No.</li></ol></li></ul>')).toBe('');
    expect(questionsOf('<blockquote><ol><li>No.</li></ol></blockquote>')).toBe('');
  });

  it('are not taken in by signs in texts and attributes', () => {
    const list = '<ol><li title="a > b </ol>">1 &lt; 2</li></ol>';
    expect(questionsOf(`<p title="<ol>">&lt;ol&gt;</p>${list}`)).toBe(list);
  });

  it('are none where there are no notes, or no list', () => {
    expect(questionsOf('')).toBe('');
    expect(questionsOf('<p>Guidance only.</p>')).toBe('');
  });

  it('are two or more at each step of our story', () => {
    for (const { id, notes } of readRealStory().steps) {
      expect(questionsOf(notes), id).toMatch(/^<ol>(\s*<li>[\s\S]*?<\/li>){2,}\s*<\/ol>$/);
    }
  });

  it('are whole HTML, whatever the notes are', () => {
    const piece = fc.constantFrom(
      '<ol>',
      '</ol>',
      '<li>',
      '</li>',
      '<p>',
      '</p>',
      '<br>',
      'a',
      '<',
      '"',
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const questions = questionsOf(sanitize(pieces.join('')));
        expect(questions === '' || /^<ol>[\s\S]*<\/ol>$/.test(questions)).toBe(true);
        expect(sanitize(questions)).toBe(questions);
      }),
    );
  });
});
