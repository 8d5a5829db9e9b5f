import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { pathOf } from '../compiler/fit-prose.ts';
import { isLocalAddress } from '../compiler/sanitize.ts';
import type { Story } from '../core/story.ts';

const IMAGE_SOURCE = /<img\b[^>]*?\ssrc="([^"]*)"/g;

/** All HTML of a story, as the compiler leaves it. */
const htmlOf = ({ steps }: Story): string[] =>
  steps.flatMap(({ html, notes, footnotes }) => [
    html,
    notes,
    ...footnotes.map((note) => note.html),
  ]);

/** The pictures that a story's text and notes name, as paths below the story's folder, each once, sorted. */
export function listPictures(story: Story): string[] {
  const addresses = htmlOf(story).flatMap((html) =>
    [...html.matchAll(IMAGE_SOURCE)].map(([, address = '']) => address),
  );
  const paths = addresses.filter(isLocalAddress).map((address) => posix.normalize(pathOf(address)));
  const below = paths.filter((path) => !/^(\.\.?(\/|$)|\/)/.test(path));
  return [...new Set(below)].sort();
}

/** The pictures of {@link listPictures} that lie in the story's `folder`, with their bytes. */
export function readPictures(story: Story, folder: string): [path: string, bytes: Uint8Array][] {
  return listPictures(story).flatMap((path): [string, Uint8Array][] => {
    try {
      return [[path, readFileSync(join(folder, path))]];
    } catch {
      return [];
    }
  });
}
