import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashFor, stepFromHash } from '../../../src/core/deep-link.ts';

const STEPS = ['yalu', 'first-clash', 'two weeks', 'école', '100%'];

describe('a deep link', () => {
  it('names the step it was made for', () => {
    for (const id of STEPS) expect(stepFromHash(hashFor(id), STEPS)).toBe(id);
    expect(hashFor('first-clash')).toBe('#first-clash');
  });

  it('may lack its sign', () => {
    expect(stepFromHash('yalu', STEPS)).toBe('yalu');
  });

  it('names nothing that is not a step, and never throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.constantFrom('%', '#%', '#%E0%A4%A', '##yalu')),
        (hash) => {
          const step = stepFromHash(hash, STEPS);
          expect([undefined, ...STEPS]).toContain(step);
        },
      ),
    );
    for (const hash of ['', '#', '#nowhere', '#Yalu', '#yalu:0.5', '#%E0%A4%A', '##yalu']) {
      expect(stepFromHash(hash, STEPS)).toBeUndefined();
    }
  });
});
