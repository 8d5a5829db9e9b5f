import { describe, expect, it } from 'vitest';
import { actionOf, SHORTCUTS } from '../../../src/present/shortcuts.ts';

const NONE = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
const press = (key: string, held: Partial<typeof NONE> = {}) => actionOf({ key, ...NONE, ...held });
const SHIFT = { shiftKey: true };

describe('the keys', () => {
  it.each([
    [' ', 'next'],
    ['ArrowRight', 'next'],
    ['PageUp', 'previous'],
    ['k', 'previous'],
    ['Home', 'first'],
    ['End', 'last'],
    ['.', 'black'],
    ['Escape', 'overview'],
    ['d', 'draw'],
    ['p', 'leave'],
  ])('%s means %s', (key, action) => {
    expect(press(key)).toBe(action);
  });

  it('mean something else with Shift', () => {
    expect(press(' ', SHIFT)).toBe('previous');
    expect(press('ArrowUp', SHIFT)).toBe('move-pointer');
    expect(press('D', SHIFT)).toBe('keep');
    expect(press('N', SHIFT)).toBeUndefined();
    expect(press('Home', SHIFT)).toBeUndefined();
  });

  it('mean the same with Caps Lock', () => {
    expect(press('N')).toBe('next');
    expect(press('D')).toBe('draw');
  });

  it('have marks wherever a keyboard has them', () => {
    expect(press('?', SHIFT)).toBe('help');
    expect(press('?')).toBe('help');
    expect(press('.', SHIFT)).toBe('black');
  });

  it.each(['ctrlKey', 'metaKey', 'altKey'] as const)('are the browser’s with %s', (held) => {
    for (const { keys } of SHORTCUTS) {
      for (const key of keys) expect(press(key, { [held]: true })).toBeUndefined();
    }
  });

  it('each mean one thing', () => {
    const keys = SHORTCUTS.flatMap((shortcut) => shortcut.keys);
    expect(new Set(keys).size).toBe(keys.length);
    const actions = SHORTCUTS.map(({ action }) => action);
    expect(new Set(actions).size).toBe(actions.length);
  });

  it('are not those of any other', () => {
    for (const key of ['y', 'Enter', 'Tab', 'F5', 'toString', '__proto__', '']) {
      expect(press(key)).toBeUndefined();
    }
  });
});
