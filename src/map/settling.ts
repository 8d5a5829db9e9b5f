import type { Map as MapLibreMap } from 'maplibre-gl';

function idle(map: MapLibreMap): Promise<unknown> {
  const ended = map.once('idle');
  map.triggerRepaint();
  return ended;
}

/**
 * Keeps a map that is loading from drawing what nobody sees: a still lies over it until it has settled for
 * the first time. Returns what lets it draw.
 */
function keepUndrawn({ painter }: MapLibreMap): () => void {
  Object.defineProperty(painter, 'render', { value: () => {}, configurable: true });
  return () => Reflect.deleteProperty(painter, 'render');
}

/** Knows whether a map has drawn all of its picture. */
export interface Settling {
  /** Says that the picture is to be another than what has been drawn. */
  changed(): void;
  /** Resolves when all of the picture is drawn: at once, where that is known. */
  settled(): Promise<void>;
}

/** Watches a map that has just been made, which draws nothing until it is asked to settle. */
export function createSettling(map: MapLibreMap): Settling {
  let isSettled = false;
  let changes = 0;
  const draw = keepUndrawn(map);
  // Whatever the cause: a reader's move, a tile that comes late, graphics that come back.
  map.on('render', () => {
    isSettled = false;
  });
  return {
    changed() {
      isSettled = false;
      changes += 1;
    },
    async settled() {
      // What MapLibre means to draw, it draws in the next frame.
      if (isSettled) await new Promise(requestAnimationFrame);
      if (isSettled) return;
      const before = changes;
      // Twice: the first idle may end a placement of labels that was begun for the camera before;
      // the second then ends one that was begun for this camera.
      await idle(map);
      draw();
      await idle(map);
      isSettled = changes === before;
    },
  };
}
