import { describe, expect, it } from 'vitest';
import { emitPage } from '../../../src/compiler/emit-page.ts';
import { escapeHtml } from '../../../src/core/markup.ts';
import { createFixtureStory, makeStep, readRealStory } from '../../support/fixture-story.ts';

const OPTIONS = {
  storyUrl: './story.json',
  script: '/src/pages/read.ts',
  galleryUrl: '../../index.html',
  credit: 'Map: someone',
  head: { path: 'stories/a/' },
};
const COVER = '<svg id="phone"/>';
const HOSTILE = `</title><script>alert("x")</script>' onload='y' & "`;

const real = readRealStory();
const page = emitPage(real, OPTIONS);

/** All values of an attribute in some HTML, still escaped. */
const values = (html: string, attribute: string): string[] =>
  [...html.matchAll(new RegExp(`\\s${attribute}="([^"]*)"`, 'g'))].map((match) => match[1]!);

describe('the page of the real story', () => {
  it('holds every heading, all prose and every source, before any script', () => {
    for (const { title, html, footnotes } of real.steps) {
      expect(page).toContain(`<h2>${escapeHtml(title)}</h2>`);
      expect(page).toContain(html.trim());
      for (const footnote of footnotes) expect(page).toContain(footnote.html.trim());
    }
    expect(page).toContain(`<h1>${escapeHtml(real.title)}</h1>`);
    expect(page).toContain(real.byline);
  });

  it('has its steps in order, each once, and says which of them move', () => {
    const steps = [...page.matchAll(/<story-step id="([^"]+)"( moves)?>/g)];
    expect(steps.map(([, id, moves]) => [id, moves === ' moves'])).toEqual(
      real.steps.map((step) => [step.id, step.moves]),
    );
  });

  it('has a target for every link within it, and no id twice', () => {
    const ids = values(page, 'id');
    expect(new Set(ids).size).toBe(ids.length);
    const inner = values(page, 'href').filter((href) => href.startsWith('#'));
    expect(inner.length).toBeGreaterThan(40);
    for (const href of inner) expect(ids).toContain(href.slice(1));
  });

  it('has every number of its chart in a table, in a slot that only a page without script shows', () => {
    const [, chart = ''] = /<details slot="chart"[^>]*>([\s\S]*?)<\/details>/.exec(page) ?? [];
    expect(chart).toContain(`<summary>${escapeHtml(real.chart?.title ?? '')}</summary>`);
    const rows = real.chart?.rows ?? [];
    expect(rows.length).toBeGreaterThan(160);
    expect(chart.match(/<th scope="row">/g)).toHaveLength(rows.length);
    expect(chart.match(/<td>/g)).toHaveLength(2 * rows.length);
  });

  it('keeps the notes for teachers out of the reader’s page', () => {
    expect(page).not.toContain('Guidance:');
  });

  it('has one heading of the first level, and a heading for each step under it', () => {
    expect(page.match(/<h1[ >]/g)).toHaveLength(1);
    expect(page.match(/<h2[ >]/g)).toHaveLength(real.steps.length);
    expect(page.indexOf('<h1')).toBeLessThan(page.indexOf('<h2'));
  });

  it('opens and closes its elements in pairs', () => {
    for (const name of ['main', 'map-story', 'story-step', 'header', 'details', 'ol', 'li', 'p']) {
      const opened = page.match(new RegExp(`<${name}[ >]`, 'g')) ?? [];
      const closed = page.match(new RegExp(`</${name}>`, 'g')) ?? [];
      expect(opened.length, name).toBe(closed.length);
      expect(opened.length, name).toBeGreaterThan(0);
    }
  });

  it('says its language, its title, what it is about, and how long it takes', () => {
    expect(page).toContain('<html lang="en">');
    expect(page).toContain(`<title>${escapeHtml(real.title)}</title>`);
    expect(page).toContain(`<meta name="description" content="${escapeHtml(real.description)}">`);
    const minutes = Number(/A map story · (\d+) minutes/.exec(page)?.[1]);
    expect(minutes).toBeGreaterThanOrEqual(9);
    expect(minutes).toBeLessThanOrEqual(15);
  });

  it('loads what it was told to, and nothing from another host', () => {
    expect(values(page, 'src')).toEqual(['/src/pages/read.ts', './story.json']);
    expect(page).toContain('<a href="../../index.html">Legenda</a>');
    expect(page).not.toMatch(/(src|href)="(https?:)?\/\/(?!.*footnote)/);
  });
});

describe('the stills of the real story', () => {
  const still = emitPage(real, { ...OPTIONS, cover: COVER });

  it('stand right before their steps, with two sizes and the words for them', () => {
    for (const { id, alt } of real.steps) {
      const [, figure = ''] =
        new RegExp(
          `<figure slot="still" data-step="${id}">([^]*?)</figure>\n<story-step id="${id}"`,
        ).exec(still) ?? [];
      expect(values(figure, 'srcset')).toEqual([`./still/${id}.phone.svg#map`]);
      expect(values(figure, 'src')).toEqual([`./still/${id}.svg#map`]);
      expect(values(figure, 'alt')).toEqual([escapeHtml(alt)]);
      expect(values(figure, 'width').slice(0, 2)).toEqual(['390', '1280']);
    }
  });

  it('begin with the opening picture in the page itself, before all text', () => {
    const cover = still.indexOf('<figure slot="still" role="img"');
    expect(cover).toBeGreaterThan(0);
    expect(cover).toBeLessThan(still.indexOf('<header'));
    expect(still).toContain(COVER);
    expect(still).toContain('<img class="wide" src="./cover.svg" alt=""');
  });

  it('need no style in the page', () => {
    expect(still).not.toMatch(/<style|\sstyle=/);
  });

  it('are left out where there is no opening picture', () => {
    expect(page).not.toContain('<figure');
  });
});

describe('the page of a hostile story', () => {
  const story = {
    ...createFixtureStory(),
    title: HOSTILE,
    description: HOSTILE,
    byline: HOSTILE,
    lang: HOSTILE,
    steps: [makeStep(HOSTILE, { title: HOSTILE, alt: HOSTILE })],
  };
  const hostile = emitPage(story, {
    storyUrl: HOSTILE,
    script: HOSTILE,
    galleryUrl: HOSTILE,
    credit: HOSTILE,
    head: { path: HOSTILE },
    cover: COVER,
  });

  it('runs no script but its own, and has one that is data', () => {
    expect(hostile.match(/<script/g)).toHaveLength(2);
    expect(hostile).toContain('<script type="application/ld+json">');
    expect(hostile).not.toContain('alert("');
  });

  it('has no attribute that the text brought with it', () => {
    const safe = escapeHtml(HOSTILE);
    const address = escapeHtml(encodeURIComponent(HOSTILE));
    const tags =
      hostile
        .replaceAll(safe, '')
        .replaceAll(address, '')
        .match(/<[^>]*>/g) ?? [];
    expect(hostile.split(address)).toHaveLength(1 + 2);
    expect(hostile.split(safe)).toHaveLength(1 + 20);
    expect(tags.join('\n')).not.toMatch(/onload|alert/);
    expect(tags.filter((tag) => tag.startsWith('</title'))).toHaveLength(1);
  });
});

describe('the page of a small story', () => {
  it('takes a minute at least, and has no byline where no one is named', () => {
    const small = emitPage(createFixtureStory(), OPTIONS);
    expect(small).toContain('A map story · 1 minute<');
    expect(small).not.toContain('class="byline"');
    expect(small).not.toContain('class="sources"');
    expect(small).not.toContain('<table');
  });
});

describe('case 21: a story that is written from the right', () => {
  const arabic = emitPage({ ...createFixtureStory(), lang: 'ar' }, { ...OPTIONS, cover: COVER });

  it('says so for the page, its header and each of its cards, and no other does', () => {
    expect(arabic).toContain('<html lang="ar" dir="rtl">');
    expect(arabic).toContain('<header slot="header" dir="rtl">');
    const steps = arabic.match(/<story-step [^>]*>/g) ?? [];
    expect(steps.length).toBeGreaterThan(2);
    for (const step of steps) expect(step).toContain(' dir="rtl"');
    expect(page).not.toContain('dir="rtl"');
  });

  it('has its dates in one run, whatever stands beside them', () => {
    const dates = arabic.match(/<time [^>]*>/g) ?? [];
    expect(dates.length).toBeGreaterThan(2);
    for (const date of dates) expect(date).toContain(' dir="auto"');
  });
});
