import { joined, type Markup, type MaybeMarkup, markup } from '../core/markup.ts';
import type { Story } from '../core/story.ts';

/** The same story in another language. */
export interface Alternate {
  /** BCP 47 language tag. */
  lang: string;
  /** Path of its page below the site, such as `stories/stalin-korea-ko/`. */
  path: string;
}

/** Where a story's page is. */
export interface HeadOptions {
  /** The site's address, with a slash at its end; absent where it is not known. */
  site?: string;
  /** Path of the page's folder below the site, with a slash at its end: `stories/stalin-korea/`. */
  path: string;
  /** The story's translations, without itself. */
  alternates?: readonly Alternate[];
  /** The story as a page for a frame elsewhere; used only where the site is known. */
  player?: Player;
}

/** A story's page made for a frame in another page. */
export interface Player {
  /** Its whole address. */
  address: string;
  /** CSS pixels. */
  width: number;
  height: number;
}

/** The cover that a link to the story shows: its file beside the page, and its size in pixels. */
export const COVER = { file: 'cover.png', width: 1200, height: 630 } as const;

/** The file beside a story's page that says in oEmbed's words how to embed it. */
export const OEMBED_FILE = 'oembed.json';

/** The feed's file below the site. */
export const FEED_FILE = 'feed.xml';

/** The address of a page's own file: whole where the site's is known, else relative to the page. */
export function fileAddress(file: string, { site, path }: HeadOptions): string {
  return site === undefined ? `./${file}` : `${site}${path}${file}`;
}

type Pair = readonly [name: string, value: string];

const property = ([name, value]: Pair): Markup =>
  markup`<meta property="${name}" content="${value}">`;
const named = ([name, value]: Pair): Markup => markup`<meta name="${name}" content="${value}">`;

/** Open Graph wants `ko_KR`, and a language alone where no country is given. */
const locale = (lang: string): string => lang.replace('-', '_');

function openGraph(story: Story, options: HeadOptions): Pair[] {
  const { title, description, lang, published } = story;
  const { site, path, alternates = [] } = options;
  return [
    ['og:type', 'article'],
    ['og:title', title],
    ['og:description', description],
    ['og:locale', locale(lang)],
    ...alternates.map((other): Pair => ['og:locale:alternate', locale(other.lang)]),
    ...(site === undefined ? [] : [['og:url', `${site}${path}`] as const]),
    ['og:image', fileAddress(COVER.file, options)],
    ['og:image:type', 'image/png'],
    ['og:image:width', String(COVER.width)],
    ['og:image:height', String(COVER.height)],
    ['og:image:alt', story.steps[0]?.alt || title],
    ...(published ? [['article:published_time', published] as const] : []),
  ];
}

/**
 * The page for a frame, in the words that others have for players. The story stays an article with a
 * picture: `og:type` and `twitter:card` do not call it a video, whose file it has not.
 */
function playerTags({ site, player }: HeadOptions): Markup[] {
  if (site === undefined || !player) return [];
  const { address, width, height } = player;
  const isSecure = address.startsWith('https:');
  const size = (name: string): Pair[] => [
    [`${name}:width`, String(width)],
    [`${name}:height`, String(height)],
  ];
  const open: Pair[] = [
    ['og:video', address],
    ...(isSecure ? [['og:video:secure_url', address] as const] : []),
    ['og:video:type', 'text/html'],
    ...size('og:video'),
  ];
  // Its readers take no other address.
  const twitter: Pair[] = isSecure ? [['twitter:player', address], ...size('twitter:player')] : [];
  return [...open.map(property), ...twitter.map(named)];
}

/** Links that must be whole addresses, so none where the site's is not known. */
function siteLinks(story: Story, { site, path, alternates = [] }: HeadOptions): Markup[] {
  if (site === undefined) return [];
  const translations = [{ lang: story.lang, path }, ...alternates].map(
    (one) => markup`<link rel="alternate" hreflang="${one.lang}" href="${site + one.path}">`,
  );
  return [
    markup`<link rel="canonical" href="${site + path}">`,
    ...(alternates.length > 0 ? translations : []),
    markup`<link rel="alternate" type="application/atom+xml" href="${site + FEED_FILE}">`,
    markup`<link rel="alternate" type="application/json+oembed" href="${site + path + OEMBED_FILE}" title="${story.title}">`,
  ];
}

/**
 * What the head of a story's page says to machines: its description, where it is, and how a link to
 * it looks. HTML, without the title.
 */
export function emitHead(story: Story, options: HeadOptions): MaybeMarkup {
  const author: Pair[] = story.byline ? [['author', story.byline]] : [];
  const parts = [
    ...[['description', story.description] as const, ...author].map(named),
    ...siteLinks(story, options),
    ...openGraph(story, options).map(property),
    named(['twitter:card', 'summary_large_image']),
    ...playerTags(options),
  ];
  return joined(parts, '\n');
}
