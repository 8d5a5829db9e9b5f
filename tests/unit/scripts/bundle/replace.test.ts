import { expect, it } from 'vitest';
import { replaceAll } from '../../../../scripts/bundle/replace.ts';

it('replaces one after the other, all that is found', () => {
  const replacements = [
    ['a', 'b'],
    [/b+/g, 'c'],
  ] as const;
  expect(replaceAll('a-ab', replacements)).toBe('c-c');
});

it('stops where a package no longer has what is replaced', () => {
  expect(() => replaceAll('x', [['y', '']])).toThrow('Nothing to replace: y');
});
