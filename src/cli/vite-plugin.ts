import { join } from 'node:path';
import type { Plugin } from 'vite';
import type { HeadOptions } from '../compiler/emit-head.ts';
import { emitPage } from '../compiler/emit-page.ts';
import { markup } from '../core/markup.ts';
import type { Story } from '../core/story.ts';
import { EMBED_SCRIPT } from './embed-plugin.ts';
import { playerOf } from './emit-oembed.ts';
import { emitSiteFiles, galleryHead, storyPath } from './emit-site-files.ts';
import { type FailedStory, type OpenStory, openStories } from './open-stories.ts';
import { mapCredit } from './read-sources.ts';
import { refuseLinks, serveStories } from './serve-stories.ts';
import { readSiteAddress } from './site-address.ts';
import { createStillPress, listStills } from './stills.ts';

/** Where the plugin finds stories. */
export interface LegendaOptions {
  /** The project's root folder: stories are in `stories/<slug>/story.md` below it. */
  root: string;
  /** The one story to make a page of, wherever its file is, without a gallery; else of all. */
  only?: { slug: string; file: string };
}

/**
 * A page as the bundler must be given it. Stills and the author's pictures and films are files beside the story that
 * it must leave where they are: the page and `story.json` name them alike. Words such as `%MODE%` are an
 * author's, not variables to be filled in.
 */
const withoutBundling = (html: string): string =>
  html
    .replace(/<(source|img|video)\b/g, '<$1 vite-ignore')
    .replace(/<link(?= [^>]*="\.\/cover\.svg)/g, '<link vite-ignore')
    .replace(/%(?=[A-Za-z_]\w{2,}%)/g, '&#37;');

const headOf = (path: string, site: string | undefined): HeadOptions =>
  site === undefined ? { path } : { site, path, player: playerOf(`${site}${path}`) };

function galleryList(
  stories: readonly (readonly [string, Story])[],
  failed: readonly FailedStory[],
): string {
  if (stories.length + failed.length === 0) return '<p>There are no stories here yet.</p>';
  const items = stories.map(
    ([slug, story]) =>
      markup`<li><a href="./stories/${slug}/"><p class="kicker">${
        story.steps.length
      } ${story.steps.length === 1 ? 'step' : 'steps'}</p><h2>${story.title}</h2><p>${story.description}</p></a></li>`,
  );
  const broken = failed.map(
    ({ slug }) =>
      markup`<li><a href="./stories/${slug}/"><h2>${slug}</h2><p>This story has an error.</p></a></li>`,
  );
  return String(markup`<ul class="stories">${[...items, ...broken]}</ul>`);
}

/** Stories that cannot be built are told again at the end, where they are seen. */
function tellFailed(failed: readonly FailedStory[]): void {
  if (failed.length === 0) return;
  for (const { error } of failed) console.error(error.message);
  const names = failed.map(({ slug }) => `stories/${slug}`).join(', ');
  console.error(`Not built: ${names}. All other stories are.`);
  process.exitCode = 1;
}

/**
 * Makes a page, a `story.json`, the stills and the author's files of each story of a project, and the
 * gallery's list, both when the site is built and when it is served while someone writes. A story with
 * an error is left out of the build, which then ends with all its issues and exit code 1; the error of
 * the one story that was asked for is thrown.
 */
export function legenda({ root, only }: LegendaOptions): Plugin {
  const site = readSiteAddress();
  const press = createStillPress();
  const stories = openStories({ root, ...(only && { only }) });
  const page = async ({ slug, story }: OpenStory): Promise<string> => {
    const cover = (await press.still(story, 'cover.phone.svg')) ?? '';
    const html = emitPage(story, {
      storyUrl: './story.json',
      script: '/src/pages/read.ts',
      galleryUrl: '../../index.html',
      credit: mapCredit(),
      head: headOf(storyPath(slug), site),
      cover,
      embedScript: `../../${EMBED_SCRIPT}`,
    });
    return withoutBundling(html);
  };
  const pageOf = (slug: string): string => join(root, 'stories', slug, 'index.html');
  const found = (id: string): OpenStory | undefined =>
    stories.sound().find(({ slug }) => id === pageOf(slug));
  return {
    name: 'legenda',
    config: (_, { command }) => {
      if (command === 'build') stories.keep();
      const pages = stories.sound().map(({ slug }) => pageOf(slug));
      const input = [...(only ? [] : [join(root, 'index.html')]), ...pages];
      return { build: { rolldownOptions: { input } } };
    },
    resolveId: (id) => (id.endsWith('index.html') && found(id) ? id : undefined),
    load(id) {
      const story = id.endsWith('index.html') ? found(id) : undefined;
      return story && page(story);
    },
    transformIndexHtml(html) {
      if (!html.includes('<!--stories-->')) return html;
      const listed = stories.sound().map(({ slug, story }) => [slug, story] as const);
      return html
        .replace('<!--stories-->', () => galleryList(listed, stories.failed()))
        .replace('</head>', () => String(markup`${galleryHead(site)}</head>`));
    },
    async generateBundle() {
      const sound = stories.sound();
      const emit = (fileName: string, source: string | Uint8Array): void => {
        this.emitFile({ type: 'asset', fileName, source });
      };
      const listed = sound.map(({ slug, story }) => [slug, story] as const);
      await emitSiteFiles(emit, { stories: listed, site, press });
      for (const { slug, story, files } of sound) {
        emit(`${storyPath(slug)}story.json`, JSON.stringify(story));
        for (const { name } of listStills(story)) {
          emit(`${storyPath(slug)}${name}`, (await press.still(story, name)) ?? '');
        }
        for (const { path, bytes } of files) emit(`${storyPath(slug)}${path}`, bytes);
      }
    },
    closeBundle() {
      if (stories.isKept()) tellFailed(stories.failed());
    },
    configureServer(server) {
      const html = async (story: OpenStory, url: string): Promise<string> =>
        server.transformIndexHtml(url, await page(story));
      server.middlewares.use(serveStories({ stories, press, html }));
      server.middlewares.use(refuseLinks(root));
    },
  };
}
