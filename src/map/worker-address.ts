import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';

/** The address of MapLibre's worker, on the page's own host. */
export const WORKER: string = workerUrl;
