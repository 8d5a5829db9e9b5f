declare module 'fontverter' {
  /** A font's bytes in another container. */
  function convert(font: Uint8Array, format: 'truetype'): Promise<Uint8Array>;
  const fontverter: { convert: typeof convert };
  export default fontverter;
}
