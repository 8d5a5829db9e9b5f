import { describe, expect, it } from 'vitest';
import { type Playhead, positionOf } from '../../../src/core/playhead.ts';
import type { Clock } from '../../../src/core/stage.ts';
import { play } from '../../../src/drivers/clock.ts';

const stepIds = ['one', 'two', 'three'];
const at = (step: string, progress = 0): Playhead => ({ step, progress, travel: 0 });

/** Time by hand: `run` lets this many milliseconds pass, a picture every 10. */
function createHandClock() {
  let now = 1000;
  let waiting: (() => void) | undefined;
  const clock: Clock = {
    now: () => now,
    onFrame(callback) {
      waiting = callback;
      return () => {
        if (waiting === callback) waiting = undefined;
      };
    },
  };
  const run = (ms: number): void => {
    for (let passed = 0; passed < ms; passed += 10) {
      now += 10;
      const callback = waiting;
      waiting = undefined;
      callback?.();
    }
  };
  return { clock, run, isWaiting: () => waiting !== undefined };
}

function start(options: { duration?: number; from?: Playhead; to?: Playhead } = {}) {
  const time = createHandClock();
  const gone: Playhead[] = [];
  const ends: string[] = [];
  const { from = at('one'), to = at('three'), duration = 1000 } = options;
  const stop = play((playhead) => gone.push(playhead), {
    ...{ stepIds, from, to, duration, clock: time.clock },
    onEnd: () => ends.push('end'),
  });
  return { ...time, gone, ends, stop };
}

describe('play', () => {
  it('goes through all that lies between, never back, and ends exactly where it was asked to', () => {
    const { run, gone, ends, isWaiting } = start();
    run(2000);
    const positions = gone.map((playhead) => positionOf(stepIds, playhead));
    positions.slice(1).forEach((position, i) => {
      expect(position).toBeGreaterThanOrEqual(positions[i]!);
    });
    expect(new Set(gone.map(({ step }) => step))).toEqual(new Set(stepIds));
    expect(gone.at(-1)).toEqual(at('three'));
    expect(gone).toHaveLength(100);
    expect(ends).toEqual(['end']);
    expect(isWaiting()).toBe(false);
  });

  it('plays backwards as well', () => {
    const { run, gone } = start({ from: at('three', 0.5), to: at('one') });
    run(500);
    expect(positionOf(stepIds, gone.at(-1)!)).toBeCloseTo(2.25, 9);
    run(500);
    expect(gone.at(-1)).toEqual(at('one'));
  });

  it('does not move before the next picture, and at once where it has no time', () => {
    const { run, gone, ends } = start({ duration: 0 });
    expect(gone).toEqual([]);
    run(10);
    expect(gone).toEqual([at('three')]);
    expect(ends).toEqual(['end']);
  });

  it('stays where it is when it is stopped', () => {
    const { run, gone, ends, stop, isWaiting } = start();
    run(300);
    stop();
    run(1000);
    expect(gone).toHaveLength(30);
    expect(ends).toEqual(['end']);
    expect(isWaiting()).toBe(false);
  });

  it('tells its end once, however often it is stopped', () => {
    const { run, ends, stop } = start();
    run(2000);
    stop();
    stop();
    expect(ends).toEqual(['end']);
  });

  it('can be stopped by the move itself', () => {
    const { clock, run, isWaiting } = createHandClock();
    let moves = 0;
    const stop = play(
      () => {
        moves += 1;
        stop();
      },
      { stepIds, from: at('one'), to: at('three'), duration: 1000, clock },
    );
    run(500);
    expect(moves).toBe(1);
    expect(isWaiting()).toBe(false);
  });
});
