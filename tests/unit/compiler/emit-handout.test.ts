import { describe, expect, it } from 'vitest';
import { emitHandout, type HandoutOptions } from '../../../src/compiler/emit-handout.ts';
import { handoutStillSize } from '../../../src/compiler/handout-style.ts';
import { escapeHtml } from '../../../src/core/markup.ts';
import { createFixtureStory, day, makeStep, readRealStory } from '../../support/fixture-story.ts';

const real = readRealStory();
const OPTIONS: HandoutOptions = {
  paper: 'a4',
  notes: false,
  stills: new Map(real.steps.map(({ id }) => [id, `still-${id}.svg`])),
  fontSheets: ['fonts/text.css'],
  credit: 'Map: someone',
  folder: 'file:///stories/war/',
};
const HOSTILE = `</title></style><script>alert("x")</script>' onload='y' & "`;

/** All values of an attribute in some HTML, still escaped. */
const values = (html: string, attribute: string): string[] =>
  [...html.matchAll(new RegExp(`\\s${attribute}="([^"]*)"`, 'g'))].map(([, value = '']) => value);

describe('the handout of the real story', () => {
  const page = emitHandout(real, OPTIONS);
  const main = page.slice(page.indexOf('<main>'), page.indexOf('</main>'));

  it('has every step in order, with its still, prose and words for the still', () => {
    expect(values(main, 'src')).toEqual(real.steps.map(({ id }) => `still-${id}.svg`));
    for (const { title, html, alt } of real.steps) {
      expect(main).toContain(`<h2>${escapeHtml(title)}</h2>`);
      expect(main).toContain(html.trim());
      expect(main).toContain(`<p class="caption">${escapeHtml(alt)}</p>`);
    }
  });

  it('lists its steps on the title page, with their days', () => {
    const contents = page.slice(0, page.indexOf('<main>'));
    expect(values(contents, 'href').slice(1)).toEqual(real.steps.map(({ id }) => `#${id}`));
    expect(contents).toMatch(/14\s?–\s?28 September 1950|15\s?–\s?29 September 1950/);
    expect(contents).toContain('23 November 2026');
  });

  it('has every source once, at the end, and a place for every reference to it', () => {
    const sources = page.slice(page.indexOf('<section class="sources">'));
    const numbers = values(sources, 'value').map(Number);
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
    expect(main).not.toContain('<details');
    const ids = values(page, 'id');
    expect(new Set(ids).size).toBe(ids.length);
    for (const href of values(page, 'href').filter((to) => to.startsWith('#'))) {
      expect(ids).toContain(href.slice(1));
    }
    expect(sources).toContain('Map: someone');
  });

  it('keeps the teacher’s notes for the teacher, apart from the text', () => {
    expect(page).not.toContain('Guidance:');
    const teachers = emitHandout(real, { ...OPTIONS, notes: true });
    const asides = teachers.match(/<aside class="notes">[\s\S]*?<\/aside>/g) ?? [];
    expect(asides).toHaveLength(real.steps.filter(({ notes }) => notes).length);
    expect(asides.join('').match(/Guidance:/g)?.length).toBe(teachers.match(/Guidance:/g)?.length);
    expect(teachers).toContain(`alt="${escapeHtml(real.steps[0]?.alt ?? '')}"`);
  });

  it('numbers its pages, and asks no other host for anything', () => {
    expect(page).toContain('counter(page) " / " counter(pages)');
    expect(values(page, 'src').join()).not.toMatch(/https?:/);
    expect(page).not.toContain('<script');
  });
});

describe('the handout of a hostile story', () => {
  const steps = [makeStep(HOSTILE, { title: HOSTILE, alt: HOSTILE })];
  const texts = { title: HOSTILE, description: HOSTILE, byline: HOSTILE, lang: 'en' };
  const page = emitHandout(
    { ...createFixtureStory(), ...texts, steps },
    {
      ...OPTIONS,
      stills: new Map([[HOSTILE, HOSTILE]]),
      fontSheets: [HOSTILE],
      credit: HOSTILE,
      address: HOSTILE,
    },
  );

  it('has no element and no rule that the text brought with it', () => {
    expect(page).not.toMatch(/<script|<[^<>]*onload='/);
    expect(page.match(/<\/style>/g)).toHaveLength(1);
    expect(page.match(/<\/title>/g)).toHaveLength(1);
  });
});

describe('a handout', () => {
  it('lets a long step go over the page, and keeps a short one together', () => {
    const html = `<p>${'word '.repeat(400)}</p>`;
    const story = createFixtureStory();
    const page = emitHandout(
      { ...story, steps: [makeStep('short'), makeStep('long', { html })] },
      { ...OPTIONS, stills: new Map() },
    );
    expect(page).toContain('<article class="step" id="short">');
    expect(page).toContain('<article class="step long" id="long">');
    expect(page).not.toContain('<figure');
  });

  it('finds the pictures of the prose in the story’s folder, at once', () => {
    const html = '<figure><img src="a%20b.jpg" alt="A &amp; b" loading="lazy"></figure>';
    const page = emitHandout(
      { ...createFixtureStory(), steps: [makeStep('one', { html })] },
      { ...OPTIONS, stills: new Map() },
    );
    expect(page).toContain('<img src="file:///stories/war/a%20b.jpg" alt="A &amp; b">');
  });

  it('says one day for a step that stands on one', () => {
    const on = (date: string) => [day(date), day(date)] as [number, number];
    const steps = [makeStep('one', { date: on('1950-09-15') }), makeStep('none')];
    const page = emitHandout({ ...createFixtureStory(), steps }, OPTIONS);
    expect(page).toContain('<span>1</span><span>15 September 1950</span>');
    expect(page).toContain('<span>2</span><span></span>');
  });

  it.each(['a4', 'letter'] as const)(
    'on %s draws smaller stills where there are notes',
    (paper) => {
      const [plain, noted] = [false, true].map((notes) => handoutStillSize({ paper, notes }));
      expect(plain?.height).toBeGreaterThan(noted?.height ?? 0);
      for (const { width, height } of [plain!, noted!]) {
        expect(width / height).toBeGreaterThan(0.8);
        expect(width / height).toBeLessThan(1.1);
        expect(width).toBeGreaterThan(290);
      }
    },
  );
});
