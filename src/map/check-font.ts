/** Throws where bytes are no font that this browser can draw with: MapLibre would draw names in another one. */
export async function checkFont(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const isWoff2 = bytes.length > 12 && view.getUint32(0) === 0x774f4632;
  // A WOFF2 file says how long it is. Source: WOFF File Format 2.0 (W3C).
  if (isWoff2 && view.getUint32(8) !== bytes.length) throw new Error('the font is cut off');
  // Not added to the page's fonts: only read.
  await new FontFace('legenda-check', bytes).load();
}
