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

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;

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
 * called for each style that a map loads. Gives whether names would be placed otherwise now, for what has
 * come to lie over the map or has left it.
 */
export function keepNamesClear({ style }: MapLibreMap, taken: () => Taken): () => boolean {
  let present = style.pauseablePlacement;
  let floor = Number.NaN;
  /** Where a name was not placed for what lay there. */
  let refused: Box[] = [];
  let isNamed = (_: Box): boolean => false;
  const isOutdated = (): boolean => {
    const { boxes, bar } = taken();
    const covers = boxes.map(inGrid);
    const isFree = (box: Box): boolean => !covers.some((cover) => overlap(cover, box));
    return bar !== floor || covers.some(isNamed) || refused.some(isFree);
  };
  placeWhenChanged(style, isOutdated);
  Object.defineProperty(style, 'pauseablePlacement', {
    get: () => present,
    set(next: typeof present) {
      present = next;
      // A style that ends has none.
      if (!next) return;
      next._forceFullPlacement = true;
      const { placement } = next;
      placement.fadeDuration = 0;
      const { boxes, bar } = taken();
      const { grid } = placement.collisionIndex;
      const { width, height } = placement.transform;
      const hits = grid.hitTest.bind(grid);
      const [end, bottom] = [OUTSIDE + width, OUTSIDE + height - bar];
      const covers = boxes.map(inGrid);
      floor = bar;
      const refusals: Box[] = [];
      refused = refusals;
      isNamed = (box) => hits(box.left, box.top, box.right, box.bottom, 'never');
      // Asked some hundreds of times.
      grid.hitTest = (x1, y1, x2, y2, mode, predicate) => {
        if (x1 < OUTSIDE || y1 < OUTSIDE || x2 > end || y2 > bottom) return true;
        const name = { left: x1, top: y1, right: x2, bottom: y2 };
        if (!covers.some((cover) => overlap(cover, name))) {
          return hits(x1, y1, x2, y2, mode, predicate);
        }
        refusals.push(name);
        return true;
      };
    },
  });
  return isOutdated;
}
