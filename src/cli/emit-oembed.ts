import { COVER, type Player } from '../compiler/emit-head.ts';
import type { Story } from '../core/story.ts';
import { embedSnippet, FRAME_SIZE, frameAddress } from '../embed/snippet.ts';

/** Seconds for which who embeds a story may keep what its file says: a day. */
const CACHE_AGE = 86_400;

/** Whose stories they are. */
export interface Provider {
  /** The site's name. */
  name: string;
  /** The site's address, with a slash at its end. */
  site: string;
}

/** The page of the story at `address`, its folder's whole address, as it is in a frame elsewhere. */
export function playerOf(address: string): Player {
  return { address: frameAddress(address), ...FRAME_SIZE };
}

/**
 * A story in the words of oEmbed 1.0 (type `rich`), JSON: a plain frame, since who embeds by oEmbed
 * takes out scripts. `address` is the whole address of its page's folder, with a slash at its end. A
 * file cannot answer `maxwidth`; the frame is never wider than its place.
 */
export function emitOembed(story: Story, address: string, { name, site }: Provider): string {
  const { title, byline } = story;
  const { width } = FRAME_SIZE;
  return JSON.stringify({
    version: '1.0',
    type: 'rich',
    title,
    ...(byline && { author_name: byline }),
    provider_name: name,
    provider_url: site,
    cache_age: CACHE_AGE,
    thumbnail_url: `${address}${COVER.file}`,
    thumbnail_width: COVER.width,
    thumbnail_height: COVER.height,
    html: embedSnippet('frame', address, { title, width }),
    ...FRAME_SIZE,
  });
}
