import { joined, type Markup, markup } from '../core/markup.ts';
import type { Story } from '../core/story.ts';
import { toXml } from '../core/xml.ts';
import { FEED_FILE } from './emit-head.ts';

/** A story and where its page is. */
export interface SiteStory {
  /** Path of the page's folder below the site, with a slash at its end. */
  path: string;
  story: Story;
}

/** What a site's feed and map need beside the stories. */
export interface SiteOptions {
  /** The site's address, with a slash at its end. */
  site: string;
  /** The site's name. */
  title: string;
  /** ISO date of the build: of use only where no story says when it was published. */
  built: string;
}

/** The newest first; stories without a date last; those of one day by path. */
function byDate(a: SiteStory, b: SiteStory): number {
  const [from, to] = [b.story.published, a.story.published];
  if (from !== to) return from < to ? -1 : 1;
  return a.path < b.path ? -1 : 1;
}

/** Atom wants a time; a story has a day: its beginning in UTC. */
const timeOf = (date: string): string => `${date}T00:00:00Z`;

function emitEntry({ path, story }: SiteStory, { site }: SiteOptions, newest: string): Markup {
  const { title, description, byline, published, lang } = story;
  const address = site + path;
  return markup`<entry xml:lang="${lang}">
<id>${address}</id>
<title>${title}</title>
<link href="${address}"/>
<updated>${timeOf(published || newest)}</updated>
${published && markup`<published>${timeOf(published)}</published>\n`}${
  byline && markup`<author><name>${byline}</name></author>\n`
}<summary>${description}</summary>
</entry>
`;
}

/**
 * An Atom 1.0 feed of all stories, the newest first. Atom demands an `updated` of each entry: a story
 * that does not say when it was published stands last, has no `published`, and takes the newest date
 * that any story has; where none has one, the day of the build.
 */
export function emitFeed(stories: readonly SiteStory[], options: SiteOptions): string {
  const { site, title, built } = options;
  const sorted = [...stories].sort(byDate);
  const newest = sorted[0]?.story.published || built;
  return toXml(markup`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
<id>${site}</id>
<title>${title}</title>
<link href="${site}"/>
<link rel="self" type="application/atom+xml" href="${site + FEED_FILE}"/>
<updated>${timeOf(newest)}</updated>
<author><name>${title}</name></author>
${joined(sorted.map((story) => emitEntry(story, options, newest)))}</feed>
`);
}

/** A `sitemap.xml`: the gallery, then each story with its date where it says one. */
export function emitSitemap(stories: readonly SiteStory[], site: string): string {
  const pages = [...stories].sort(byDate).map(({ path, story: { published } }) => {
    const date = published && markup`<lastmod>${published}</lastmod>`;
    return markup`<url><loc>${site + path}</loc>${date}</url>\n`;
  });
  return toXml(markup`<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>${site}</loc></url>
${pages}</urlset>
`);
}
