import { describe, expect, it } from 'vitest';
import { stepMoves } from '../../../src/compiler/step-moves.ts';
import type { Step } from '../../../src/core/story.ts';
import { createFixtureStory, fitted, makeStep, over } from '../../support/fixture-story.ts';

describe('stepMoves', () => {
  const moving: [string, Partial<Step>][] = [
    ['its date', { date: [0, 1] }],
    ['a route', { reveal: { arrow: [0, 1] } }],
    ['an opacity', { show: { arrow: [1, 0] } }],
    ['the zoom', { camera: { wide: over([0, 0], [3, 4]), phone: over([0, 0], [3, 3]) } }],
    [
      'the bearing on a phone',
      {
        camera: {
          wide: fitted([0, 0, 1, 1]),
          phone: { ...fitted([0, 0, 1, 1]), bearing: [0, 90] },
        },
      },
    ],
    [
      'the pitch',
      {
        camera: {
          wide: { ...fitted([0, 0, 1, 1]), pitch: [0, 20] },
          phone: fitted([0, 0, 1, 1]),
        },
      },
    ],
  ];

  it.each(moving)('is so where %s moves', (_, parts) => {
    expect(stepMoves(makeStep('a', parts))).toBe(true);
  });

  it('is not so where all stands still', () => {
    const still = { date: [5, 5], show: { a: [0.5, 0.5] }, reveal: { a: [1, 1] } } as Partial<Step>;
    expect(stepMoves(makeStep('a', still))).toBe(false);
    const moves = createFixtureStory().steps.map(stepMoves);
    expect(moves).toEqual([true, true, true, false, true]);
  });
});
