import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Box } from '../core/viewport.ts';

/** What names must leave free. */
export interface Taken {
  /** What lies over the map. */
  boxes: readonly Box[];
  /** Height of what lies over all of its lower edge, CSS pixels. */
  bar: number;
}

type Style = MapLibreMap['style'];

/** MapLibre tests names for collisions in a grid that begins so many pixels outside of the map. */
const OUTSIDE = 100;

const inGrid = ({ left, top, right, bottom }: Box): Box => ({
  left: left + OUTSIDE,
  top: top + OUTSIDE,
  right: right + OUTSIDE,
  bottom: bottom + OUTSIDE,
});

const isSame = (one: Box, other: Box | undefined): boolean =>
  one.left === other?.left &&
  one.top === other.top &&
  one.right === other.right &&
  one.bottom === other.bottom;

/**
 * Places names only where something changed: a map that does not fade its names places them anew for each
 * picture. MapLibre knows when a map that fades them has to, and such a map is what it takes this one for,
 * of the shortest fade that there is; each placement is whole then, and without fade.
 */
function placeWhenChanged(style: Style, isChanged: () => boolean): void {
  const update = style._updatePlacement.bind(style);
  style._updatePlacement = (transform, showsBoxes, _fade, ...rest) => {
    if (isChanged()) style.triggerSymbolPlacement();
    return update(transform, showsBoxes, Number.MIN_VALUE, ...rest);
  };
}

/**
 * Keeps names whole: none is placed under what lies over the map, nor across its edge. MapLibre knows of no
 * such thing, but it asks of each name whether there is room for it; `taken` is asked for each picture. To be
 * called for each style that a map loads.
 */
export function keepNamesClear({ style }: MapLibreMap, taken: () => Taken): void {
  let present = style.pauseablePlacement;
  let now = taken();
  placeWhenChanged(style, () => {
    const before = now;
    now = taken();
    const { boxes, bar } = before;
    return (
      bar !== now.bar ||
      boxes.length !== now.boxes.length ||
      now.boxes.some((box, i) => !isSame(box, boxes[i]))
    );
  });
  Object.defineProperty(style, 'pauseablePlacement', {
    get: () => present,
    set(next: typeof present) {
      present = next;
      // A style that ends has none.
      if (!next) return;
      next._forceFullPlacement = true;
      const { placement } = next;
      placement.fadeDuration = 0;
      const { grid } = placement.collisionIndex;
      const { width, height } = placement.transform;
      const hits = grid.hitTest.bind(grid);
      const [end, floor] = [OUTSIDE + width, OUTSIDE + height - now.bar];
      const covers = now.boxes.map(inGrid);
      // Asked some hundreds of times.
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
