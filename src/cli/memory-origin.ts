import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A file that a browser may read. */
export interface MemoryFile {
  /** Its media type. */
  type: string;
  data: string | Uint8Array;
  /** Its `Content-Security-Policy`; by default one of a picture or a sheet, which may load nothing. */
  policy?: string;
}

/** A made-up host that has some files and is all of the network that a browser sees. */
export interface MemoryOrigin {
  /** The flags with which a Chromium sees it, and nothing else. */
  flags: readonly string[];
  close: () => Promise<void>;
}

/** What a file may that is no page: its own styles, and pictures that it brings along. */
const ALONE =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; sandbox";

/** The made-up host's address, with a slash at its end: a name that no network has. */
export const MEMORY_ORIGIN = 'http://legenda.invalid/';

/** The path below the origin of an address that a browser asks for; one that no file has for another host's. */
function pathIn(url: string): string {
  const [address = ''] = url.split(/[?#]/);
  if (!address.startsWith(MEMORY_ORIGIN)) return '/';
  try {
    return decodeURIComponent(address.slice(MEMORY_ORIGIN.length));
  } catch {
    return '/';
  }
}

function answer(
  files: ReadonlyMap<string, MemoryFile>,
  { method, url = '' }: IncomingMessage,
  response: ServerResponse,
): void {
  const file = method === 'GET' ? files.get(pathIn(url)) : undefined;
  if (!file) {
    response.writeHead(403).end();
    return;
  }
  response.writeHead(200, {
    'Content-Type': file.type,
    'Content-Security-Policy': file.policy ?? ALONE,
    'X-Content-Type-Options': 'nosniff',
    // A page in a sandbox is of no origin, and fonts want to be allowed.
    'Access-Control-Allow-Origin': '*',
  });
  response.end(file.data);
}

/**
 * Opens {@link MEMORY_ORIGIN} with files by their paths below it. A browser with its flags sends every
 * request here, whatever the host; all but these files are refused, and nothing is read from a disk.
 */
export async function openMemoryOrigin(
  files: ReadonlyMap<string, MemoryFile>,
): Promise<MemoryOrigin> {
  const server = createServer((request, response) => answer(files, request, response));
  server.on('connect', (_, socket) => socket.destroy());
  server.on('upgrade', (_, socket) => socket.destroy());
  await new Promise<void>((done, fail) => {
    server.once('error', fail);
    server.listen(0, '127.0.0.1', done);
  });
  const { port } = server.address() as AddressInfo;
  return {
    flags: [`--proxy-server=http://127.0.0.1:${port}`, '--proxy-bypass-list=<-loopback>'],
    close: () =>
      new Promise<void>((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
