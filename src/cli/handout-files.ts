import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, posix } from 'node:path';
import { emitHandout } from '../compiler/emit-handout.ts';
import { type HandoutLayout, handoutStillSize, handoutStyle } from '../compiler/handout-style.ts';
import type { Story } from '../core/story.ts';
import { mediaType } from './export/media-type.ts';
import { MEMORY_ORIGIN, type MemoryFile } from './memory-origin.ts';
import { mapCredit } from './read-sources.ts';
import { createStillPress } from './stills.ts';
import { readStoryFiles } from './story-files.ts';

/** The layout of a handout, and where its story is: its folder, and its page where that is known. */
export interface HandoutPlace extends HandoutLayout {
  /** Path of the story's folder. */
  folder: string;
  /** Whole address of the story's page. */
  address?: string;
}

const FONTS = [
  '@fontsource/old-standard-tt/400.css',
  '@fontsource/old-standard-tt/400-italic.css',
  '@fontsource/old-standard-tt/700.css',
  '@fontsource/source-serif-4/400.css',
  '@fontsource/source-serif-4/400-italic.css',
  '@fontsource/source-serif-4/600.css',
];

/** The style sheets of the fonts, and the files that they name. */
function fontFiles(): [path: string, file: MemoryFile][] {
  const { resolve } = createRequire(import.meta.url);
  return FONTS.flatMap((sheet) => {
    const path = resolve(sheet);
    const css = readFileSync(path, 'utf8');
    const names = [...css.matchAll(/url\(\.\/([\w/.-]+\.woff2)\)/g)].map(([, name = '']) => name);
    return [
      [`fonts/${sheet}`, { type: 'text/css', data: css }],
      ...names.map((name): [string, MemoryFile] => {
        const data = readFileSync(join(dirname(path), name));
        return [posix.join('fonts', posix.dirname(sheet), name), { type: mediaType(name), data }];
      }),
    ];
  });
}

/** What a handout's page may: show the files beside it, in its own style. Nothing runs in it. */
function policyOf(style: string): string {
  const hash = createHash('sha256').update(style).digest('base64');
  const at = MEMORY_ORIGIN;
  return `default-src 'none'; img-src ${at}; font-src ${at}; style-src ${at} 'sha256-${hash}'; base-uri 'none'; form-action 'none'; sandbox`;
}

/**
 * All that a browser needs to print a story's handout: `index.html`, its stills, its fonts, and the
 * pictures that the story's prose shows. By path.
 */
export async function handoutFiles(
  story: Story,
  { folder, address, ...layout }: HandoutPlace,
): Promise<Map<string, MemoryFile>> {
  const drawn = await createStillPress().sheets(story, handoutStillSize(layout));
  const stills = [...drawn].map(([id, svg], i) => ({ id, svg, path: `still/${i}.svg` }));
  const html = emitHandout(story, {
    ...layout,
    stills: new Map(stills.map(({ id, path }) => [id, path])),
    fontSheets: FONTS.map((sheet) => `fonts/${sheet}`),
    credit: mapCredit(),
    folder: 'story/',
    ...(address && { address }),
  });
  const policy = policyOf(`${handoutStyle(layout, story.title)}`);
  const beside = readStoryFiles(story, folder);
  return new Map<string, MemoryFile>([
    ['index.html', { type: 'text/html; charset=utf-8', data: html, policy }],
    ...stills.map(({ path, svg }) => [path, { type: 'image/svg+xml', data: svg }] as const),
    ...fontFiles(),
    ...beside.map(
      ({ path, bytes }) => [`story/${path}`, { type: mediaType(path), data: bytes }] as const,
    ),
  ]);
}
