import { AJAXError, addProtocol, type RequestTransformFunction, removeProtocol } from 'maplibre-gl';
import { fetchChecked } from '../net/fetch-checked.ts';
import { createNeeds, type Needs, type Shortage } from '../net/needs.ts';
import { createPauses, type Pauses } from '../net/pauses.ts';
import { checkFont } from './check-font.ts';

/** A source of one kind of addresses, as `<name>://<z>/<x>/<y>`: gives `undefined` where there is nothing there. */
export type Answer = (path: string) => Promise<unknown>;

/** All that one map loads. */
export interface Supply {
  /** Leads all of MapLibre's requests here. */
  transformRequest: RequestTransformFunction;
  /** Makes a source of addresses that begin with `name`. */
  serve(name: string, answer: Answer): void;
  /** Gets something that the map needs. It is asked for until it is right; `fresh` says that it was wrong before. */
  get<T>(ask: (fresh: boolean) => Promise<T>, signal?: AbortSignal): Promise<T>;
  needs: Needs;
  pauses: Pauses;
  /** Ends all of it. */
  destroy(): void;
}

/** Addresses of the page's own data are there already, and cannot fail. */
const ON_HOST = /^https?:/;

/** Reads GeoJSON. Throws where it is none. */
function readGeoJson(bytes: Uint8Array): unknown {
  const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
  const { type, features } = (value ?? {}) as { type?: unknown; features?: unknown };
  const isWhole = type === 'FeatureCollection' ? Array.isArray(features) : typeof type === 'string';
  if (!isWhole) throw new Error('It is no GeoJSON.');
  return value;
}

/** Fetches what MapLibre asks a host for, and checks it as what it is to be. */
async function fetchFor(type: string | undefined, url: string, fresh: boolean): Promise<unknown> {
  const { bytes } = await fetchChecked(url, { fresh });
  if (type === 'json') return readGeoJson(bytes);
  if (/\.woff2?(?:[?#]|$)/.test(url)) await checkFont(bytes);
  return bytes.buffer;
}

/**
 * Stands between one MapLibre map and the network. A request that fails is not answered with an error, for which MapLibre
 * would draw something else and take its picture for whole: it stays open, and is asked for again until what comes is right,
 * or until MapLibre no longer wants it. So the map heals to the same picture by itself. `onShortage` is told of what
 * keeps the picture from being whole. Addresses of this map begin with a name of its own.
 */
export function createSupply(onShortage: (shortage: Shortage) => void): Supply {
  const own = `map-${crypto.getRandomValues(new Uint32Array(2)).join('-')}`;
  const answers = new Map<string, Answer>();
  const end = new AbortController();
  const pauses = createPauses();
  const needs = createNeeds(onShortage);
  const get: Supply['get'] = async (ask, signal) => {
    const need = needs.begin();
    const own = new AbortController();
    const wanted = [end.signal, ...(signal ? [signal] : [])];
    const leave = (): void => own.abort(wanted.find(({ aborted }) => aborted)?.reason);
    for (const each of wanted) each.addEventListener('abort', leave);
    if (wanted.some(({ aborted }) => aborted)) leave();
    try {
      const attempt = (round: number) => ask(round > 0);
      return await pauses.persist(attempt, { signal: own.signal, onFail: need.fail });
    } finally {
      for (const each of wanted) each.removeEventListener('abort', leave);
      need.end();
    }
  };
  addProtocol(own, async ({ url, type }, { signal }) => {
    const address = url.slice(own.length + '://'.length);
    const [name = '', path = ''] = address.split('://');
    const answer = answers.get(name);
    const data = await get<unknown>(
      (fresh) => (answer ? answer(path) : fetchFor(type, address, fresh)),
      signal,
    );
    // MapLibre then draws the nearest tile above it.
    if (data === undefined) throw new AJAXError(404, '', address, new Blob());
    return { data: data as ArrayBuffer };
  });
  return {
    transformRequest: (url) => {
      const isOurs = ON_HOST.test(url) || answers.has(url.split('://')[0] ?? '');
      return { url: isOurs ? `${own}://${url}` : url };
    },
    serve: (name, answer) => answers.set(name, answer),
    get,
    needs,
    pauses,
    destroy() {
      removeProtocol(own);
      end.abort(new DOMException('The map is no longer wanted.', 'AbortError'));
    },
  };
}
