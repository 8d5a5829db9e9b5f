import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatPlayhead,
  normalizePlayhead,
  type Playhead,
  parsePlayhead,
  playheadAt,
  positionOf,
} from '../../../src/core/playhead.ts';

const STEPS = ['one', 'two', 'three-and-a-half', '4'];
const part = fc.integer({ min: 0, max: 1e6 }).map((n) => n / 1e6);
const position = fc.oneof(
  part.map((t) => t * (2 * STEPS.length - 1)),
  fc.double({ min: 0, max: 2 * STEPS.length - 1, noNaN: true }),
);
const anyNumber = fc.oneof(
  fc.double(),
  part,
  fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY),
);
const anyPlayhead = fc.record({
  step: fc.oneof(fc.constantFrom(...STEPS), fc.string()),
  progress: anyNumber,
  travel: anyNumber,
});
const at = (step: string, progress = 0, travel = 0): Playhead => ({ step, progress, travel });

describe('playheadAt', () => {
  it('is undone by positionOf', () => {
    fc.assert(
      fc.property(position, (x) => {
        expect(positionOf(STEPS, playheadAt(STEPS, x))).toBeCloseTo(x, 12);
      }),
    );
  });

  it('reads a step, then travels to the next', () => {
    expect(playheadAt(STEPS, 0)).toEqual(at('one'));
    expect(playheadAt(STEPS, 0.25)).toEqual(at('one', 0.25));
    expect(playheadAt(STEPS, 1)).toEqual(at('one', 1));
    expect(playheadAt(STEPS, 1.5)).toEqual(at('one', 1, 0.5));
    expect(playheadAt(STEPS, 2)).toEqual(at('two'));
  });

  it('stays inside the story', () => {
    expect(playheadAt(STEPS, -1)).toEqual(at('one'));
    expect(playheadAt(STEPS, Number.NaN)).toEqual(at('one'));
    expect(playheadAt(STEPS, 99)).toEqual(at('4', 1));
  });
});

describe('normalizePlayhead', () => {
  it('gives a step that exists, and numbers in their ranges, whatever it is given', () => {
    fc.assert(
      fc.property(anyPlayhead, (playhead) => {
        const { step, progress, travel } = normalizePlayhead(STEPS, playhead);
        expect(STEPS).toContain(step);
        expect(progress).toBeGreaterThanOrEqual(0);
        expect(progress).toBeLessThanOrEqual(1);
        expect(travel).toBeGreaterThanOrEqual(0);
        expect(travel).toBeLessThan(1);
        if (progress < 1) expect(travel).toBe(0);
      }),
      { numRuns: 500 },
    );
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(anyPlayhead, (playhead) => {
        const once = normalizePlayhead(STEPS, playhead);
        expect(normalizePlayhead(STEPS, once)).toEqual(once);
      }),
      { numRuns: 500 },
    );
  });

  it('takes an unknown step for the first', () => {
    expect(normalizePlayhead(STEPS, at('nowhere', 0.5))).toEqual(at('one', 0.5));
  });

  it('takes what is not a number for 0, and stays at its step', () => {
    expect(normalizePlayhead(STEPS, at('two', Number.NaN, 0.5))).toEqual(at('two'));
    expect(normalizePlayhead(STEPS, at('two', 1, Number.NaN))).toEqual(at('two', 1));
  });

  it('takes a whole way to the next step for that step', () => {
    expect(normalizePlayhead(STEPS, at('one', 1, 1))).toEqual(at('two'));
    expect(normalizePlayhead(STEPS, at('4', 1, 1))).toEqual(at('4', 1));
  });

  it('does not travel before a step has been read', () => {
    expect(normalizePlayhead(STEPS, at('one', 0.5, 0.5))).toEqual(at('one', 0.5));
  });
});

describe('a playhead as text', () => {
  it('reads as it was written', () => {
    fc.assert(
      fc.property(position, (x) => {
        const playhead = playheadAt(STEPS, x);
        expect(parsePlayhead(formatPlayhead(playhead))).toEqual(playhead);
      }),
      { numRuns: 500 },
    );
  });

  it('is a step, a part of it, or a part of the way on', () => {
    expect(parsePlayhead('yalu')).toEqual(at('yalu'));
    expect(parsePlayhead('yalu:0.5')).toEqual(at('yalu', 0.5));
    expect(parsePlayhead('yalu+.5')).toEqual(at('yalu', 1, 0.5));
    expect(parsePlayhead('first-clash:1')).toEqual(at('first-clash', 1));
    expect(parsePlayhead('yalu:5e-7')).toEqual(at('yalu', 5e-7));
  });

  it.each(['', ':', 'yalu:', 'yalu+', 'yalu:2', 'yalu:-1', 'yalu:x', 'ya lu', 'yalu:0.5:1', 'a+b'])(
    'is not %j',
    (text) => {
      expect(parsePlayhead(text)).toBeUndefined();
    },
  );
});
