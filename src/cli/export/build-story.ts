import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, loadConfigFromFile, type Plugin, type PluginOption } from 'vite';
import { EMBED_SCRIPT } from '../embed-plugin.ts';
import { legenda } from '../vite-plugin.ts';
import { detachPage } from './detach-page.ts';

const PAGE = 'index.html';

/** The project's folder: `stories` is in it. */
export const PROJECT = fileURLToPath(new URL('../../../', import.meta.url)).replace(/[\\/]$/, '');

/** A story's file, and what its page is named after. */
export interface StoryFile {
  slug: string;
  file: string;
}

/** Files by path from the folder that they are written into, with `/`; the page is `index.html`. */
export type StoryFiles = ReadonlyMap<string, Uint8Array>;

async function flatten(option: PluginOption): Promise<Plugin[]> {
  const found = await option;
  if (!found) return [];
  if (!Array.isArray(found)) return [found];
  return (await Promise.all(found.map(flatten))).flat();
}

/** The plugins of the site's own build, with that which makes pages set to one story. */
async function pluginsFor(only: StoryFile): Promise<{ config: object; plugins: Plugin[] }> {
  const env = { command: 'build', mode: 'production' } as const;
  const loaded = await loadConfigFromFile(env, undefined, PROJECT, 'error');
  const plugins = await flatten(loaded?.config.plugins);
  const others = plugins.filter(({ name }) => name !== 'legenda');
  return {
    config: loaded?.config ?? {},
    plugins: [...others, legenda({ root: PROJECT, only })],
  };
}

async function readFolder(folder: string): Promise<Map<string, Uint8Array>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort();
  const name = (path: string): string => relative(folder, path).split(sep).join('/');
  return new Map(
    await Promise.all(
      paths.map(async (path) => [name(path), await readFile(path)] as [string, Uint8Array]),
    ),
  );
}

/** The page and its files moved into one folder; what a site has beside its stories stays behind. */
function ownFolder(built: ReadonlyMap<string, Uint8Array>, slug: string): Map<string, Uint8Array> {
  const folder = `stories/${slug}/`;
  const files = new Map<string, Uint8Array>();
  for (const [name, bytes] of built) {
    if (name.startsWith('assets/') || name === EMBED_SCRIPT) files.set(name, bytes);
    if (name.startsWith(folder)) files.set(name.slice(folder.length), bytes);
  }
  const page = new TextDecoder().decode(files.get(PAGE));
  return files.set(PAGE, new TextEncoder().encode(detachPage(page, files)));
}

/**
 * Builds the page of one story as the site would have it, in a folder of its own. Rejects with
 * Vite's error where it cannot be built.
 */
export async function buildStory(story: StoryFile): Promise<StoryFiles> {
  const folder = await mkdtemp(join(tmpdir(), 'legenda-export-'));
  try {
    const { config, plugins } = await pluginsFor(story);
    await build({
      ...config,
      plugins,
      configFile: false,
      logLevel: 'error',
      build: { ...(config as { build?: object }).build, outDir: folder, emptyOutDir: true },
    });
    return ownFolder(await readFolder(folder), story.slug);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
