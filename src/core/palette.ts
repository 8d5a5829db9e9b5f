/**
 * The colours of the atlas, as `#rrggbb`: paper, ink and two sides, told apart by lightness and by
 * pattern too (the north is hatched), so that no reader depends on hue.
 */
export const palette = {
  paper: '#f7f1e1',
  land: '#efe6d0',
  sea: '#b9c9c9',
  ink: '#2f2822',
  softInk: '#5f5244',
  rule: '#c9bb9b',
  water: '#5d8293',
  coast: '#5a6f74',
  border: '#8b3a4a',
  north: '#9c3b2e',
  south: '#2f5d73',
  neutral: '#4b4437',
} as const;

/** Names of the colours in {@link palette}. */
export type PaletteColor = keyof typeof palette;
