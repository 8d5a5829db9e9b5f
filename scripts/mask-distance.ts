/** How far two drawings of one thing lie apart, CSS pixels. */
export interface Distance {
  /** From 99 of 100 drawn pixels of either to the nearest of the other, where fewest are as near. */
  most: number;
  /** From all of them. */
  all: number;
}

/** Farther than this is not measured. */
const FAR = 12;
/** How opaque pixels of a thing are, 0 to 255. */
export interface Opaque {
  /** One at least as opaque is drawn. */
  drawn: number;
  /** One at least as opaque may be what is drawn in the other picture. */
  touched: number;
}

/** Ways to the pixels around one, no farther than {@link FAR}, the nearest first. */
const AROUND = Array.from({ length: 2 * FAR + 1 }, (_, i) => i - FAR)
  .flatMap((dy) => Array.from({ length: 2 * FAR + 1 }, (_, i) => [i - FAR, dy] as const))
  .map(([dx, dy]) => ({ dx, dy, far: Math.hypot(dx, dy) }))
  .filter(({ far }) => far <= FAR)
  .sort((a, b) => a.far - b.far);

/** A picture row by row: the opacity of each pixel. */
export interface Mask {
  opacities: Uint8Array;
  width: number;
}

/** From each drawn pixel of one to the nearest touched one of the other, up to {@link FAR}, sorted. */
function distances(from: Mask, to: Mask, { drawn, touched }: Opaque): number[] {
  const { width } = from;
  const found: number[] = [];
  from.opacities.forEach((opacity, pixel) => {
    if (opacity < drawn) return;
    const x = pixel % width;
    const near = AROUND.find(
      ({ dx, dy }) =>
        x + dx >= 0 && x + dx < width && (to.opacities[pixel + dx + dy * width] ?? 0) >= touched,
    );
    found.push(near ? near.far : FAR);
  });
  return found.sort((a, b) => a - b);
}

/**
 * How far two pictures of one thing lie apart, which are as large. What only one of them has is as far as is
 * measured, 12 pixels. `undefined` where neither has any of it.
 */
export function maskDistance(one: Mask, other: Mask, opaque: Opaque): Distance | undefined {
  const both = [distances(one, other, opaque), distances(other, one, opaque)];
  const known = both.filter(({ length }) => length > 0);
  if (known.length === 0) return undefined;
  return {
    most: Math.max(...known.map((each) => each[Math.ceil(each.length * 0.99) - 1] ?? FAR)),
    all: Math.max(...known.map((each) => each.at(-1) ?? FAR)),
  };
}
