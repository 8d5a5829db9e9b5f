import { beforeEach, describe, expect, it } from 'vitest';
import { quantizeCamera } from '../../../src/core/camera.ts';
import { easeInOutCubic } from '../../../src/core/easing.ts';
import type { Playhead } from '../../../src/core/playhead.ts';
import { sampleTimeline } from '../../../src/core/sample-timeline.ts';
import { createStore, type Store } from '../../../src/core/store.ts';
import { createTimeline } from '../../../src/core/timeline.ts';
import { createViewport } from '../../../src/core/viewport.ts';
import { createMotion, type Motion } from '../../../src/present/motion.ts';
import { stepDuration, travelDuration } from '../../../src/present/pace.ts';
import { readRealStory } from '../../support/fixture-story.ts';

const story = readRealStory();
const [first, second, third] = story.steps.map(({ id }) => id) as [string, string, string];
const at = (step: string, progress = 0, travel = 0): Playhead => ({ step, progress, travel });

/** Time that goes on only when a test says so. */
function createHandClock() {
  let time = 0;
  let waiting: (() => void)[] = [];
  return {
    clock: {
      now: () => time,
      onFrame(callback: () => void) {
        waiting.push(callback);
        return () => {
          waiting = waiting.filter((each) => each !== callback);
        };
      },
    },
    pass(milliseconds: number, steps = 1) {
      for (let i = 0; i < steps; i += 1) {
        time += milliseconds / steps;
        for (const callback of waiting.splice(0)) callback();
      }
    },
    isWaiting: () => waiting.length > 0,
  };
}

let store: Store;
let hand: ReturnType<typeof createHandClock>;
let motion: Motion;
let told: number;

beforeEach(() => {
  hand = createHandClock();
  told = 0;
  store = createStore(story, {
    playhead: at(first),
    viewport: createViewport(1280, 800),
    reducedMotion: false,
  });
  motion = createMotion({ store, clock: hand.clock, onChange: () => (told += 1) });
});

const here = (): Playhead => store.state().playhead;

describe('createMotion', () => {
  it('is there at once where nothing is played', () => {
    motion.go(at(third, 1), false);
    expect(here()).toEqual(at(third, 1));
    expect(motion.isPlaying()).toBe(false);
  });

  it('plays the way to a step, and then the step’s own motion', async () => {
    motion.go(at(first, 1), false);
    motion.go(at(second, 1), true);
    expect(motion.isPlaying()).toBe(true);
    hand.pass(0);
    hand.pass(travelDuration(store.timeline(), 1) / 2);
    expect(here().step).toBe(first);
    expect(here().travel).toBeCloseTo(0.5, 5);
    hand.pass(20_000, 40);
    expect(here()).toEqual(at(second, 1));
    expect(motion.isPlaying()).toBe(false);
    await motion.arrived();
    expect(told).toBe(2);
  });

  it('plays the motion of a step as long as its author says', () => {
    const index = story.steps.findIndex(({ moves, play }) => moves && play !== undefined);
    const { id, play = 0 } = story.steps[index]!;
    expect(stepDuration(story, index)).toBe(play);
    motion.go(at(id), false);
    motion.go(at(id, 1), true);
    hand.pass(0);
    hand.pass(play / 2);
    expect(here().progress).toBeCloseTo(0.5, 5);
    hand.pass(play / 2 + 1);
    expect(here()).toEqual(at(id, 1));
  });

  it('ends a move at once when it is no longer played', () => {
    motion.go(at(second, 1), true);
    hand.pass(100, 3);
    motion.go(at(second, 1), false);
    expect(here()).toEqual(at(second, 1));
    expect(hand.isWaiting()).toBe(false);
  });

  it('goes back at once, whatever is asked for', () => {
    motion.go(at(third, 1), false);
    motion.go(at(first, 1), true);
    expect(here()).toEqual(at(first, 1));
  });

  it('cuts for who wants less motion', () => {
    store.dispatch({ type: 'reduced-motion', reduced: true });
    motion.go(at(second, 1), true);
    expect(here()).toEqual(at(second, 1));
    expect(motion.isPlaying()).toBe(false);
  });

  it('goes on from where it is to another step', () => {
    motion.go(at(second, 1), true);
    hand.pass(400, 4);
    motion.go(at(third, 1), true);
    hand.pass(60_000, 60);
    expect(here()).toEqual(at(third, 1));
  });

  it('is slow at both ends of a way, and no slower', () => {
    motion.go(at(first, 1), false);
    const way = createTimeline(story, createViewport(1280, 800)).travels[0]!;
    motion.go(at(second, 1), true);
    hand.pass(0);
    const whole = travelDuration(store.timeline(), 1);
    hand.pass(whole / 4);
    expect(store.frame().camera).toEqual(quantizeCamera(way(easeInOutCubic(0.25))));
  });

  it.each([
    ['to the next step', at(first, 1)],
    ['from the opening', at(first)],
  ])('sets out %s from where the map is', (_, from) => {
    const to = from.progress === 0 ? at(first, 1) : at(second, 1);
    motion.go(from, false);
    const put = { ...store.frame().camera, zoom: store.frame().camera.zoom + 1.5, bearing: 40 };
    store.dispatch({ type: 'user-camera', camera: put });
    motion.go(to, true);
    hand.pass(1);
    hand.pass(40);
    const { zoom, bearing } = store.frame().camera;
    expect(store.state().userCamera).toBeUndefined();
    expect(zoom).toBeCloseTo(put.zoom, 1);
    expect(bearing).toBeCloseTo(put.bearing, 0);
    hand.pass(60_000, 60);
    expect(here()).toEqual(to);
    expect(store.frame()).toEqual(sampleTimeline(store.timeline(), to));
  });

  it('sets out from where it is on its way when it is sent elsewhere', () => {
    motion.go(at(first, 1), false);
    store.dispatch({ type: 'user-camera', camera: { ...store.frame().camera, bearing: 90 } });
    motion.go(at(second, 1), true);
    hand.pass(600, 6);
    const { bearing } = store.frame().camera;
    expect(bearing).toBeGreaterThan(10);
    motion.go(at(third, 1), true);
    hand.pass(1);
    expect(store.frame().camera.bearing).toBeCloseTo(bearing, 1);
    hand.pass(60_000, 60);
    expect(store.frame()).toEqual(sampleTimeline(store.timeline(), at(third, 1)));
  });

  it('stays where it is stopped', () => {
    motion.go(at(second, 1), true);
    hand.pass(300, 3);
    const stopped = here();
    motion.stop();
    hand.pass(5000, 5);
    expect(here()).toEqual(stopped);
  });
});
