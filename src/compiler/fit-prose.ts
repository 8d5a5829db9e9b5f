import { attributes, type Markup, markup } from '../core/markup.ts';
import type { PictureSize } from './catalog.ts';

/** Gives the size of a picture by its path from the story; `undefined` where it is not known. */
export type SizeOf = (path: string) => PictureSize | undefined;

// Sanitised HTML has a `<` only where a tag begins, and all values in double quotation marks.
const IMAGE = /<img\b[^>]*>/g;
const ATTRIBUTE = /\s([a-z-]+)="([^"]*)"/g;

/** A box that scrolls where its content is too wide; keys reach it, and it has a name. */
const scrolling = (name: string): Markup =>
  attributes({ tabindex: '0', role: 'group', 'aria-label': name });

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
};

/** The path of a file beside the story, from an address as it stands in sanitised HTML. */
export function pathOf(address: string): string {
  const [path = ''] = address
    .replace(/&(?:amp|lt|gt|quot);/g, (e) => ENTITIES[e] ?? e)
    .split(/[?#]/);
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** A length that an author gave, in whole CSS pixels; 0 where it is none. */
const pixels = (value: string | undefined): number =>
  /^\d{1,5}$/.test(value ?? '') ? Number(value) : 0;

/** The author's width or height, with the other side as the picture's own shape has it. */
function sized(given: ReadonlyMap<string, string>, { width, height }: PictureSize): PictureSize {
  const [w, h] = [pixels(given.get('width')), pixels(given.get('height'))];
  if (w > 0) return { width: w, height: Math.max(1, Math.round((w * height) / width)) };
  if (h > 0) return { width: Math.max(1, Math.round((h * width) / height)), height: h };
  return { width, height };
}

function sizeImage(tag: string, sizeOf: SizeOf): string {
  const given = new Map(
    [...tag.matchAll(ATTRIBUTE)].map(([, name = '', value = '']) => [name, value]),
  );
  const size = sizeOf(pathOf(given.get('src') ?? ''));
  if (!size) return tag;
  const { width, height } = sized(given, size);
  const bare = tag.replace(/\s(?:width|height)="[^"]*"/g, '').replace(/\s*\/?>$/, '');
  return `${bare} width="${width}" height="${height}" />`;
}

/**
 * Sanitised HTML that fits on a card: each picture says how large it is, so that its room is kept until it
 * loads, tables and code stand in boxes that scroll, for keys too, and long numbers of a list stand in its
 * items, not beside the card.
 */
export function fitProse(html: string, sizeOf: SizeOf = () => undefined): string {
  return html
    .replace(IMAGE, (tag) => sizeImage(tag, sizeOf))
    .replace(/<ol(?= start="\d{4})(?! [^>]*class)/g, '<ol class="inside"')
    .replace(/<pre\b/g, () => String(markup`<pre${scrolling('Code')}`))
    .replace(/<table\b/g, () => String(markup`<div class="scroll"${scrolling('Table')}><table`))
    .replace(/<\/table>/g, '</table></div>');
}
