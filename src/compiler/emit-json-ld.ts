import { isoDate } from '../core/calendar.ts';
import { type Markup, markup, trusted } from '../core/markup.ts';
import type { Place, Story } from '../core/story.ts';
import { COVER, fileAddress, type HeadOptions } from './emit-head.ts';
import { plainText } from './plain-text.ts';

function placeData({ name, names, position: [longitude, latitude] }: Place) {
  const { modern } = names;
  return {
    '@type': 'Place',
    name,
    ...(modern && modern !== name && { alternateName: modern }),
    geo: { '@type': 'GeoCoordinates', latitude, longitude },
  };
}

/** The story's sources in the order of their numbers, each once, as plain text. */
function citations({ steps }: Story): string[] {
  const notes = steps.flatMap(({ footnotes }) => footnotes);
  const byNumber = new Map(notes.map(({ number, html }) => [number, plainText(html)]));
  return [...byNumber].sort(([a], [b]) => a - b).map(([, text]) => text);
}

function articleData(story: Story, options: HeadOptions) {
  const { title, description, lang, published, byline, dates } = story;
  const { site, path } = options;
  const places = Object.values(story.places).filter(({ unit }) => !unit);
  const sources = citations(story);
  return {
    '@context': 'https://schema.org',
    '@type': 'Article',
    headline: title,
    description,
    inLanguage: lang,
    ...(site !== undefined && { url: `${site}${path}` }),
    image: fileAddress(COVER.file, options),
    ...(published && { datePublished: published }),
    // Plain text: a byline does not tell a person from an organisation.
    ...(byline && { author: byline }),
    ...(dates && { temporalCoverage: dates.map(isoDate).join('/') }),
    ...(places.length > 0 && { contentLocation: places.map(placeData) }),
    ...(sources.length > 0 && { citation: sources }),
  };
}

/** JSON that no HTML parser can take for the end of a script or a comment in it, and no bundler for a variable. */
function scriptJson(data: object): Markup {
  const json = JSON.stringify(data).replace(
    /[<>&%\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return trusted(json);
}

/**
 * A story as structured data (schema.org `Article`, JSON-LD) in a script element that runs nothing:
 * the time it covers, the places it names, and its sources. It is long, so it belongs behind the text.
 */
export function emitJsonLd(story: Story, options: HeadOptions): Markup {
  return markup`<script type="application/ld+json">${scriptJson(articleData(story, options))}</script>`;
}
