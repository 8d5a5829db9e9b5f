import { palette } from '../core/palette.ts';
import type { Story } from '../core/story.ts';

/** The size to draw stills in, CSS pixels. */
export interface StillSize {
  width: number;
  height: number;
}

/** The stills of a handout, as SVG by step: for now the colours of land and sea alone. */
export async function makeHandoutStills(
  { steps }: Story,
  { width, height }: StillSize,
): Promise<Map<string, string>> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">
<rect width="${width}" height="${height}" fill="${palette.sea}"/>
<circle cx="${width / 2}" cy="${height / 2}" r="${width / 3}" fill="${palette.land}" stroke="${palette.coast}"/>
</svg>`;
  return new Map(steps.map(({ id }) => [id, svg]));
}
