import { describe, expect, it } from 'vitest';
import { stepMarkup } from '../../../src/core/step-markup.ts';
import { makeStep } from '../../support/fixture-story.ts';

const PLACE = { index: 1, count: 22 };
const HOSTILE = '"><script>alert(1)</script>\'&amp;';

describe('stepMarkup', () => {
  const footnotes = [{ id: 'one', number: 7, html: '<p>A <em>book</em>.</p>' }];

  it('says where in the story it stands, then heading, prose and sources', () => {
    const markup = String(stepMarkup(makeStep('yalu', { footnotes }), PLACE));
    const parts = ['2 of 22', '<h2>Title of yalu</h2>', '<p>Prose.</p>', '<details', '<em>book'];
    const places = parts.map((part) => markup.indexOf(part));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('gives a footnote the target that its reference leads to', () => {
    const markup = String(stepMarkup(makeStep('yalu', { footnotes }), PLACE));
    expect(markup).toContain('<li id="fn-yalu-one" value="7"><p>A <em>book</em>.</p></li>');
  });

  it('has no place for sources where there are none', () => {
    expect(String(stepMarkup(makeStep('yalu'), PLACE))).not.toContain('Sources');
  });

  it('escapes what the author wrote as text', () => {
    const hostile = makeStep(HOSTILE, {
      title: HOSTILE,
      footnotes: [{ id: HOSTILE, number: 1, html: '' }],
    });
    expect(String(stepMarkup(hostile, PLACE))).not.toContain('<script>');
  });
});
