const text = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, to));

/** A WebP file says how long it is. Source: RFC 9649. */
function isWebp(bytes: Uint8Array): boolean {
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(4, true) + 8;
  return text(bytes, 0, 4) === 'RIFF' && text(bytes, 8, 12) === 'WEBP' && length === bytes.length;
}

/** True for what may be a tile, by its type's number in the PMTiles format. */
const CHECKS: Readonly<Record<number, (bytes: Uint8Array) => boolean>> = {
  // Still packed, though its archive says otherwise.
  1: (bytes) => !(bytes[0] === 0x1f && bytes[1] === 0x8b),
  2: (bytes) =>
    text(bytes, 1, 4) === 'PNG' && text(bytes, bytes.length - 8, bytes.length - 4) === 'IEND',
  3: (bytes) =>
    bytes[0] === 0xff && bytes[1] === 0xd8 && bytes.at(-2) === 0xff && bytes.at(-1) === 0xd9,
  4: (bytes) => bytes.length > 12 && isWebp(bytes),
};

/** Throws where bytes cannot be a tile of a type, as the PMTiles format numbers it, from its first byte to its last. */
export function checkTile(bytes: Uint8Array, type: number): void {
  if (CHECKS[type]?.(bytes) === false) throw new Error('a tile is not what it should be');
}
