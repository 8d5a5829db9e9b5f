import {
  bestFormats,
  fileAt,
  type Point,
  pointJson,
  pointScript,
  pointStyle,
} from './addresses.ts';
import type { StoryFiles } from './build-story.ts';
import { mediaType } from './media-type.ts';
import type { FileToPack } from './write-pack.ts';

/** What addresses of packed files begin with, until the page gives them real ones. */
const PACKED = 'packed:';

/** A file's name as it stands in texts: nothing in it ends an address there. */
const codeName = (name: string): string =>
  encodeURI(name).replace(/['(),]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);

const EDITS: Readonly<Record<string, (text: string, point: Point) => string>> = {
  'text/javascript': pointScript,
  'application/json': pointJson,
  'application/geo+json': pointJson,
  'text/css': (css, point) => pointStyle(bestFormats(css), point).replace(EMPTY_FACE, ''),
};

/** What stands for a file that is not needed. */
const NOTHING = 'data:,';

/** Fonts of a style sheet that are not needed: without a file browsers would complain. */
const EMPTY_FACE = /@font-face\s*\{[^}]*url\("data:,"\)[^}]*\}/g;

/** The files that a page needs, found by following addresses. */
export interface Collection {
  /**
   * Takes the file that stands at `address` in the file `from`, with all that it names, and says what is
   * written there instead, with the part of the file that it names; `undefined` where the address is not that of a file.
   */
  point: (address: string, from: string) => string | undefined;
  /** Takes a file that is made up: its text, edited as one that stands in the page's folder. */
  add: (name: string, text: string) => void;
  /** What has been taken: data and style sheets after the files that they name. */
  files: () => FileToPack[];
}

/** Begins to collect out of `files` those that a page needs; `isNeeded` may leave out some. */
export function collectFiles(files: StoryFiles, isNeeded: (name: string) => boolean): Collection {
  const taken = new Map<string, FileToPack>();
  const decoder = new TextDecoder();
  const put = (name: string, bytes: Uint8Array): void => {
    const type = mediaType(name);
    const packed = { name: codeName(name), type };
    taken.set(name, { ...packed, bytes });
    const edit = EDITS[type];
    if (!edit) return;
    const text = edit(decoder.decode(bytes), (address) => point(address, name));
    // After those that it names.
    taken.delete(name);
    taken.set(name, { ...packed, bytes: new TextEncoder().encode(text) });
  };
  const point = (address: string, from: string): string | undefined => {
    const name = fileAt(address, from, files);
    if (name === undefined) return undefined;
    if (!isNeeded(name)) return NOTHING;
    const bytes = files.get(name);
    if (bytes && !taken.has(name)) put(name, bytes);
    const [part = ''] = /#.*/.exec(address) ?? [];
    return `${PACKED}${codeName(name)}${part}`;
  };
  return {
    point,
    add: (name, text) => put(name, new TextEncoder().encode(text)),
    files: () => [...taken.values()],
  };
}
