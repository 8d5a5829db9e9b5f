import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { Story } from '../core/story.ts';
import { isInside, realPath } from './read-inside.ts';
import { mapCredit } from './read-sources.ts';
import { readStory } from './read-story.ts';
import type { StoryFile } from './read-story-file.ts';
import { StoryFileError } from './story-file-error.ts';
import { readStoryFiles } from './story-files.ts';

/** A story that was read, with the files that are published with it. */
export interface OpenStory {
  slug: string;
  story: Story;
  files: readonly StoryFile[];
}

/** A story that cannot be built, and why. */
export interface FailedStory {
  slug: string;
  error: StoryFileError;
}

/** The stories of a project. */
export interface OpenStories {
  /** Those that can be built, sorted by slug. */
  sound(): OpenStory[];
  failed(): FailedStory[];
  /** One of them by its slug, read now; `undefined` where there is none. Throws {@link StoryFileError}. */
  open(slug: string): OpenStory | undefined;
  /** From now on what has been read stays: for one build, and not while someone writes. */
  keep(): void;
  isKept(): boolean;
}

/** Which stories. */
export interface StoriesOptions {
  /** The project's root folder: stories are in `stories/<slug>/story.md` below it. */
  root: string;
  /** The one story there is, wherever its file is; its error is thrown. */
  only?: { slug: string; file: string };
}

/** The slugs of the stories in a project, sorted. */
function storySlugs(root: string): string[] {
  const folder = join(root, 'stories');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((slug) => existsSync(join(folder, slug, 'story.md')))
    .sort();
}

/** Throws {@link StoryFileError} for a story that a link brings in from outside of the folder `stories`. */
function mustBeInside(root: string, slug: string): void {
  const folder = join(root, 'stories');
  const [real, own] = [realPath(folder), realPath(join(folder, slug, 'story.md'))];
  if (real && own && isInside(real, own)) return;
  throw new StoryFileError(
    `stories/${slug} is a link that leads out of the folder of stories, and is not read. Put the story itself in its place.`,
  );
}

function readOne({ root, only }: StoriesOptions, slug: string): OpenStory {
  if (!only) mustBeInside(root, slug);
  const file = only?.file ?? relative(process.cwd(), join(root, 'stories', slug, 'story.md'));
  const story = { ...readStory(file, (line) => console.warn(line)), credit: mapCredit() };
  return { slug, story, files: readStoryFiles(story, dirname(file)) };
}

/** Opens the stories of a project: each is read by itself, so that one that is broken harms no other. */
export function openStories(options: StoriesOptions): OpenStories {
  const { root, only } = options;
  let kept: (OpenStory | FailedStory)[] | undefined;
  let isKept = false;
  const slugs = (): string[] => (only ? [only.slug] : storySlugs(root));
  const attempt = (slug: string): OpenStory | FailedStory => {
    try {
      return readOne(options, slug);
    } catch (error) {
      if (only || !(error instanceof StoryFileError)) throw error;
      return { slug, error };
    }
  };
  const all = (): (OpenStory | FailedStory)[] => {
    const read = kept ?? slugs().map(attempt);
    if (isKept) kept = read;
    return read;
  };
  return {
    sound: () => all().flatMap((each) => ('story' in each ? [each] : [])),
    failed: () => all().flatMap((each) => ('error' in each ? [each] : [])),
    open: (slug) => (slugs().includes(slug) ? readOne(options, slug) : undefined),
    keep() {
      isKept = true;
    },
    isKept: () => isKept,
  };
}
