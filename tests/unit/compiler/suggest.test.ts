import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance, nearest, suggestion } from '../../../src/compiler/suggest.ts';

describe('the distance of two words', () => {
  it.each([
    ['', '', 0],
    ['step', 'step', 0],
    ['stpe', 'step', 1],
    ['bonds', 'bounds', 1],
    ['kitten', 'sitting', 3],
    ['abc', '', 3],
  ])('of %j and %j is %i', (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance);
  });

  it('is the same both ways, and at most the length of the longer', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => {
        expect(editDistance(a, b)).toBe(editDistance(b, a));
        expect(editDistance(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length));
      }),
    );
  });
});

describe('a suggestion', () => {
  it('is the nearest name, whatever its case', () => {
    expect(nearest('Bonds', ['bearing', 'bounds', 'label'])).toBe('bounds');
    expect(nearest('crossng', ['crossing', 'crossings'])).toBe('crossing');
  });

  it('is nothing where no name is near', () => {
    expect(nearest('elephant', ['bounds', 'place'])).toBeUndefined();
    expect(nearest('ab', ['xy'])).toBeUndefined();
  });

  it('lists the names where none is near, but not too many', () => {
    expect(suggestion('elephant', ['a', 'b'], 'layers')).toBe('The layers are `a`, `b`.');
    expect(suggestion('elephant', [], 'layers')).toBe('There are no layers.');
    const many = Array.from({ length: 20 }, (_, index) => `n${index}`);
    expect(suggestion('elephant', many, 'layers')).toMatch(/`n11` and others\.$/);
  });
});
