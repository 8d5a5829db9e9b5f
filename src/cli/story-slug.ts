import { basename, dirname, extname, resolve } from 'node:path';

/** What a story is named after: its folder, as in the address of its page, or a file of its own name. */
export function storySlug(file: string): string {
  const name = basename(file, extname(file));
  return name === 'story' ? basename(dirname(resolve(file))) : name;
}
