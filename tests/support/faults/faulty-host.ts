import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
  request as send,
} from 'node:http';
import type { AddressInfo } from 'node:net';

/** What may happen to a file on its way. */
export const FAULTS = [
  '404',
  '500',
  'cut off',
  'HTML instead',
  'slow',
  'dropped',
  'refused by CORS',
  'offline',
] as const;

export type Fault = (typeof FAULTS)[number];

/** A host of the built site that does not give every file as it is. */
export interface FaultyHost {
  /** The site's address on this host. */
  site: string;
  /** From now on some files come with a fault. */
  break(path: RegExp, fault: Fault): void;
  /** From now on all files come as they are; those that are held back come now. */
  mend(): void;
  /** How many requests the fault has met. */
  met(): number;
  /** Milliseconds since the first of them; 0 where there is none. */
  since(): number;
  close(): Promise<void>;
}

/** How long a slow file takes, milliseconds. */
const SLOW = 30_000;

const PORTAL = '<!doctype html><html><title>Sign in</title><body><form>Room: <input></form></html>';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const say =
  (status: number, type: string, body: string): Answer =>
  (_, response) => {
    response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
  };

/** The address of a server that listens on a free port. */
async function listen(server: Server, name: string): Promise<string> {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return `http://${name}:${(server.address() as AddressInfo).port}`;
}

/** Passes requests on to the site at `origin`; with `cut`, half of each answer comes. */
const passOn =
  (origin: string, { cut = false, open = true } = {}): Answer =>
  ({ url, headers, method }, response) => {
    const asked = { method, headers: { ...headers, 'accept-encoding': 'identity' } };
    const passed = send(new URL(url ?? '/', origin), asked, (answer) => {
      if (!open) delete answer.headers['access-control-allow-origin'];
      response.writeHead(answer.statusCode ?? 500, answer.headers);
      if (!cut) return void answer.pipe(response);
      const half = Number(answer.headers['content-length'] ?? 0) >> 1;
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () =>
        response.write(Buffer.concat(parts).subarray(0, half), () => response.destroy()),
      );
    });
    passed.on('error', () => response.destroy());
    response.on('close', () => passed.destroy());
    passed.end();
  };

/**
 * Serves the site that another server has, on an origin of its own. `onOffline` is called, and waited
 * for, at the first request that the fault `offline` meets.
 */
export async function serveFaulty(site: string, onOffline: () => Promise<void>) {
  const { origin, pathname } = new URL(site);
  const good = passOn(origin);
  const held = new Set<() => void>();
  let broken: { path: RegExp; fault: Fault } | undefined;
  let met = 0;
  let first = 0;
  /** Another origin, which lets nobody read what it gives. */
  const closed = createServer(passOn(origin, { open: false }));
  const elsewhere = await listen(closed, 'localhost');
  const answers: Record<Fault, Answer> = {
    '404': say(404, 'text/plain; charset=utf-8', 'Not found\n'),
    '500': say(500, 'text/html; charset=utf-8', '<h1>Internal Server Error</h1>'),
    'cut off': passOn(origin, { cut: true }),
    'HTML instead': say(200, 'text/html; charset=utf-8', PORTAL),
    slow(request, response) {
      const release = (): void => {
        clearTimeout(timer);
        held.delete(release);
        good(request, response);
      };
      const timer = setTimeout(release, SLOW);
      held.add(release);
    },
    dropped: (_, response) => void response.destroy(),
    'refused by CORS': ({ url }, response) => {
      response.writeHead(302, { location: elsewhere + url, 'cache-control': 'no-store' }).end();
    },
    offline: (_, response) => void onOffline().finally(() => response.destroy()),
  };
  const server = createServer((request, response) => {
    const { pathname: path } = new URL(request.url ?? '/', origin);
    const isBroken = broken?.path.test(path);
    if (isBroken) met += 1;
    if (met === 1) first ||= Date.now();
    (broken && isBroken ? answers[broken.fault] : good)(request, response);
  });
  const host: FaultyHost = {
    site: (await listen(server, '127.0.0.1')) + pathname,
    break(path, fault) {
      broken = { path, fault };
    },
    mend() {
      broken = undefined;
      for (const release of held) release();
    },
    met: () => met,
    since: () => (first ? Date.now() - first : 0),
    async close() {
      host.mend();
      for (const each of [server, closed]) {
        const ended = new Promise((done) => each.close(done));
        each.closeAllConnections();
        await ended;
      }
    },
  };
  return host;
}
