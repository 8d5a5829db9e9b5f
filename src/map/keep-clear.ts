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
      grid.hitTest = (x1, y1, x2, y2, ...more) => {
        const [left, top, right, bottom] = [x1, y1, x2, y2].map((at) => at - OUTSIDE) as Corners;
        const isCut = left < 0 || top < 0 || right > width || bottom > height - bar;
        const isCovered = (box: Box): boolean =>
          left < box.right && right > box.left && top < box.bottom && bottom > box.top;
        return isCut || boxes.some(isCovered) || hits(x1, y1, x2, y2, ...more);
      };
    },
  });
}

type Corners = [left: number, top: number, right: number, bottom: number];
