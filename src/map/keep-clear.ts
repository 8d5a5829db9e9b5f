import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Box } from '../core/viewport.ts';

/** What names must leave free. */
export interface Taken {
  /** What lies over the map. */
  boxes: readonly Box[];
  /** Height of what lies over all of its lower edge, CSS pixels. */
  bar: number;
}

/** MapLibre tests names for collisions in a grid that begins so many pixels outside of the map. */
const OUTSIDE = 100;

const inGrid = ({ left, top, right, bottom }: Box): Box => ({
  left: left + OUTSIDE,
  top: top + OUTSIDE,
  right: right + OUTSIDE,
  bottom: bottom + OUTSIDE,
});

/**
 * Keeps names whole: none is placed under what lies over the map, nor across its edge. MapLibre knows of no
 * such thing, but it asks of each name whether there is room for it; `taken` is asked once for each time that
 * names are placed. To be called for each style that a map loads.
 */
export function keepNamesClear({ style }: MapLibreMap, taken: () => Taken): void {
  let present = style.pauseablePlacement;
  Object.defineProperty(style, 'pauseablePlacement', {
    get: () => present,
    set(next: typeof present) {
      present = next;
      // A style that ends has none.
      if (!next) return;
      const { placement } = next;
      const { grid } = placement.collisionIndex;
      const { width, height } = placement.transform;
      const { boxes, bar } = taken();
      const hits = grid.hitTest.bind(grid);
      const [end, floor] = [OUTSIDE + width, OUTSIDE + height - bar];
      const covers = boxes.map(inGrid);
      // Asked some hundreds of times a picture.
      grid.hitTest = (x1, y1, x2, y2, mode, predicate) =>
        x1 < OUTSIDE ||
        y1 < OUTSIDE ||
        x2 > end ||
        y2 > floor ||
        covers.some((box) => x1 < box.right && x2 > box.left && y1 < box.bottom && y2 > box.top) ||
        hits(x1, y1, x2, y2, mode, predicate);
    },
  });
}
