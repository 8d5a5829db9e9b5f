import { describe, expect, it } from 'vitest';
import type { Playhead } from '../../../src/core/playhead.ts';
import { sampleTimeline } from '../../../src/core/sample-timeline.ts';
import { createStore } from '../../../src/core/store.ts';
import { createTimeline } from '../../../src/core/timeline.ts';
import { createViewport } from '../../../src/core/viewport.ts';
import { createFixtureStory } from '../../support/fixture-story.ts';

const story = createFixtureStory();
const WIDE = createViewport(1366, 768);
const PHONE = createViewport(390, 844);
const at = (step: string, progress = 0): Playhead => ({ step, progress, travel: 0 });
const seek = (step: string, progress = 0) =>
  ({ type: 'seek', playhead: at(step, progress) }) as const;
const camera = { center: [127, 38] as [number, number], zoom: 6, bearing: 0, pitch: 0 };
const initial = { playhead: at('opening'), viewport: WIDE, reducedMotion: false };
const open = () => createStore(story, initial);

describe('a store', () => {
  it('gives the frame of where the reader is', () => {
    const store = open();
    store.dispatch(seek('crossing', 0.5));
    const expected = sampleTimeline(createTimeline(story, WIDE), at('crossing', 0.5));
    expect(store.frame()).toEqual(expected);
    expect(store.state().playhead).toEqual(at('crossing', 0.5));
  });

  it('gives the same frame again until something changes it', () => {
    const store = open();
    const before = store.frame();
    store.dispatch(seek('opening'));
    store.dispatch({ type: 'user-camera', camera });
    expect(store.frame()).toBe(before);
    store.dispatch(seek('crossing'));
    expect(store.frame()).not.toBe(before);
  });

  it('shows the camera of a move that did not begin at the story’s own', () => {
    const store = open();
    store.dispatch({ ...seek('crossing'), camera });
    const own = sampleTimeline(createTimeline(story, WIDE), at('crossing'));
    expect(store.frame()).toEqual({ ...own, camera });
    store.dispatch(seek('crossing'));
    expect(store.frame()).toEqual(own);
  });

  it('frames the story anew for another window, and only then', () => {
    const store = open();
    const wide = store.timeline();
    store.dispatch(seek('crossing'));
    store.dispatch({ type: 'resize', viewport: createViewport(1366, 768) });
    expect(store.timeline()).toBe(wide);
    store.dispatch({ type: 'resize', viewport: PHONE });
    const expected = sampleTimeline(createTimeline(story, PHONE), at('crossing'));
    expect(store.frame()).toEqual(expected);
    expect(store.timeline().viewport).toBe(PHONE);
  });

  it('stands still when the reader asks for less motion', () => {
    const store = open();
    store.dispatch(seek('crossing', 0.5));
    store.dispatch({ type: 'reduced-motion', reduced: true });
    expect(store.frame().date).toBe('1950-07-05');
    store.dispatch({ type: 'reduced-motion', reduced: false });
    expect(store.frame().date).toBe('1950-06-30');
  });

  it('writes names as the story has it until the reader chooses, and again when he chooses no more', () => {
    const store = createStore({ ...story, placeNames: 'ru' }, initial);
    const own = store.frame();
    expect(own.placeNames).toBe('ru');
    store.dispatch({ type: 'place-names', placeNames: 'zh' });
    expect(store.frame()).toEqual({ ...own, placeNames: 'zh' });
    store.dispatch(seek('crossing'));
    expect(store.frame().placeNames).toBe('zh');
    store.dispatch(seek('opening'));
    store.dispatch({ type: 'place-names' });
    expect(JSON.stringify(store.frame())).toBe(JSON.stringify(own));
  });

  it('tells its listeners of each change, with the new frame, until they end it', () => {
    const store = open();
    const heard: string[] = [];
    const end = store.subscribe(() => heard.push(store.frame().step));
    store.dispatch(seek('crossing'));
    store.dispatch(seek('crossing'));
    store.dispatch(seek('doubt'));
    end();
    end();
    store.dispatch(seek('cut'));
    expect(heard).toEqual(['crossing', 'doubt']);
  });

  it('tells all of them, also when one ends itself or asks for more', () => {
    const store = open();
    const heard: string[] = [];
    const end = store.subscribe(() => {
      end();
      heard.push('first');
      store.dispatch(seek('doubt'));
    });
    store.subscribe(() => heard.push(`second ${store.state().playhead.step}`));
    store.dispatch(seek('crossing'));
    expect(heard).toEqual(['first', 'second doubt', 'second doubt']);
  });

  it('does not tell one that another has ended at the same change', () => {
    const store = open();
    const heard: string[] = [];
    let end = () => {};
    store.subscribe(() => end());
    end = store.subscribe(() => heard.push('ended'));
    store.dispatch(seek('crossing'));
    expect(heard).toEqual([]);
  });

  it('knows nothing of another store of the same story', () => {
    const [one, other] = [open(), open()];
    one.dispatch(seek('turn', 1));
    expect(other.frame().step).toBe('opening');
  });
});
