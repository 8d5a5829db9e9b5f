import { getGlobalDispatcher, type Map as MapLibreMap } from 'maplibre-gl';

type Style = MapLibreMap['style'];

/**
 * Lets go of a style that its map has ended. MapLibre 6.17 has still to do so: a style that goes with lost
 * graphics stays known to the plugin for text from the right, and one that goes with its map leaves its fonts
 * to the page.
 */
function releaseStyle(style: Style): void {
  // Its sources have ended, and are not to end twice.
  style.tileManagers = {};
  style._remove(false);
  style.glyphManager.destroy();
}

/** Ends the listeners that MapLibre adds to a map's canvas for each graphics context, each of which waits for one event. */
function releaseContextListeners(map: MapLibreMap): void {
  map.getCanvas().dispatchEvent(new Event('webglcontextcreationerror'));
}

/**
 * Lets go of the last map that used the workers. MapLibre keeps the error with which they ended, and a browser keeps with
 * an error all that was at work when it arose, until its stack is read.
 */
function releaseWorkersError(): void {
  const { workersAbortController: ended } = getGlobalDispatcher() as unknown as {
    workersAbortController?: AbortController;
  };
  if (ended?.signal.aborted) Reflect.get(Object(ended.signal.reason), 'stack');
}

/**
 * Lets go of each style of a map when it has another one, as after lost graphics that have come back. Gives what removes
 * the map, and lets go of all of it.
 */
export function createRemoval(map: MapLibreMap): () => void {
  let held: Style | undefined;
  map.on('style.load', () => {
    if (held && held !== map.style) releaseStyle(held);
    held = map.style;
    releaseContextListeners(map);
  });
  return () => {
    held ??= map.style;
    map.remove();
    if (held) releaseStyle(held);
    releaseWorkersError();
  };
}
