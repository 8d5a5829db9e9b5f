import type { IncomingMessage, ServerResponse } from 'node:http';
import { join, sep } from 'node:path';
import { mediaType } from './export/media-type.ts';
import type { OpenStories, OpenStory } from './open-stories.ts';
import { isInside, realPath } from './read-inside.ts';
import type { StillPress } from './stills.ts';
import { StoryFileError } from './story-file-error.ts';

/** A handler of requests, as Vite's development server takes it. */
export type Handler = (
  request: IncomingMessage,
  response: ServerResponse,
  next: (error?: unknown) => void,
) => void;

/** What {@link serveStories} serves. */
export interface ServedStories {
  stories: OpenStories;
  press: StillPress;
  /** Makes the page of a story for an address. */
  html: (story: OpenStory, url: string) => Promise<string>;
}

const PAGE = /^\/stories\/([^/]+)\/(.*)$/;

/** An address without its query, decoded; `undefined` where it cannot be. */
function pathOf({ url = '/' }: IncomingMessage): string | undefined {
  try {
    const path = decodeURIComponent(url.split(/[?#]/)[0] ?? '/');
    return path.includes('\0') ? undefined : path;
  } catch {
    return undefined;
  }
}

function refuse(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' });
  response.end(text);
}

/**
 * Refuses what a link in the project would bring in from outside of it: Vite looks only at where the link
 * is. Installed packages may be links.
 */
export function refuseLinks(root: string): Handler {
  const own = realPath(root) ?? root;
  return (request, response, next) => {
    const path = pathOf(request);
    if (path === undefined) return refuse(response, 400, 'This is no address.');
    const file = path.startsWith('/@fs/') ? path.slice('/@fs'.length) : join(own, path);
    const real = realPath(file) ?? own;
    if (isInside(own, real) || real.includes(`${sep}node_modules${sep}`)) return next();
    refuse(response, 403, 'This leads out of the project, and is not served.');
  };
}

/** What is served at a path from a story's folder; `undefined` where there is nothing. */
async function answer(
  story: OpenStory,
  path: string,
  { press, html }: ServedStories,
): Promise<[type: string, body: string | Uint8Array] | undefined> {
  if (path === '' || path === 'index.html') {
    return ['text/html', await html(story, `/stories/${story.slug}/${path}`)];
  }
  if (path === 'story.json') return ['application/json', JSON.stringify(story.story)];
  const still = await press.still(story.story, path);
  if (still !== undefined) return ['image/svg+xml', still];
  const file = story.files.find((each) => each.path === path);
  return file && [mediaType(path), file.bytes];
}

/** Serves each story's page and the files that belong to it, and nothing else of its folder. */
export function serveStories(served: ServedStories): Handler {
  return async (request, response, next) => {
    const [, slug, path = ''] = PAGE.exec(pathOf(request) ?? '') ?? [];
    const isPart = request.url?.includes('html-proxy') ?? false;
    if (slug === undefined || isPart) return next();
    try {
      const story = served.stories.open(slug);
      const [type, body] = (story && (await answer(story, path, served))) ?? [];
      if (type === undefined) return refuse(response, 404, 'There is no such file.');
      response.setHeader('content-type', type);
      response.setHeader('x-content-type-options', 'nosniff');
      response.end(body);
    } catch (error) {
      if (error instanceof StoryFileError) refuse(response, 500, error.message);
      else next(error);
    }
  };
}
