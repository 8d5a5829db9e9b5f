import { createReadStream, existsSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import type { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { constants, createBrotliCompress, createGzip } from 'node:zlib';
import { PICTURE_POLICY } from '../src/cli/content-policy.ts';
import { parseRange } from './byte-range.ts';
import { ROOT } from './packages.ts';
import { isCompressible, normalizeBase, resolveTarget, type Site } from './static-files.ts';

/** What {@link serve} serves, and where. */
export interface ServeOptions {
  /** The folder; default `dist`. */
  folder?: string;
  /** The URL path it is served at; default `/`. */
  base?: string;
  /** Default 4173; 0 takes any free one. */
  port?: number;
  /** The `Content-Security-Policy` of all that is served but pictures, which have their own then; default none. */
  policy?: string;
  /** Where the port is taken, try the next ones up; default false. */
  nextFreePort?: boolean;
}

/** A running server. */
export interface Served {
  /** Its address, with the base. */
  url: string;
  close: () => Promise<void>;
}

type FileTarget = Extract<Awaited<ReturnType<typeof resolveTarget>>, { kind: 'file' }>;

const POLICY = 'Content-Security-Policy';

const HOST = '127.0.0.1';
const DEFAULT_PORT = 4173;
const PORTS_TO_TRY = 50;

/** Files that the build names after their content never change. */
const NAMED_BY_CONTENT = /[\\/]assets[\\/][^\\/]+-[\w-]{6,}\.\w+$/;

const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

/** The smaller of the encodings that a request accepts and that are worth it, if any. */
function chooseEncoding({ headers }: IncomingMessage, type: string): Encoding | undefined {
  const accepted = String(headers['accept-encoding'] ?? '');
  if (!isCompressible(type)) return undefined;
  if (/\bbr\b/.test(accepted)) return { name: 'br', through: createBrotliCompress(BROTLI) };
  return /\bgzip\b/.test(accepted) ? { name: 'gzip', through: createGzip() } : undefined;
}

interface Encoding {
  name: 'br' | 'gzip';
  through: Transform;
}

async function send(
  response: ServerResponse,
  path: string,
  rest: {
    range?: { start: number; end: number };
    through?: Transform;
  },
): Promise<void> {
  const file = createReadStream(path, rest.range);
  // A reader who leaves closes the stream early; there is nobody to tell.
  await pipeline(rest.through ? [file, rest.through, response] : [file, response]).catch(() => {});
}

async function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  { path, type, size }: FileTarget,
): Promise<void> {
  response.setHeader('Content-Type', type);
  // A picture in a page has the page's policy; opened by itself it needs the style inside of it.
  if (response.hasHeader(POLICY) && type.startsWith('image/svg')) {
    response.setHeader(POLICY, PICTURE_POLICY);
  }
  response.setHeader('Accept-Ranges', 'bytes');
  // Pages of other hosts load the script that embeds stories.
  response.setHeader('Access-Control-Allow-Origin', '*');
  response.setHeader('Vary', 'Accept-Encoding');
  response.setHeader(
    'Cache-Control',
    NAMED_BY_CONTENT.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
  );
  const range = parseRange(request.headers.range, size);
  if (range === 'unsatisfiable') {
    response.writeHead(416, { 'Content-Range': `bytes */${size}` }).end();
    return;
  }
  const encoding = range ? undefined : chooseEncoding(request, type);
  if (encoding) response.setHeader('Content-Encoding', encoding.name);
  else response.setHeader('Content-Length', range ? range.end - range.start + 1 : size);
  if (range) response.setHeader('Content-Range', `bytes ${range.start}-${range.end}/${size}`);
  response.writeHead(range ? 206 : 200);
  if (request.method === 'HEAD') response.end();
  else
    await send(response, path, {
      ...(range && { range }),
      ...(encoding && { through: encoding.through }),
    });
}

async function answer(site: Site, request: IncomingMessage, response: ServerResponse) {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    return;
  }
  const target = await resolveTarget(site, request.url ?? '/');
  if (target.kind === 'file') await sendFile(request, response, target);
  else if (target.kind === 'redirect') response.writeHead(301, { Location: target.location }).end();
  else response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('Not found\n');
}

/** Whether the server now listens there; false where the port is taken. */
function listen(server: Server, port: number): Promise<boolean> {
  return new Promise((done, fail) => {
    const onError = (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? done(false) : fail(error);
    server.once('error', onError);
    server.listen(port, HOST, () => {
      server.off('error', onError);
      done(true);
    });
  });
}

async function listenNear(server: Server, port: number, tries: number): Promise<void> {
  for (let next = port; next < port + tries; next += 1) {
    if (await listen(server, next)) return;
  }
  throw new Error(`Port ${port} is taken${tries > 1 ? `, and so are the ${tries} after it` : ''}.`);
}

/**
 * Serves a folder of files on this machine only, as a plain web host does: `index.html` for a
 * folder, brotli or gzip for text, byte ranges, long lives for files that the build names after their
 * content, nothing outside the folder.
 *
 * @throws where the folder does not exist or the port is taken.
 */
export async function serve(options: ServeOptions = {}): Promise<Served> {
  const folder = resolve(options.folder ?? `${ROOT}dist`);
  if (!existsSync(folder)) throw new Error(`There is no ${folder}. Run \`npm run build\` first.`);
  const site = { folder, base: normalizeBase(options.base ?? '/') };
  const server = createServer((request, response) => {
    if (options.policy) response.setHeader(POLICY, options.policy);
    response.setHeader('X-Content-Type-Options', 'nosniff');
    answer(site, request, response).catch((error: Error) => response.destroy(error));
  });
  await listenNear(server, options.port ?? DEFAULT_PORT, options.nextFreePort ? PORTS_TO_TRY : 1);
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((done) => {
      server.close(() => done());
      server.closeAllConnections();
    });
  return { url: `http://${HOST}:${port}${site.base}`, close };
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      dir: { type: 'string', default: `${ROOT}dist` },
      base: { type: 'string', default: '/' },
      port: { type: 'string', default: String(DEFAULT_PORT) },
    },
  });
  const { url } = await serve({ folder: values.dir, base: values.base, port: Number(values.port) });
  console.log(`Serving ${values.dir} at ${url}`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await main().catch((error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
