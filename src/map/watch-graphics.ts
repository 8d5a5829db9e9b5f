import type { Map as MapLibreMap } from 'maplibre-gl';

/** What is done when a map's graphics are lost, and when they have come back. */
export interface GraphicsEvents {
  onLost: () => void;
  onBack: () => void;
}

/**
 * Tells when a map's graphics are lost and when they have come back, in MapLibre's place: that would throw its style away, hold on
 * to it for good, and load another one. The map is to be removed when they are back.
 */
export function watchGraphics(map: MapLibreMap, { onLost, onBack }: GraphicsEvents): void {
  const canvas = map.getCanvas();
  const listen = (type: string, then: () => void): void =>
    canvas.addEventListener(
      type,
      (event) => {
        // Without this the browser does not bring them back.
        event.preventDefault();
        event.stopImmediatePropagation();
        then();
      },
      { capture: true },
    );
  listen('webglcontextlost', onLost);
  listen('webglcontextrestored', onBack);
}
