import { type Answer, fetchChecked, wrong } from '../net/fetch-checked.ts';

/** Header and root directory: a PMTiles archive keeps both in its first 16 KiB. */
const HEAD = 16_384;

/** Bytes between two wishes that are fetched in vain rather than by a request of its own. */
const GAP = 1024;

type Bytes = Uint8Array<ArrayBuffer>;

/** A file that is read in parts. */
export interface RangeFile {
  /** Its first 16 KiB, or all of it where it is shorter or where the host knows no ranges. */
  head: Bytes;
  /** How long it is, bytes; `Infinity` where the host does not say. */
  total: number;
  /** True where what was read last had another tag than the head. */
  sawOtherTag: () => boolean;
  /** Some of it. Rejects where the answer is not exactly these bytes of the same file. */
  read: (offset: number, length: number) => Promise<Bytes>;
}

/** How a file is opened. */
export interface OpenOptions {
  /** True to pass by the browser's cache. */
  fresh: boolean;
  /** Gives false where the host's tags say nothing: some hosts are several machines, each with its own for the same file. */
  trustsTags: () => boolean;
}

/** Bytes that somebody waits for, from the first to before the last. */
interface Wish {
  from: number;
  to: number;
  give: (bytes: Promise<Bytes>) => void;
}

/** What an answer says it is: where its bytes begin and end, and how long the file is. */
function placeOf({ headers, bytes, status, url }: Answer, from: number, to: number) {
  if (status === 200) return { from: 0, to: bytes.length, total: bytes.length };
  const said = headers.get('content-range');
  // Another host may keep this to itself: then the bytes are counted.
  if (said === null) {
    return { from, to: from + bytes.length, total: bytes.length < to - from ? to : Infinity };
  }
  const [, first, last, all] = /^bytes (\d+)-(\d+)\/(\d+|\*)$/.exec(said.trim()) ?? [];
  const place = {
    from: Number(first),
    to: Number(last) + 1,
    total: Number(all === '*' ? NaN : all),
  };
  const total = Number.isNaN(place.total) ? Infinity : place.total;
  if (place.from !== from || place.to - from !== bytes.length)
    throw wrong('another part came', url);
  return { ...place, total };
}

const tagOf = ({ headers }: Answer): string | null =>
  headers.get('etag') ?? headers.get('last-modified');

/** True where two stretches of bytes are equal. */
export const isSame = (a: Bytes, b: Bytes): boolean =>
  a.length === b.length && a.every((byte, i) => byte === b[i]);

/**
 * Opens a file on a host by its first bytes. What is asked for at once, or while others are under way, comes in one request
 * where it lies together: browsers let requests to one address wait for each other. Rejects where the answer is not
 * what was asked for; so does what is read later, also where the file has become another one meanwhile.
 */
export async function openRangeFile(url: string, options: OpenOptions): Promise<RangeFile> {
  const { fresh, trustsTags } = options;
  const ask = (from: number, to: number): Promise<Answer> =>
    fetchChecked(url, { fresh, headers: { range: `bytes=${from}-${to - 1}` } });
  const first = await ask(0, HEAD);
  const { total } = placeOf(first, 0, HEAD);
  const head = first.bytes;
  if (first.status === 206 && head.length !== Math.min(HEAD, total)) throw wrong('cut off', url);
  let sawOtherTag = false;
  const request = async (from: number, to: number): Promise<Bytes> => {
    const answer = await ask(from, to);
    const place = placeOf(answer, from, to);
    const tags = [tagOf(answer), tagOf(first)];
    sawOtherTag = tags[0] !== tags[1] && !tags.includes(null);
    if (place.total !== total || (trustsTags() && sawOtherTag))
      throw wrong('the file has changed', url);
    if (place.to < to) throw wrong('cut off', url);
    if (answer.status === 200 && !isSame(answer.bytes.slice(0, HEAD), head.slice(0, HEAD))) {
      throw wrong('the file has changed', url);
    }
    return answer.bytes.slice(from - place.from, to - place.from);
  };
  let wishes: Wish[] = [];
  let isBusy = false;
  const send = async (): Promise<void> => {
    const sorted = wishes.sort((a, b) => a.from - b.from);
    const answers: Promise<unknown>[] = [];
    wishes = [];
    for (let i = 0, next = 0; i < sorted.length; i = next) {
      const from = sorted[i]!.from;
      let to = from;
      while (next < sorted.length && sorted[next]!.from - to <= GAP) {
        to = Math.max(to, sorted[next++]!.to);
      }
      const bytes = request(from, to);
      answers.push(bytes);
      for (const wish of sorted.slice(i, next)) {
        wish.give(bytes.then((all) => all.slice(wish.from - from, wish.to - from)));
      }
    }
    await Promise.allSettled(answers);
    isBusy = wishes.length > 0;
    if (isBusy) send();
  };
  return {
    head,
    total,
    sawOtherTag: () => sawOtherTag,
    async read(offset, length) {
      const to = offset + length;
      if (to <= head.length) return head.slice(offset, to);
      if (first.status === 200) throw wrong('cut off', url);
      return new Promise((give) => {
        wishes.push({ from: offset, to, give });
        if (!isBusy) queueMicrotask(send);
        isBusy = true;
      });
    },
  };
}
