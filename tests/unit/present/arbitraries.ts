import fc from 'fast-check';
import type { LngLat } from '../../../src/core/story.ts';
import type { Action } from '../../../src/present/actions.ts';
import { STEPS } from './support.ts';

const place: fc.Arbitrary<LngLat> = fc.tuple(
  fc.double({ min: -400, max: 400, noNaN: true }),
  fc.double({ min: -100, max: 100, noNaN: true }),
);

const plain = fc.constantFrom(
  ...(['next', 'previous', 'first', 'last', 'card', 'black', 'white'] as const),
  ...(['questions', 'autoplay', 'keep', 'begin-again'] as const),
);

/** Any action, on steps that there are and on one that there is not. */
export const anyAction: fc.Arbitrary<Action> = fc.oneof(
  plain.map((type) => ({ type })),
  fc.constantFrom(...STEPS, 'nowhere').map((step) => ({ type: 'visit' as const, step })),
  fc.array(place, { maxLength: 5 }).map((line) => ({ type: 'draw-line' as const, line })),
  fc.array(fc.nat(5)).map((lines) => ({ type: 'erase-lines' as const, lines })),
  fc.nat().map((now) => ({ type: 'restart-clock' as const, now })),
);
