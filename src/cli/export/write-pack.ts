import { gzipSync } from 'node:zlib';
import {
  FIRST_DIGIT,
  FOR_LESS_THAN,
  LESS_THAN,
  type PackedFile,
  type PackHeader,
} from '../../pack/read-pack.ts';
import { findCopies } from './find-copies.ts';

/** So that an editor or a mailer can cope with the file. */
const LINE = 4000;

/** Numbers as bytes of seven bits each, the lowest first. */
function numberBytes(values: readonly number[]): Uint8Array {
  const bytes: number[] = [];
  for (let value of values) {
    for (; value > 127; value = Math.floor(value / 128)) bytes.push((value % 128) + 128);
    bytes.push(value);
  }
  return Uint8Array.from(bytes);
}

/** A file, and what it is. */
export type FileToPack = Omit<PackedFile, 'bytes'> & { bytes: Uint8Array };

/** Files as one, compressed: what they have in common is in it once. */
export function writePack(files: readonly FileToPack[]): Uint8Array {
  const data = Buffer.concat(files.map(({ bytes }) => bytes));
  const copies = findCopies(data);
  const header: PackHeader = {
    files: files.map(({ name, type, bytes }) => [name, type, bytes.length]),
    copies: copies.length,
  };
  const json = Buffer.from(JSON.stringify(header));
  const size = Buffer.alloc(4);
  size.writeUInt32BE(json.length);
  const columns = (['gap', 'length', 'distance'] as const).map((key) =>
    numberBytes(copies.map((copy) => copy[key])),
  );
  const rest: Uint8Array[] = [];
  let at = 0;
  for (const { gap, length } of copies) {
    rest.push(data.subarray(at, at + gap));
    at += gap + length;
  }
  rest.push(data.subarray(at));
  return gzipSync(Buffer.concat([size, json, ...columns, ...rest]), { level: 9 });
}

/**
 * Bytes as text of ASCII characters for an element of a page, 1.23 for each: base64 takes 1.33. It never
 * has a `<`. `decodeText` in `pack/read-pack.ts` is the way back.
 */
export function encodeText(bytes: Uint8Array): string {
  const codes: number[] = [];
  const put = (digit: number): void => {
    const code = digit + FIRST_DIGIT;
    codes.push(code === LESS_THAN ? FOR_LESS_THAN : code);
  };
  let [bits, count] = [0, 0];
  for (const byte of bytes) {
    bits |= byte << count;
    count += 8;
    if (count < 13) continue;
    put((bits & 8191) % 91);
    put(Math.floor((bits & 8191) / 91));
    bits >>>= 13;
    count -= 13;
  }
  if (count > 0) {
    put(bits % 91);
    put(Math.floor(bits / 91));
  }
  const text = Buffer.from(codes).toString('latin1');
  return (text.match(new RegExp(`.{1,${LINE}}`, 'g')) ?? []).join('\n');
}
