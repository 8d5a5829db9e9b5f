import type { ErrorEvent, Map as MapLibreMap, MapSourceDataEvent } from 'maplibre-gl';
import type { Need } from '../net/needs.ts';
import { afterTime, TIMES } from '../net/times.ts';
import { PLACES } from '../style/place-layers.ts';
import type { Supply } from './supply.ts';

/** What is done about what a map cannot do. */
export interface WatchOptions {
  supply: Supply;
  /** Forgets what was loaded of the basemap. */
  forget: () => void;
  /** The map's worker does not work: only another map may. */
  onBroken: () => void;
}

/** A map that is watched. */
export interface Watch {
  /** Resolves when no source has anything left that it could not draw: at once, with false, where there is none. */
  mended(): Promise<boolean>;
  end(): void;
}

/** A source that could not draw something that had come. */
interface Mending {
  need: Need;
  round: number;
  /** True from a failure until it is loaded anew. */
  isWaiting: boolean;
  /** The tiles that could not be drawn since then. */
  tiles: TileAddress[];
}

interface TileAddress {
  z: number;
  x: number;
  y: number;
}

/** What MapLibre tells of what it could not do. */
type MapError = ErrorEvent & { sourceId?: string; tile?: { tileID: { canonical: TileAddress } } };

/** What MapLibre says of a worker whose script does not come. */
const WORKER_FAILED = /^Worker failed/;

/** Waits for the first answer of a map's worker, which it gives when it has read the story's places. */
function awaitWorker(map: MapLibreMap, { supply, onBroken }: WatchOptions): () => void {
  const need = supply.needs.begin();
  const cancel = afterTime(TIMES.silence, onBroken);
  const end = (): void => {
    cancel();
    need.end();
    map.off('sourcedata', see);
  };
  const see = ({ sourceId, sourceDataType }: MapSourceDataEvent): void => {
    if (sourceId === PLACES && sourceDataType) end();
  };
  map.on('sourcedata', see);
  return end;
}

/**
 * Watches over what a map makes of what has come: where MapLibre cannot draw a tile, its source is loaded anew after
 * a pause, until it can. Says when the worker, which draws all tiles, does not work.
 */
export function watchMap(map: MapLibreMap, options: WatchOptions): Watch {
  const { supply, forget, onBroken } = options;
  const { needs, pauses } = supply;
  const mending = new Map<string, Mending>();
  const ended = new AbortController();
  const endWorker = awaitWorker(map, options);
  const begin = (): Mending => ({
    need: needs.begin({ lasting: true }),
    round: 0,
    isWaiting: false,
    tiles: [],
  });
  const mend = async (id: string, tile: TileAddress): Promise<void> => {
    const found = mending.get(id) ?? begin();
    mending.set(id, found);
    found.tiles.push(tile);
    found.need.fail();
    if (found.isWaiting) return;
    found.isWaiting = true;
    await pauses.after(found.round, ended.signal);
    if (ended.signal.aborted) return;
    found.isWaiting = false;
    found.round += 1;
    forget();
    const tiles = found.tiles.splice(0);
    // Not the whole source: MapLibre then waits for ever for a tile that has failed.
    if (map.getSource(id)) map.refreshTiles(id, tiles);
  };
  map.on('error', ({ error, sourceId, tile }: MapError) => {
    console.error('Map:', error?.message ?? error);
    if (WORKER_FAILED.test(error?.message)) onBroken();
    else if (sourceId && tile) mend(sourceId, tile.tileID.canonical);
  });
  map.on('render', needs.resume);
  map.on('idle', () => {
    needs.rest();
    for (const [id, { need, isWaiting }] of mending) {
      if (isWaiting) continue;
      need.end();
      mending.delete(id);
    }
  });
  return {
    async mended() {
      if (mending.size === 0) return false;
      while (mending.size > 0 && !ended.signal.aborted) await map.once('idle');
      return true;
    },
    end() {
      ended.abort();
      endWorker();
      for (const { need } of mending.values()) need.end();
    },
  };
}
