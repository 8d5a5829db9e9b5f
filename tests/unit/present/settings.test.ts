import { describe, expect, it } from 'vitest';
import { addressIn, readSettings } from '../../../src/present/settings.ts';

describe('readSettings', () => {
  it('has nothing on where the address says nothing', () => {
    expect(readSettings('')).toEqual({ reveal: false, kiosk: false, clicks: false });
  });

  it('reads what the address says', () => {
    expect(readSettings('?present&minutes=40&reveal=off&kiosk&clicks=on')).toEqual({
      minutes: 40,
      reveal: true,
      kiosk: true,
      clicks: true,
    });
  });

  it.each(['minutes=', 'minutes=-1', 'minutes=x', 'minutes=1e9', 'kiosk=off', 'reveal=on'])(
    'takes %j as not said',
    (search) => {
      expect(readSettings(search)).toEqual({ reveal: false, kiosk: false, clicks: false });
    },
  );
});

describe('addressIn', () => {
  const page = 'https://example.org/stories/one/?minutes=40#two';

  it('names the mode and keeps all else', () => {
    expect(addressIn(page, 'present')).toBe(
      'https://example.org/stories/one/?minutes=40&present#two',
    );
  });

  it('goes from one mode to another, and back to reading', () => {
    expect(addressIn(addressIn(page, 'present'), 'notes')).toBe(
      'https://example.org/stories/one/?minutes=40&notes#two',
    );
    expect(addressIn(addressIn(page, 'notes'), '')).toBe(page);
  });

  it('works for a file', () => {
    expect(addressIn('file:///tmp/story.html#two', 'notes')).toBe(
      'file:///tmp/story.html?notes#two',
    );
  });
});
