import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ROOT } from '../../scripts/packages.ts';
import { serve } from '../../scripts/serve.ts';
import { readStory } from '../../src/cli/read-story.ts';
import { createStillPress, listStills } from '../../src/cli/stills.ts';
import { emitPage } from '../../src/compiler/emit-page.ts';
import type { Story } from '../../src/core/story.ts';

/** The story with text of every kind. */
export const PROSE_FILE = fileURLToPath(new URL('../fixtures/prose/story.md', import.meta.url));

/** A site of its own with the built scripts and styles, on an origin of its own. */
export interface ProseSite {
  /** Address of the site, with a slash at its end; the story is at `stories/prose/`. */
  url: string;
  story: Story;
  close: () => Promise<void>;
}

/** The tags by which the built page of another story brings script and style. */
async function builtTags(): Promise<string> {
  const page = await readFile(join(ROOT, 'dist/stories/stalin-korea/index.html'), 'utf8');
  return (
    page.match(/<(?:script type="module"|link rel="stylesheet")[^>]*>(?:<\/script>)?/g) ?? []
  ).join('\n');
}

/** All steps get the picture that the story opens with: what is tested is their text. */
async function writeStills(story: Story, folder: string): Promise<string> {
  const press = createStillPress();
  const covers = {
    wide: (await press.still(story, 'cover.svg')) ?? '',
    phone: (await press.still(story, 'cover.phone.svg')) ?? '',
  };
  await mkdir(join(folder, 'still'), { recursive: true });
  for (const { name, kind } of listStills(story)) await writeFile(join(folder, name), covers[kind]);
  return covers.phone;
}

/** Serves a story as the site's build would have it. `edit` changes the story before it is written. */
export async function serveStory(
  file: string,
  edit = (story: Story): Story => story,
): Promise<ProseSite> {
  const site = await mkdtemp(join(tmpdir(), 'legenda-prose-'));
  const folder = join(site, 'stories/prose');
  const story = edit(readStory(file, () => {}));
  await mkdir(folder, { recursive: true });
  for (const name of ['assets', 'embed.js'])
    await cp(join(ROOT, 'dist', name), join(site, name), { recursive: true });
  await cp(dirname(file), folder, { recursive: true });
  const cover = await writeStills(story, folder);
  const page = emitPage(story, {
    storyUrl: './story.json',
    script: 'BUILT',
    galleryUrl: '../../index.html',
    credit: 'Map: credits of the map, as long as they are.',
    head: { path: 'stories/prose/' },
    cover,
    embedScript: '../../embed.js',
  });
  const tags = await builtTags();
  const html = page.replace(/<script type="module" src="BUILT"><\/script>/, () => tags);
  await writeFile(join(folder, 'index.html'), html);
  await writeFile(join(folder, 'story.json'), JSON.stringify(story));
  const served = await serve({ folder: site, port: 0 });
  const close = async (): Promise<void> => {
    await served.close();
    await rm(site, { recursive: true });
  };
  return { url: served.url, story, close };
}

/** Serves the story with text of every kind. */
export const serveProse = (): Promise<ProseSite> => serveStory(PROSE_FILE);
