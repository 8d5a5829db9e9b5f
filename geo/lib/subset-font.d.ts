declare module 'subset-font' {
  /** A font cut down to the characters of a text, as WOFF2 if asked to. */
  export default function subsetFont(
    font: Uint8Array,
    text: string,
    options: { targetFormat: 'woff2'; keepFeatures: string[]; noHinting: boolean },
  ): Promise<Uint8Array>;
}
