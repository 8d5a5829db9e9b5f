import { expect, it } from 'vitest';
import { stepKicker, storyKicker } from '../../../src/core/kickers.ts';

const words = (count: number) => ({ html: `<p>${'word '.repeat(count)}</p>` });

it('what stands above a title says the minutes of all steps together, at least one', () => {
  expect(storyKicker([words(10)])).toBe('A map story · 1 minute');
  expect(storyKicker([words(250), words(250), words(120)])).toBe('A map story · 3 minutes');
});

it('what stands above a step counts from one', () => {
  expect(stepKicker({ index: 0, count: 23 })).toBe('1 of 23');
});
