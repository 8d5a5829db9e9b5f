import { escapeHtml } from '../core/step-markup.ts';
import type { Story } from '../core/story.ts';
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

/** Text for XML: escaped, without the characters that XML 1.0 has no place for. */
function xml(text: string): string {
  const allowed = [...text].filter((character) => {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x20) return code === 0x9 || code === 0xa || code === 0xd;
    return (code < 0xd800 || code > 0xdfff) && code !== 0xfffe && code !== 0xffff;
  });
  return escapeHtml(allowed.join(''));
}

/** The newest first; stories without a date last; those of one day by path. */
function byDate(a: SiteStory, b: SiteStory): number {
  const [from, to] = [b.story.published, a.story.published];
  if (from !== to) return from < to ? -1 : 1;
  return a.path < b.path ? -1 : 1;
}

/** Atom wants a time; a story has a day: its beginning in UTC. */
const timeOf = (date: string): string => `${date}T00:00:00Z`;

function emitEntry({ path, story }: SiteStory, { site }: SiteOptions, newest: string): string {
  const { title, description, byline, published, lang } = story;
  const address = xml(site + path);
  return `<entry xml:lang="${xml(lang)}">
<id>${address}</id>
<title>${xml(title)}</title>
<link href="${address}"/>
<updated>${timeOf(published || newest)}</updated>
${published ? `<published>${timeOf(published)}</published>\n` : ''}${
  byline ? `<author><name>${xml(byline)}</name></author>\n` : ''
}<summary>${xml(description)}</summary>
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
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
<id>${xml(site)}</id>
<title>${xml(title)}</title>
<link href="${xml(site)}"/>
<link rel="self" type="application/atom+xml" href="${xml(site + FEED_FILE)}"/>
<updated>${timeOf(newest)}</updated>
<author><name>${xml(title)}</name></author>
${sorted.map((story) => emitEntry(story, options, newest)).join('')}</feed>
`;
}

/** A `sitemap.xml`: the gallery, then each story with its date where it says one. */
export function emitSitemap(stories: readonly SiteStory[], site: string): string {
  const pages = [...stories].sort(byDate).map(({ path, story: { published } }) => {
    const date = published ? `<lastmod>${published}</lastmod>` : '';
    return `<url><loc>${xml(site + path)}</loc>${date}</url>\n`;
  });
  return `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>${xml(site)}</loc></url>
${pages.join('')}</urlset>
`;
}
