import { realpath, stat } from 'node:fs/promises';
import { extname, join, resolve, sep } from 'node:path';

/** Where a request leads. */
export type Target =
  | { kind: 'file'; path: string; type: string; size: number }
  | { kind: 'redirect'; location: string }
  | { kind: 'none' };

/** A folder and the URL path it is served at. */
export interface Site {
  /** Absolute path of the folder. */
  folder: string;
  /** URL path, with a slash at both ends. */
  base: string;
}

const NONE: Target = { kind: 'none' };

const TYPES: Record<string, string> = {
  '.avif': 'image/avif',
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.geojson': 'application/geo+json; charset=utf-8',
  '.gif': 'image/gif',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.m4v': 'video/mp4',
  '.map': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.mp4': 'video/mp4',
  '.pbf': 'application/x-protobuf',
  '.pdf': 'application/pdf',
  '.pmtiles': 'application/vnd.pmtiles',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.tsv': 'text/tab-separated-values; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.webm': 'video/webm',
  '.webp': 'image/webp',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.xml': 'text/xml; charset=utf-8',
  '.zip': 'application/zip',
};

/** The media type of a file, by its extension; `application/octet-stream` where it is unknown. */
export function mediaType(path: string): string {
  return TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream';
}

/** Whether a media type is text-like and so becomes smaller by compression. */
export function isCompressible(type: string): boolean {
  return /^text\/|json|javascript|xml|wasm|protobuf/.test(type);
}

/** A URL path made to begin and end with one slash: `legenda` becomes `/legenda/`. */
export function normalizeBase(base: string): string {
  const inner = base.replace(/^\/+|\/+$/g, '');
  return inner === '' ? '/' : `/${inner}/`;
}

function decodePath(pathname: string): string | undefined {
  try {
    const decoded = decodeURIComponent(pathname);
    return decoded.includes('\0') ? undefined : decoded;
  } catch {
    return undefined;
  }
}

async function fileTarget(path: string): Promise<Target> {
  const info = await stat(path).catch(() => undefined);
  if (!info?.isFile()) return NONE;
  return { kind: 'file', path, type: mediaType(path), size: info.size };
}

/** True where no link leads from a path in a folder out of it; also where there is nothing. */
async function isReallyInside(folder: string, path: string): Promise<boolean> {
  const [root, real] = await Promise.all([realpath(folder), realpath(path).catch(() => undefined)]);
  return real === undefined || real === root || real.startsWith(root + sep);
}

/**
 * What a URL (path and query) means on the site: a file, the `index.html` of a folder, a redirect
 * from a folder without its slash, or nothing. Never a file outside the folder.
 */
export async function resolveTarget(site: Site, url: string): Promise<Target> {
  const [pathname = '/', query] = url.split('?', 2);
  const search = query === undefined ? '' : `?${query}`;
  if (`${pathname}/` === site.base) return { kind: 'redirect', location: site.base + search };
  const decoded = decodePath(pathname);
  if (!decoded?.startsWith(site.base)) return NONE;

  const path = resolve(site.folder, `./${decoded.slice(site.base.length)}`);
  if (path !== site.folder && !path.startsWith(site.folder + sep)) return NONE;
  if (!(await isReallyInside(site.folder, path))) return NONE;
  const info = await stat(path).catch(() => undefined);
  if (!info?.isDirectory()) return decoded.endsWith('/') ? NONE : fileTarget(path);
  if (decoded.endsWith('/')) return fileTarget(join(path, 'index.html'));
  // One leading slash, or `//host` would lead to another site.
  return { kind: 'redirect', location: `${pathname.replace(/^\/+/, '/')}/${search}` };
}
