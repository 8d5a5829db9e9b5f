import { describe, expect, it } from 'vitest';
import { pickTheme } from '../../../src/embed/theme-values.ts';

const picked = (ink: unknown) => pickTheme((name) => (name === 'ink' ? ink : undefined)).ink;

describe('the theme that a page gives a story', () => {
  it.each([
    '#fff',
    'rgb(1 2 3 / 50%)',
    'color-mix(in srgb, red, oklch(50% 0.1 20))',
    '"Curlz MT", "Variable Sans", fantasy',
    Array.from({ length: 40 }, (_, i) => `"A Typeface ${i}"`).join(', '),
  ])('has %s', (value) => {
    expect(picked(value)).toBe(value);
  });

  it.each([
    'url(//example.org/a.png)',
    'URL( "a.png")',
    'var(--secret)',
    'env(safe-area-inset-top)',
    'red; } * { color: red',
    'red\n} body { color: red',
    'red\r',
    '\\75 rl(a)',
    '',
    7,
    null,
    { toString: () => 'red' },
  ])('has nothing like %j', (value) => {
    expect(picked(value)).toBeUndefined();
  });

  it('keeps what is right where something else is not, and knows no other names', () => {
    const said: Record<string, unknown> = { paper: 'var(--x)', ink: 'red', text: 4, other: 'red' };
    expect(pickTheme((name) => said[name])).toEqual({ ink: 'red' });
  });
});
