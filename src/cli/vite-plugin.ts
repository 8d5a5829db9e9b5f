import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { emitPage } from '../compiler/emit-page.ts';
import { escapeHtml } from '../core/step-markup.ts';
import type { Story } from '../core/story.ts';
import { emitSiteFiles, galleryHead, storyPath } from './emit-site-files.ts';
import { mapCredit } from './read-sources.ts';
import { readStory, StoryFileError } from './read-story.ts';
import { readSiteAddress } from './site-address.ts';

/** Where the plugin finds stories. */
export interface LegendaOptions {
  /** The project's root folder: stories are in `stories/<slug>/story.md` below it. */
  root: string;
}

const PAGE = /^stories\/([a-z0-9-]+)\/(index\.html|story\.json)?$/;

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
      `<li><a href="./stories/${slug}/"><p class="kicker">${
        story.steps.length
      } ${story.steps.length === 1 ? 'step' : 'steps'}</p><h2>${escapeHtml(story.title)}</h2><p>${escapeHtml(story.description)}</p></a></li>`,
  );
  return `<ul class="stories">${items.join('')}</ul>`;
}

/**
 * Makes a page and a `story.json` of each story of a project, and the gallery's list, both when the
 * site is built and when it is served while someone writes. A story with an error stops the build
 * with all its issues.
 */
export function legenda({ root }: LegendaOptions): Plugin {
  const read = (slug: string): Story =>
    readStory(join('stories', slug, 'story.md'), (line) => console.warn(line));
  const site = readSiteAddress();
  const page = (slug: string): string =>
    emitPage(read(slug), {
      storyUrl: './story.json',
      script: '/src/pages/read.ts',
      galleryUrl: '../../index.html',
      credit: mapCredit(),
      head: { ...(site && { site }), path: storyPath(slug) },
    });
  const slugOf = (id: string): string | undefined =>
    storySlugs(root).find((slug) => id === join(root, 'stories', slug, 'index.html'));
  return {
    name: 'legenda',
    config: () => ({
      build: {
        rolldownOptions: {
          input: [
            join(root, 'index.html'),
            ...storySlugs(root).map((slug) => join(root, 'stories', slug, 'index.html')),
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
      const stories = storySlugs(root).map((slug) => [slug, read(slug)] as const);
      return html
        .replace('<!--stories-->', galleryList(stories))
        .replace('</head>', `${galleryHead(site)}</head>`);
    },
    async generateBundle() {
      const stories = storySlugs(root).map((slug) => [slug, read(slug)] as const);
      await emitSiteFiles((file) => this.emitFile(file), { stories, site });
      for (const [slug, story] of stories) {
        const source = JSON.stringify(story);
        this.emitFile({ type: 'asset', fileName: `stories/${slug}/story.json`, source });
      }
    },
    configureServer(server) {
      server.middlewares.use(async (request, response, next) => {
        const path = (request.url ?? '').split('?')[0]?.slice(1) ?? '';
        const [, slug, file] = PAGE.exec(path) ?? [];
        if (!slug || !storySlugs(root).includes(slug)) return next();
        try {
          const json = file === 'story.json';
          const body = json
            ? JSON.stringify(read(slug))
            : await server.transformIndexHtml(`/${path}`, page(slug));
          response.setHeader('content-type', json ? 'application/json' : 'text/html');
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
