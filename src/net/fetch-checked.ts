import { afterTime, TIMES } from './times.ts';

/** What a host has answered, all of it. */
export interface Answer {
  bytes: Uint8Array<ArrayBuffer>;
  /** 200, or 206 for a part. */
  status: number;
  headers: Headers;
  /** Where it came from, after redirects. */
  url: string;
}

/** How something is asked for. */
export interface AskOptions {
  headers?: Record<string, string>;
  /** True to pass by the browser's cache, which may hold what was wrong; default false. */
  fresh?: boolean;
  /** How urgent it is among what the page loads; default as the browser has it. */
  priority?: RequestPriority;
  /** Ends the request. */
  signal?: AbortSignal | undefined;
}

/** Says that an answer is not what it should be, and whose it is. */
export function wrong(what: string, url: string): Error {
  return new Error(`The map could not be loaded (${what}): ${url}`);
}

/** Reads a body; `onBytes` is called whenever some of it has come. */
async function readBody(response: Response, onBytes: () => void): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const reader = response.body?.getReader();
  for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
    parts.push(next.value);
    onBytes();
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/**
 * Asks a host for a file or a part of it. Rejects, and says why, where there is none, where it cannot be reached, where
 * nothing comes for {@link TIMES.silence}, and where a web page comes in place of data: some networks answer
 * everything with a page of their own. That the bytes are the right ones is for the caller to check.
 */
export async function fetchChecked(url: string, options: AskOptions = {}): Promise<Answer> {
  const { headers = {}, fresh = false, priority = 'auto', signal } = options;
  const ended = new AbortController();
  const leave = (): void => ended.abort(signal?.reason);
  const silence = (): void => ended.abort(wrong('nothing came', url));
  let cancel = afterTime(TIMES.silence, silence);
  const onBytes = (): void => {
    cancel();
    cancel = afterTime(TIMES.silence, silence);
  };
  signal?.throwIfAborted();
  signal?.addEventListener('abort', leave);
  try {
    const cache = fresh ? 'reload' : 'default';
    const response = await fetch(url, { headers, cache, priority, signal: ended.signal });
    if (!response.ok) throw wrong(String(response.status), url);
    if (/^text\/html\b/i.test(response.headers.get('content-type') ?? '')) {
      throw wrong('a web page came', url);
    }
    const bytes = await readBody(response, onBytes);
    return { bytes, status: response.status, headers: response.headers, url: response.url || url };
  } finally {
    cancel();
    signal?.removeEventListener('abort', leave);
  }
}
