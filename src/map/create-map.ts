import { GPUInitializationError, Map as MapLibreMap, setWorkerUrl } from 'maplibre-gl';
import { FARTHEST_ZOOM } from '../core/limit-camera.ts';
import { NoGraphicsError } from '../core/stage.ts';
import type { Viewport } from '../core/viewport.ts';
import type { ComposedStyle } from '../style/compose-style.ts';
import type { Supply } from './supply.ts';
import { limitCamera } from './user-camera.ts';
import { WORKER } from './worker-address.ts';

const NO_GRAPHICS =
  'This browser cannot draw the map: it has no WebGL 2. All of the story can be read.';

/** What a map is made of. */
export interface MapOptions {
  container: HTMLElement;
  composed: ComposedStyle;
  viewport: Viewport;
  supply: Supply;
}

function createMap({ container, composed, viewport, supply }: MapOptions): MapLibreMap {
  setWorkerUrl(WORKER);
  const map = new MapLibreMap({
    container,
    style: composed.style,
    transformRequest: supply.transformRequest,
    fadeDuration: 0,
    interactive: true,
    cooperativeGestures: true,
    dragRotate: false,
    pitchWithRotate: false,
    keyboard: false,
    attributionControl: false,
    trackResize: false,
    maxPitch: 60,
    minZoom: FARTHEST_ZOOM,
    validateStyle: import.meta.env.DEV,
  });
  map.setTransformConstrain(limitCamera(map));
  map.touchZoomRotate.disableRotation();
  map.setPadding(viewport.padding);
  map.getCanvas().tabIndex = -1;
  return map;
}

/** Makes a MapLibre map that is moved by frames only. Throws, with a message for the reader, where the browser cannot draw one. */
export function tryCreateMap(options: MapOptions): MapLibreMap {
  try {
    return createMap(options);
  } catch (error) {
    if (error instanceof GPUInitializationError) {
      throw new NoGraphicsError(NO_GRAPHICS, { cause: error });
    }
    throw error;
  }
}

/**
 * MapLibre cuts a tile's lines finer for the globe than for the flat map, and asks which of the two
 * is shown when the tile is loaded. A tile that both show would then differ with the way by which
 * the reader came. Here all tiles are cut for the globe: a style just loaded is on the globe.
 */
export function cutForTheGlobe({ style: { projection } }: MapLibreMap): void {
  const { subdivisionGranularity: value } = projection ?? {};
  if (projection) Object.defineProperty(projection, 'subdivisionGranularity', { value });
}

/**
 * MapLibre completes the edge of an elevation tile by the tiles beside it, if they happen to be there:
 * one that lies beyond the globe's edge may have been seen on the way. Ours end at the edge that they
 * share (relief-tile.ts) and need no others.
 */
export function keepTilesApart(map: MapLibreMap): void {
  Object.assign(map.getSource('atlas-relief') as object, { _getNeighboringTiles: () => ({}) });
}
