import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Playhead } from '../../../src/core/playhead.ts';
import { driveByHash, type HashDriver } from '../../../src/drivers/hash.ts';

const at = (step: string, progress = 0, travel = 0): Playhead => ({ step, progress, travel });

/** As much of a browser's history as the driver asks for. */
function createHistory() {
  const entries: { hash: string; state: unknown }[] = [{ hash: '', state: null }];
  const location = { hash: '' };
  const history = {
    scrollRestoration: 'auto',
    get state() {
      return entries.at(-1)!.state;
    },
    pushState(state: unknown, _: string, hash: string) {
      entries.push({ hash, state });
      location.hash = hash;
    },
    replaceState(state: unknown, _: string, hash: string) {
      entries.splice(-1, 1, { hash, state });
      location.hash = hash;
    },
  };
  return { entries, location, history };
}

let page: EventTarget;
let browser: ReturnType<typeof createHistory>;
let driver: HashDriver;
let here: Playhead;
let active: boolean;
let gone: Playhead[];

const fire = (type: string) => page.dispatchEvent(new Event(type));

beforeEach(() => {
  page = new EventTarget();
  browser = createHistory();
  [here, active, gone] = [at('one'), true, []];
  vi.stubGlobal('window', page);
  vi.stubGlobal('location', browser.location);
  vi.stubGlobal('history', browser.history);
  driver = driveByHash({
    stepIds: ['one', 'two'],
    playhead: () => here,
    isActive: () => active,
    go: (playhead) => gone.push(playhead),
  });
});

afterEach(() => {
  driver.dispose();
  vi.unstubAllGlobals();
});

describe('driveByHash', () => {
  it('goes to the step that the address names', () => {
    browser.location.hash = '#two';
    expect(driver.restore()).toBe(true);
    expect(gone).toEqual([at('two')]);
  });

  it.each(['', '#', '#nowhere', '#%E0%A4%A'])('goes nowhere for the address %j', (hash) => {
    browser.location.hash = hash;
    expect(driver.restore()).toBe(false);
    expect(gone).toEqual([]);
  });

  it('makes the address name the present step when the scrolling ends', () => {
    here = at('two', 0.25);
    fire('scrollend');
    expect(browser.entries).toEqual([{ hash: '#two', state: { legenda: 'two:0.25' } }]);
  });

  it('comes back to the very place after a reload', () => {
    here = at('two', 1, 0.5);
    fire('pagehide');
    expect(driver.restore()).toBe(true);
    expect(gone).toEqual([here]);
  });

  it('follows the address rather than what it has saved where the two differ', () => {
    here = at('two', 0.25);
    driver.replace();
    browser.location.hash = '#one';
    fire('hashchange');
    expect(gone).toEqual([at('one')]);
  });

  it('makes an entry of a step that the reader has chosen, and keeps the place that is left', () => {
    here = at('one', 0.25);
    driver.push('two');
    expect(browser.entries).toEqual([
      { hash: '#one', state: { legenda: 'one:0.25' } },
      { hash: '#two', state: { legenda: 'two' } },
    ]);
    fire('popstate');
    expect(gone).toEqual([at('two')]);
  });

  it('lets the browser restore no scroll position of a story that is read', () => {
    fire('scrollend');
    expect(browser.history.scrollRestoration).toBe('manual');
    active = false;
    fire('scrollend');
    expect(browser.history.scrollRestoration).toBe('auto');
  });

  it('leaves the state of others as it is', () => {
    browser.entries.splice(0, 1, { hash: '', state: { theirs: 1 } });
    driver.replace();
    expect(browser.history.state).toEqual({ theirs: 1, legenda: 'one' });
  });

  it('does not touch the address while another story is read, or after its end', () => {
    active = false;
    fire('scrollend');
    active = true;
    driver.dispose();
    fire('scrollend');
    expect(browser.entries).toEqual([{ hash: '', state: null }]);
  });
});
