declare module 'polylabel' {
  /** The point of a polygon that is farthest from its edges, to `precision` in the polygon's own unit. */
  export default function polylabel(
    polygon: readonly (readonly (readonly [x: number, y: number])[])[],
    precision?: number,
  ): [x: number, y: number];
}
