import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { Plugin } from 'vite';
import type { HeadOptions } from '../compiler/emit-head.ts';
import { emitPage } from '../compiler/emit-page.ts';
import { markup } from '../core/markup.ts';
import type { Story } from '../core/story.ts';
import { EMBED_SCRIPT } from './embed-plugin.ts';
import { playerOf } from './emit-oembed.ts';
import { emitSiteFiles, galleryHead, storyPath } from './emit-site-files.ts';
import { mapCredit } from './read-sources.ts';
import { readStory, StoryFileError } from './read-story.ts';
import { readSiteAddress } from './site-address.ts';
import { createStillPress, listStills } from './stills.ts';
import { readPictures } from './story-pictures.ts';

/** Where the plugin finds stories. */
export interface LegendaOptions {
  /** The project's root folder: stories are in `stories/<slug>/story.md` below it. */
  root: string;
  /** The one story to make a page of, wherever its file is, without a gallery; else of all. */
  only?: { slug: string; file: string };
}

const PAGE = /^stories\/([a-z0-9-]+)\/(index\.html|story\.json|(?:still\/)?[^/]+\.svg)?$/;

/**
 * A page as the bundler must be given it. Stills and the author's pictures are files beside the story that
 * it must leave where they are: the page and `story.json` name them alike. Words such as `%MODE%` are an
 * author's, not variables to be filled in.
 */
const withoutBundling = (html: string): string =>
  html
    .replace(/<(source|img)\b/g, '<$1 vite-ignore')
    .replace(/<link(?= [^>]*="\.\/cover\.svg)/g, '<link vite-ignore')
    .replace(/%(?=[A-Za-z_]\w{2,}%)/g, '&#37;');

const headOf = (path: string, site: string | undefined): HeadOptions =>
  site === undefined ? { path } : { site, path, player: playerOf(`${site}${path}`) };

/** The slugs of the stories in a project, sorted. */
export function storySlugs(root: string): string[] {
  const folder = join(root, 'stories');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((slug) => existsSync(join(folder, slug, 'story.md')))
    .sort();
}

function galleryList(stories: readonly (readonly [string, Story])[]): string {
  if (stories.length === 0) return '<p>There are no stories here yet.</p>';
  const items = stories.map(
    ([slug, story]) =>
      markup`<li><a href="./stories/${slug}/"><p class="kicker">${
        story.steps.length
      } ${story.steps.length === 1 ? 'step' : 'steps'}</p><h2>${story.title}</h2><p>${story.description}</p></a></li>`,
  );
  return String(markup`<ul class="stories">${items}</ul>`);
}

/**
 * Makes a page, a `story.json` and the stills of each story of a project, and the gallery's list, both
 * when the site is built and when it is served while someone writes. A story with an error stops the
 * build with all its issues.
 */
export function legenda({ root, only }: LegendaOptions): Plugin {
  const slugs = (): string[] => (only ? [only.slug] : storySlugs(root));
  const fileOf = (slug: string): string =>
    only?.file ?? relative(process.cwd(), join(root, 'stories', slug, 'story.md'));
  const read = (slug: string): Story => ({
    ...readStory(fileOf(slug), (line) => console.warn(line)),
    credit: mapCredit(),
  });
  const site = readSiteAddress();
  const press = createStillPress();
  const page = async (slug: string): Promise<string> => {
    const story = read(slug);
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
  /** What is served at a story's address: its type and text; `undefined` where there is no such file. */
  const answer = async (slug: string, file: string): Promise<[string, string] | undefined> => {
    const story = read(slug);
    if (file === 'story.json') return ['application/json', JSON.stringify(story)];
    const still = await press.still(story, file);
    return still === undefined ? undefined : ['image/svg+xml', still];
  };
  const slugOf = (id: string): string | undefined =>
    slugs().find((slug) => id === join(root, 'stories', slug, 'index.html'));
  return {
    name: 'legenda',
    config: () => ({
      build: {
        rolldownOptions: {
          input: [
            ...(only ? [] : [join(root, 'index.html')]),
            ...slugs().map((slug) => join(root, 'stories', slug, 'index.html')),
          ],
        },
      },
    }),
    resolveId: (id) => (slugOf(id) === undefined ? undefined : id),
    load(id) {
      const slug = slugOf(id);
      return slug === undefined ? undefined : page(slug);
    },
    transformIndexHtml(html) {
      if (!html.includes('<!--stories-->')) return html;
      const stories = slugs().map((slug) => [slug, read(slug)] as const);
      return html
        .replace('<!--stories-->', () => galleryList(stories))
        .replace('</head>', () => String(markup`${galleryHead(site)}</head>`));
    },
    async generateBundle() {
      const stories = slugs().map((slug) => [slug, read(slug)] as const);
      const emit = (fileName: string, source: string | Uint8Array): void => {
        this.emitFile({ type: 'asset', fileName, source });
      };
      await emitSiteFiles(emit, { stories, site, press });
      for (const [slug, story] of stories) {
        emit(`${storyPath(slug)}story.json`, JSON.stringify(story));
        for (const { name } of listStills(story)) {
          emit(`${storyPath(slug)}${name}`, (await press.still(story, name)) ?? '');
        }
        for (const [name, bytes] of readPictures(story, dirname(fileOf(slug)))) {
          emit(`${storyPath(slug)}${name}`, bytes);
        }
      }
    },
    configureServer(server) {
      server.middlewares.use(async (request, response, next) => {
        const path = (request.url ?? '').split('?')[0]?.slice(1) ?? '';
        const [, slug, file = 'index.html'] = PAGE.exec(path) ?? [];
        if (!slug || !slugs().includes(slug)) return next();
        try {
          const [type, body] =
            file === 'index.html'
              ? ['text/html', await server.transformIndexHtml(`/${path}`, await page(slug))]
              : ((await answer(slug, decodeURIComponent(file))) ?? []);
          if (type === undefined) return next();
          response.setHeader('content-type', type);
          response.end(body);
        } catch (error) {
          if (!(error instanceof StoryFileError)) return next(error);
          response.statusCode = 500;
          response.end(error.message);
        }
      });
    },
  };
}
