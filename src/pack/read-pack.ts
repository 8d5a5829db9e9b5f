/** A file of a pack. */
export interface PackedFile {
  /** Path from the page's folder, such as `assets/map.js`. */
  name: string;
  /** Media type. */
  type: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/** What stands before the columns of numbers in a pack, as JSON. */
export interface PackHeader {
  /** Name, media type and length in bytes of each file, in the order in which they follow each other. */
  files: readonly (readonly [name: string, type: string, length: number])[];
  /** How many stretches are copies of what stands further ahead. */
  copies: number;
}

/** The first of the 91 characters that stand for digits, which follow each other in ASCII. */
export const FIRST_DIGIT = 35;
/** `<` would end the text's element in a page; `!` stands for it. */
export const LESS_THAN = 60;
/** `!`, which is not one of the 91. */
export const FOR_LESS_THAN = 33;

/**
 * Bytes that were written as text, two of 91 characters for each 13 bits, the lowest first. `length` is
 * how many bytes there are. White space means nothing.
 */
export function decodeText(text: string, length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  let [at, bits, count, low] = [0, 0, 0, -1];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < FOR_LESS_THAN) continue;
    const digit = (code === FOR_LESS_THAN ? LESS_THAN : code) - FIRST_DIGIT;
    if (low < 0) {
      low = digit;
      continue;
    }
    bits |= (low + digit * 91) << count;
    low = -1;
    for (count += 13; count > 7; count -= 8) {
      bytes[at++] = bits & 255;
      bits >>>= 8;
    }
  }
  return bytes;
}

/** Reads numbers of seven bits a byte, the lowest first, one after the other. */
function numberReader(bytes: Uint8Array, start: number) {
  let at = start;
  return {
    next(): number {
      let [value, scale, byte] = [0, 1, 128];
      while (byte > 127) {
        byte = bytes[at++] ?? 0;
        value += (byte & 127) * scale;
        scale *= 128;
      }
      return value;
    },
    place: () => at,
  };
}

/** The files of a pack, as `cli/export/write-pack.ts` wrote them and gzip has given them back. */
export function readPack(pack: Uint8Array<ArrayBuffer>): PackedFile[] {
  const end = 4 + new DataView(pack.buffer, pack.byteOffset).getUint32(0);
  const { files, copies }: PackHeader = JSON.parse(new TextDecoder().decode(pack.subarray(4, end)));
  const numbers = numberReader(pack, end);
  const [gaps, lengths, distances] = [0, 1, 2].map(() =>
    Array.from({ length: copies }, numbers.next),
  ) as [number[], number[], number[]];
  const all = new Uint8Array(files.reduce((sum, [, , length]) => sum + length, 0));
  let [from, to] = [numbers.place(), 0];
  gaps.forEach((gap, i) => {
    all.set(pack.subarray(from, from + gap), to);
    from += gap;
    to += gap;
    const source = to - (distances[i] ?? 0);
    all.copyWithin(to, source, source + (lengths[i] ?? 0));
    to += lengths[i] ?? 0;
  });
  all.set(pack.subarray(from), to);
  let start = 0;
  return files.map(([name, type, length]) => {
    start += length;
    return { name, type, bytes: all.subarray(start - length, start) };
  });
}
