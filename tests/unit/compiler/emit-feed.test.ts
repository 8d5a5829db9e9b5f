import { DOMParser } from '@xmldom/xmldom';
import { describe, expect, it } from 'vitest';
import { emitFeed, emitSitemap, type SiteStory } from '../../../src/compiler/emit-feed.ts';
import { createFixtureStory } from '../../support/fixture-story.ts';

const SITE = 'https://example.org/maps/';
const OPTIONS = { site: SITE, title: 'Stories', built: '2030-01-02' };
const HOSTILE = `]]> & <b title='"'>\u0000\u0008\ud800\uffff</feed>😀`;

/** The document that some XML is; throws where the XML is not well formed. */
function parse(xml: string): Document {
  const errorHandler = (level: string, message: string) => {
    throw new Error(`${level}: ${message}`);
  };
  return new DOMParser({ errorHandler }).parseFromString(xml, 'text/xml');
}

/** The texts of all elements with this name. */
const texts = (xml: string, name: string): string[] =>
  Array.from(parse(xml).getElementsByTagName(name), (element) => element.textContent ?? '');

function told(slug: string, published: string, parts = {}): SiteStory {
  const story = { ...createFixtureStory(), title: `On ${slug}`, published, ...parts };
  return { path: `stories/${slug}/`, story };
}

const stories = [
  told('old', '2024-05-01', { byline: 'A. Writer' }),
  told('undated', ''),
  told('new', '2026-11-23'),
  told('b-same-day', '2025-01-01'),
  told('a-same-day', '2025-01-01'),
];

describe('the feed', () => {
  const feed = emitFeed(stories, OPTIONS);

  it('has every story, the newest first and those without a date last', () => {
    const order = ['new', 'a-same-day', 'b-same-day', 'old', 'undated'];
    expect(texts(feed, 'id')).toEqual([SITE, ...order.map((slug) => `${SITE}stories/${slug}/`)]);
  });

  it('has what Atom demands of a feed and of each entry', () => {
    for (const name of ['id', 'title', 'updated']) expect(texts(feed, name)).toHaveLength(6);
    expect(parse(feed).documentElement.namespaceURI).toBe('http://www.w3.org/2005/Atom');
    expect(texts(feed, 'name')).toEqual(['Stories', 'A. Writer']);
    expect(feed).toContain(`<link rel="self" type="application/atom+xml" href="${SITE}feed.xml"/>`);
  });

  it('invents no day of publication', () => {
    const [, , , , , undated] = texts(feed, 'updated');
    expect(undated).toBe('2026-11-23T00:00:00Z');
    expect(texts(feed, 'published')).toHaveLength(4);
  });

  it('takes the day of the build where no story has a date, and where there is none', () => {
    expect(texts(emitFeed([told('undated', '')], OPTIONS), 'updated')).toEqual([
      '2030-01-02T00:00:00Z',
      '2030-01-02T00:00:00Z',
    ]);
    expect(texts(emitFeed([], OPTIONS), 'updated')).toEqual(['2030-01-02T00:00:00Z']);
  });

  it('is well formed whatever a story says', () => {
    const parts = { title: HOSTILE, description: HOSTILE, byline: HOSTILE, lang: HOSTILE };
    const hostile = emitFeed([told('hostile', '', parts)], OPTIONS);
    expect(texts(hostile, 'summary')).toEqual([`]]> & <b title='"'></feed>😀`]);
    expect(hostile).not.toMatch(/[^\P{C}\n]/u);
  });
});

describe('the map of the site', () => {
  it('has the gallery and every story, with the days that are known', () => {
    const sitemap = emitSitemap(stories, SITE);
    expect(texts(sitemap, 'loc')).toHaveLength(6);
    expect(texts(sitemap, 'loc')[0]).toBe(SITE);
    expect(texts(sitemap, 'lastmod')).toEqual([
      '2026-11-23',
      '2025-01-01',
      '2025-01-01',
      '2024-05-01',
    ]);
  });
});
