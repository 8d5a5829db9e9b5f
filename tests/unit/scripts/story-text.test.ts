import { describe, expect, it } from 'vitest';
import { countPieces, missingPieces, pageText, storyPieces } from '../../../scripts/story-text.ts';
import { emitPage } from '../../../src/compiler/emit-page.ts';
import { createFixtureStory, makeStep } from '../../support/fixture-story.ts';

const reference = (id: string): string =>
  `<sup class="footnote-ref"><a href="#fn-${id}" id="fnref-${id}">${id.length}</a></sup>`;

const steps = [
  makeStep('dusk', {
    title: 'Across the river',
    alt: 'Arrows cross the river.',
    html: `<p>They came at dusk.${reference('one')} Nobody saw them.</p><p>It was cold.</p>`,
    footnotes: [{ id: 'one', number: 1, html: '<p>A <em>book</em> of 1951.</p>' }],
  }),
  makeStep('dawn', {
    title: 'The morning',
    alt: 'The arrows have arrived.',
    html: '<ul><li>First</li><li>Second</li></ul>',
    footnotes: [],
  }),
];
const story = { ...createFixtureStory(), steps };
const page = emitPage(story, {
  storyUrl: './story.json',
  script: '/read.ts',
  galleryUrl: '../index.html',
  credit: 'Map: someone',
  cover: '<svg/>',
  head: { path: 'stories/a/' },
});
const pieces = storyPieces(story);
const missing = (html: string): string[] =>
  missingPieces(pieces, pageText(html)).map(({ kind, step }) => `${step}: ${kind}`);

describe('the text of a page', () => {
  it('has headings, alternative texts, paragraphs, items and footnotes, in their order', () => {
    expect(countPieces(pieces)).toBe(
      '4 × heading, 2 × alternative text, 4 × paragraph, 1 × footnote',
    );
    expect(missing(page)).toEqual([]);
  });

  it('is found wanting where a piece is not there', () => {
    expect(missing(page.replaceAll('Arrows cross the river.', ''))).toEqual([
      'dusk: alternative text',
    ]);
    expect(missing(page.replaceAll('The morning', ''))).toEqual(['dawn: heading']);
    expect(missing(page.replace('Nobody saw them.', ''))).toEqual(['dusk: paragraph']);
    expect(missing(page.replace('<li>Second</li>', ''))).toEqual(['dawn: paragraph']);
    expect(missing(page.replace('of 1951.', ''))).toEqual(['dusk: footnote']);
  });

  it('is found wanting where a piece comes too early', () => {
    const early = page.replace('It was cold.', '').replace('They came', 'It was cold. They came');
    expect(missing(early)).toEqual(['dusk: paragraph']);
  });
});
