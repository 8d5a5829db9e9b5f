import { describe, expect, it } from 'vitest';
import { emitHead as emitMarkup } from '../../../src/compiler/emit-head.ts';
import { emitJsonLd } from '../../../src/compiler/emit-json-ld.ts';
import { createFixtureStory, makeStep, readRealStory } from '../../support/fixture-story.ts';

const SITE = 'https://example.org/maps/';
const PATH = 'stories/war/';
const HOSTILE = '</script><!--<script>&"\u2028';
const real = readRealStory();

const emitHead = (...given: Parameters<typeof emitMarkup>): string => `${emitMarkup(...given)}`;

/** The data in the script that a story's page ends with. */
const dataOf = (markup: ReturnType<typeof emitJsonLd>) =>
  JSON.parse(/^<script type="application\/ld\+json">(.*)<\/script>$/s.exec(`${markup}`)?.[1] ?? '');

describe('the head of a story’s page', () => {
  it('gives whole addresses where the site is known', () => {
    const head = emitHead(real, { site: SITE, path: PATH });
    expect(head).toContain(`<link rel="canonical" href="${SITE}${PATH}">`);
    expect(head).toContain(`<meta property="og:url" content="${SITE}${PATH}">`);
    expect(head).toContain(`<meta property="og:image" content="${SITE}${PATH}cover.png">`);
    expect(head).toContain(
      `<link rel="alternate" type="application/atom+xml" href="${SITE}feed.xml">`,
    );
  });

  it('names no host where the site is not known', () => {
    const head = emitHead(real, { path: PATH });
    expect(head).toContain('<meta property="og:image" content="./cover.png">');
    expect(head).not.toMatch(/https?:|<link/);
  });

  it('names no player where the site is not known, and none for twitter without https', () => {
    const player = { address: 'http://example.org/?embed', width: 800, height: 680 };
    expect(emitHead(real, { path: PATH, player })).not.toContain('embed');
    const head = emitHead(real, { site: 'http://example.org/', path: PATH, player });
    expect(head).toContain('<meta property="og:video" content="http://example.org/?embed">');
    expect(head).not.toMatch(/twitter:player|secure_url/);
  });

  it('says how a link to the story looks', () => {
    const head = emitHead(real, { path: PATH });
    expect(head).toContain(`<meta property="og:title" content="${real.title}">`);
    expect(head).toContain(`<meta property="og:image:alt" content="${real.steps[0]?.alt}">`);
    expect(head).toContain('<meta property="og:image:width" content="1200">');
    expect(head).toContain('<meta name="twitter:card" content="summary_large_image">');
  });

  it('names every language that the story has, itself too', () => {
    const alternates = [{ lang: 'ko-KR', path: 'stories/war-ko/' }];
    const head = emitHead(real, { site: SITE, path: PATH, alternates });
    expect(head).toContain(`<link rel="alternate" hreflang="en" href="${SITE}${PATH}">`);
    expect(head).toContain(`<link rel="alternate" hreflang="ko-KR" href="${SITE}stories/war-ko/">`);
    expect(head).toContain('<meta property="og:locale:alternate" content="ko_KR">');
  });

  it('leaves out who and when where nobody says', () => {
    expect(emitHead(createFixtureStory(), { path: PATH })).not.toMatch(/author|published/);
  });
});

describe('a story as data', () => {
  it('says what the story is, and the time it covers', () => {
    expect(dataOf(emitJsonLd(real, { site: SITE, path: PATH }))).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'Article',
      headline: real.title,
      description: real.description,
      inLanguage: 'en',
      url: `${SITE}${PATH}`,
      image: `${SITE}${PATH}cover.png`,
      datePublished: real.published,
      author: real.byline,
      temporalCoverage: '1950-01-01/1953-12-31',
    });
  });

  it('has the places that are labelled, with latitude and longitude, and no arms', () => {
    const { contentLocation } = dataOf(emitJsonLd(real, { path: PATH }));
    expect(contentLocation).toContainEqual({
      '@type': 'Place',
      name: 'Peking',
      alternateName: 'Beijing',
      geo: { '@type': 'GeoCoordinates', latitude: 39.907, longitude: 116.391 },
    });
    const arms = Object.values(real.places).filter(({ unit }) => unit);
    expect(arms.length).toBeGreaterThan(0);
    expect(contentLocation).toHaveLength(Object.keys(real.places).length - arms.length);
  });

  it('cites every footnote once, in the order of the numbers, as plain text', () => {
    const { citation } = dataOf(emitJsonLd(real, { path: PATH })) as { citation: string[] };
    const numbers = real.steps.flatMap(({ footnotes }) => footnotes.map(({ number }) => number));
    expect(citation).toHaveLength(new Set(numbers).size);
    expect(citation[9]).toMatch(/^Appleman, South to the Naktong, North to the Yalu; James Field,/);
    expect(citation.join()).not.toMatch(/<|&\w+;/);
  });

  it('writes a source’s letters as they are meant', () => {
    const html = '<p>A &amp; B &lt;c&gt; &#39;d&#x27;</p><p>e<br>f</p>';
    const steps = [makeStep('one', { footnotes: [{ id: 'a', number: 1, html }] })];
    const { citation } = dataOf(emitJsonLd({ ...createFixtureStory(), steps }, { path: PATH }));
    expect(citation).toEqual(["A & B <c> 'd' e f"]);
  });

  it('cannot end its script, nor begin a comment in it', () => {
    const story = { ...createFixtureStory(), title: HOSTILE, byline: HOSTILE };
    const markup = emitJsonLd(story, { path: HOSTILE });
    expect(`${markup}`.match(/<\/?script/g)).toHaveLength(2);
    expect(`${markup}`).not.toMatch(/<!--|\u2028/);
    expect(dataOf(markup)).toMatchObject({ headline: HOSTILE, author: HOSTILE });
  });
});
