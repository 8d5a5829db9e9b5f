import { emitFeed, emitSitemap, type SiteStory } from '../compiler/emit-feed.ts';
import { COVER, FEED_FILE, OEMBED_FILE } from '../compiler/emit-head.ts';
import { type MaybeMarkup, markup } from '../core/markup.ts';
import type { Story } from '../core/story.ts';
import { coverImage } from './cover-image.ts';
import { emitOembed } from './emit-oembed.ts';
import type { StillPress } from './stills.ts';

const TITLE = 'Legenda: map stories';

/** Takes a file of the built site, by its path. */
export type EmitFile = (path: string, content: string | Uint8Array) => void;

/** What {@link emitSiteFiles} makes files of. */
export interface SiteFiles {
  /** Slug and story, in any order. */
  stories: readonly (readonly [slug: string, story: Story])[];
  /** The site's address, with a slash at its end; without one there are covers alone. */
  site: string | undefined;
  /** What draws the covers. */
  press: StillPress;
}

/** The path of a story's page below the site. */
export function storyPath(slug: string): string {
  return `stories/${slug}/`;
}

/** The day of the build: `SOURCE_DATE_EPOCH` (seconds) where a build is to be the same each time. */
function buildDate({ SOURCE_DATE_EPOCH: epoch }: NodeJS.ProcessEnv): string {
  const built = epoch ? new Date(Number(epoch) * 1000) : new Date();
  return built.toISOString().slice(0, 10);
}

function feedFiles(stories: readonly SiteStory[], site: string): [string, string][] {
  const options = { site, title: TITLE, built: buildDate(process.env) };
  const robots = `User-agent: *\nAllow: /\nSitemap: ${site}sitemap.xml\n`;
  return [
    [FEED_FILE, emitFeed(stories, options)],
    ['sitemap.xml', emitSitemap(stories, site)],
    // Read at the root of a host only.
    ...(new URL(site).pathname === '/' ? [['robots.txt', robots] as [string, string]] : []),
  ];
}

/** The files that a site has beside its pages: each story's cover and what to embed, the feed, and the site's map. */
export async function emitSiteFiles(
  emit: EmitFile,
  { stories, site, press }: SiteFiles,
): Promise<void> {
  for (const [slug, story] of stories) {
    emit(`${storyPath(slug)}${COVER.file}`, await coverImage(await press.poster(story, COVER)));
  }
  if (site === undefined) return;
  const placed = stories.map(([slug, story]) => ({ path: storyPath(slug), story }));
  const provider = { name: TITLE, site };
  for (const { path, story } of placed) {
    emit(`${path}${OEMBED_FILE}`, emitOembed(story, `${site}${path}`, provider));
  }
  for (const [path, content] of feedFiles(placed, site)) emit(path, content);
}

/** What the gallery's head says of the site: where it is, and its feed. Empty where it is unknown. */
export function galleryHead(site: string | undefined): MaybeMarkup {
  if (site === undefined) return '';
  const feed = `${site}${FEED_FILE}`;
  return markup`<link rel="canonical" href="${site}"><link rel="alternate" type="application/atom+xml" href="${feed}">`;
}
