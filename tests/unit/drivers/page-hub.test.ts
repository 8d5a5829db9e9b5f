import { describe, expect, it } from 'vitest';
import { pageHub } from '../../../src/drivers/page-hub.ts';

/** A window that counts its listeners. */
function createWindow() {
  const target = new EventTarget();
  const options: unknown[] = [];
  let count = 0;
  const add = target.addEventListener.bind(target);
  const remove = target.removeEventListener.bind(target);
  target.addEventListener = (...given: Parameters<typeof add>) => {
    count += 1;
    options.push(given[2]);
    add(...given);
  };
  target.removeEventListener = (...given: Parameters<typeof remove>) => {
    count -= 1;
    remove(...given);
  };
  const page = target as unknown as Window;
  return {
    page,
    options,
    listeners: () => count,
    fire: (type: string) => page.dispatchEvent(new Event(type)),
  };
}

describe('pageHub', () => {
  it('is one for a window, and another for another window', () => {
    const { page } = createWindow();
    expect(pageHub(page)).toBe(pageHub(page));
    expect(pageHub(createWindow().page)).not.toBe(pageHub(page));
  });

  it('listens once, however many stories there are', () => {
    const { page, fire, listeners } = createWindow();
    const heard: string[] = [];
    pageHub(page).on('scroll', () => heard.push('first'));
    pageHub(page).on('scroll', () => heard.push('second'));
    expect(listeners()).toBe(1);
    fire('scroll');
    expect(heard).toEqual(['first', 'second']);
  });

  it('tells only those who listen to that event', () => {
    const { page, fire } = createWindow();
    const heard: string[] = [];
    pageHub(page).on('scroll', () => heard.push('scroll'));
    pageHub(page).on('resize', () => heard.push('resize'));
    fire('resize');
    fire('scrollend');
    expect(heard).toEqual(['resize']);
  });

  it('leaves nothing behind when the last one has gone, and can begin again', () => {
    const { page, fire, listeners } = createWindow();
    const heard: string[] = [];
    const ends = ['a', 'b'].map((name) => pageHub(page).on('wheel', () => heard.push(name)));
    ends[0]!();
    fire('wheel');
    expect([heard, listeners()]).toEqual([['b'], 1]);
    ends[1]!();
    expect(listeners()).toBe(0);
    pageHub(page).on('wheel', () => heard.push('again'));
    fire('wheel');
    expect([heard, listeners()]).toEqual([['b', 'again'], 1]);
  });

  it('may be ended twice without ending anyone else', () => {
    const { page, fire, listeners } = createWindow();
    const heard: string[] = [];
    const end = pageHub(page).on('wheel', () => heard.push('first'));
    end();
    pageHub(page).on('wheel', () => heard.push('second'));
    end();
    fire('wheel');
    expect([heard, listeners()]).toEqual([['second'], 1]);
  });

  it('does not tell one that another has ended at the same event', () => {
    const { page, fire } = createWindow();
    const heard: string[] = [];
    let end = () => {};
    pageHub(page).on('scroll', () => end());
    end = pageHub(page).on('scroll', () => heard.push('ended'));
    fire('scroll');
    expect(heard).toEqual([]);
  });

  it('lets a key be kept from the page, and nothing else', () => {
    const { page, options } = createWindow();
    pageHub(page).on('keydown', () => {});
    pageHub(page).on('touchstart', () => {});
    expect(options).toEqual([{ passive: false }, { passive: true }]);
  });
});
