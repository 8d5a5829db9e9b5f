import {
  LATE,
  NoGraphicsError,
  type Stage,
  type StageEvents,
  type Trouble,
} from '../../core/stage.ts';
import type { Store } from '../../core/store.ts';
import type { Story } from '../../core/story.ts';
import { createPauses } from '../../net/pauses.ts';
import { afterTime, TIMES } from '../../net/times.ts';
import type { StoryStage } from '../story-stage.ts';
import { wordsOf } from './missing-words.ts';

/** What a story's live map is made of. */
export interface LiveMapOptions extends Pick<StageEvents, 'onError' | 'onTrouble'> {
  story: Story;
  stage: StoryStage;
  store: Store;
  /** True while it is on the screen. */
  isLive: () => boolean;
}

/** A map for as long as it lives. */
export interface Life {
  /** The map; none where the browser cannot draw one, which has been told. */
  map: Stage | undefined;
  /** Aborted when it ends. */
  signal: AbortSignal;
}

/** A story's live map, which may be dropped and made again. */
export interface LiveMap {
  /** The map, if there is one now. */
  map(): Stage | undefined;
  /** Makes the map where there is none. What cannot be loaded for it is tried again until the map is dropped. */
  make(): Promise<Life>;
  /** Resolves when the map shows what it should, or is dropped: in a frame out of sight it draws nothing. */
  drawn(): Promise<unknown>;
  drop(): void;
}

/** The time of a map, from before it is made: `gone` resolves at its end. */
function beginLife() {
  const end = new AbortController();
  const { signal } = end;
  const gone = new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => resolve());
  });
  return { end: () => end.abort(), signal, gone };
}

/** Keeps a story's live map. One that breaks is dropped, and told as trouble; the next one is made after a pause, with care. */
export function createLiveMap(options: LiveMapOptions): LiveMap {
  const { story, stage, store, isLive, onError, onTrouble } = options;
  const pauses = createPauses();
  let map: Stage | undefined;
  let life = beginLife();
  /** How many maps have broken since one was whole. */
  let broken = 0;

  const drop = (): void => {
    life.end();
    map?.destroy();
    map = undefined;
  };
  const tell = (trouble: Trouble | undefined): void => {
    if (trouble?.kind === 'broken') {
      drop();
      broken += 1;
    }
    onTrouble(trouble);
  };
  const create = async (signal: AbortSignal): Promise<void> => {
    if (broken > 0) await pauses.after(broken - 1, signal);
    // The script that draws the map tells of all else.
    const endLate = afterTime(TIMES.late, () => onTrouble(LATE));
    signal.addEventListener('abort', endLate);
    const work = stage.create({
      story,
      viewport: store.state().viewport,
      signal,
      careful: broken > 0,
      onUserCamera(camera) {
        // Behind a still MapLibre itself may move, when graphics come back; a reader cannot.
        if (isLive()) store.dispatch({ type: 'user-camera', camera });
      },
      onError,
      onTrouble(trouble) {
        endLate();
        if (!signal.aborted) tell(trouble);
      },
    });
    const made = await work.finally(endLate);
    if (signal.aborted) return made.destroy();
    map = made;
    // What was amiss before there was a map is past.
    onTrouble(undefined);
  };
  /** No try will help a browser that has no graphics. */
  const tryCreate = (signal: AbortSignal): Promise<void> =>
    create(signal).catch((error: unknown) => {
      if (!(error instanceof NoGraphicsError)) throw error;
      onError(error.message);
    });
  return {
    map: () => map,
    drop,
    async make() {
      if (!map) life = beginLife();
      const { signal } = life;
      const onFail = (error: unknown): void =>
        onTrouble({ kind: 'failing', message: wordsOf(error) });
      if (!map) {
        await pauses.persist(() => tryCreate(signal), { signal, onFail }).catch(() => {});
      }
      return { map, signal };
    },
    async drawn() {
      const { gone, signal } = life;
      await Promise.race([map?.settled(), gone]);
      if (!signal.aborted) broken = 0;
    },
  };
}
