import type { Fault } from './faults.ts';

/** In browsers and in Node, of which this folder knows nothing else. */
declare const TextDecoder: new (
  label: string,
  options: { fatal: boolean },
) => { decode(bytes: Uint8Array): string };

const MARKS: readonly (readonly [encoding: string, mark: readonly number[]])[] = [
  ['UTF-32', [0xff, 0xfe, 0, 0]],
  ['UTF-32', [0, 0, 0xfe, 0xff]],
  ['UTF-16', [0xff, 0xfe]],
  ['UTF-16', [0xfe, 0xff]],
];

/** Bytes at a file's start in which every second one is 0, as UTF-16 has Latin letters. */
function looksWide(bytes: Uint8Array): boolean {
  const start = [...bytes.subarray(0, 64)];
  const zeros = [0, 1].map((odd) => start.filter((byte, i) => byte === 0 && i % 2 === odd).length);
  return start.length >= 4 && Math.max(...zeros) > start.length / 4;
}

/** The text of a file in UTF-8, without byte order mark; a fault where it is in another encoding. */
export function decodeText(bytes: Uint8Array): { text: string } | { fault: Fault } {
  const marked = MARKS.find(([, mark]) => mark.every((byte, i) => bytes[i] === byte))?.[0];
  const encoding = marked ?? (looksWide(bytes) ? 'UTF-16' : undefined);
  if (encoding) return { fault: { code: 'data-encoding', values: { encoding } } };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    const values = { encoding: 'an older encoding such as Windows-1252, or is no text' };
    return { fault: { code: 'data-encoding', values } };
  }
}
