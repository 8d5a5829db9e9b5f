import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { driveByKeyboard } from '../../../src/drivers/keyboard.ts';

/** As much of an element as the driver asks for. */
class FakeElement {
  isContentEditable = false;
  readonly tagName: string;
  constructor(tagName: string) {
    this.tagName = tagName;
  }
}

interface Press {
  ctrlKey?: boolean;
  metaKey?: boolean;
  altKey?: boolean;
  on?: FakeElement;
}

let page: EventTarget;
let asked: string[];
let active: boolean;
let end: () => void;

/** Presses a key; tells whether the page was kept from it. */
function press(key: string, { on, ...modifiers }: Press = {}): boolean {
  const event = new Event('keydown', { cancelable: true });
  const path = () => (on ? [on, page] : [page]);
  Object.assign(event, { key, ...modifiers, composedPath: path });
  return !page.dispatchEvent(event);
}

beforeEach(() => {
  page = new EventTarget();
  asked = [];
  active = true;
  vi.stubGlobal('window', page);
  vi.stubGlobal('HTMLElement', FakeElement);
  end = driveByKeyboard({
    isActive: () => active,
    next: () => asked.push('next'),
    previous: () => asked.push('previous'),
    present: () => asked.push('present'),
  });
});

afterEach(() => {
  end();
  vi.unstubAllGlobals();
});

describe('driveByKeyboard', () => {
  it('goes step by step', () => {
    const kept = ['j', 'PageDown', 'k', 'PageUp'].map((key) => press(key));
    expect(asked).toEqual(['next', 'next', 'previous', 'previous']);
    expect(kept).toEqual([true, true, true, true]);
  });

  it('presents the story', () => {
    expect(press('p')).toBe(true);
    expect(asked).toEqual(['present']);
  });

  it.each(['ArrowDown', 'ArrowUp', ' ', 'Home', 'End', 'Tab', 'J', 'x'])(
    'leaves %j to the page',
    (key) => {
      expect(press(key)).toBe(false);
      expect(asked).toEqual([]);
    },
  );

  it.each(['ctrlKey', 'metaKey', 'altKey'])('leaves keys with %s to the browser', (modifier) => {
    expect(press('j', { [modifier]: true })).toBe(false);
    expect(asked).toEqual([]);
  });

  it.each(['INPUT', 'TEXTAREA', 'SELECT'])('does not take what is typed in a %s', (tagName) => {
    expect(press('j', { on: new FakeElement(tagName) })).toBe(false);
    const editable = Object.assign(new FakeElement('P'), { isContentEditable: true });
    expect(press('j', { on: editable })).toBe(false);
    expect(press('j', { on: new FakeElement('BUTTON') })).toBe(true);
    expect(asked).toEqual(['next']);
  });

  it('says nothing while another story is read, or after its end', () => {
    active = false;
    expect(press('j')).toBe(false);
    active = true;
    end();
    expect(press('j')).toBe(false);
    expect(asked).toEqual([]);
  });
});
