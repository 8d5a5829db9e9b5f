import { describe, expect, it } from 'vitest';
import { createHostPage, createStepsPage } from '../../../src/embed/frame-page.ts';
import type { GuestLink, HostView } from '../../../src/embed/guest-link.ts';
import type { GuestMessage, HostMessage } from '../../../src/embed/protocol.ts';

/** A line to a host that shows what it is told to show. */
function fakeLink() {
  const said: GuestMessage[] = [];
  const listeners = new Set<(message: HostMessage) => void>();
  let view: HostView = { type: 'view', top: -300, height: 700, ack: 0 };
  const link: GuestLink = {
    settings: { stills: false },
    wasFull: false,
    theme: () => ({}),
    isOpen: () => true,
    view: () => view,
    say: (message) => said.push(message),
    on(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const show = (top: number, ack = 0): void => {
    view = { type: 'view', top, height: 700, ack };
    for (const listener of listeners) listener(view);
  };
  return { link, said, show };
}

describe('the part of a frame that the page around it shows', () => {
  it('is where that page says, to fractions of a pixel', () => {
    const { link, show } = fakeLink();
    const page = createHostPage(link);
    page.on(() => {});
    expect([page.top(), page.height(), page.shift()]).toEqual([-300, 700, 0]);
    show(120.5);
    expect(page.top()).toBe(120.5);
  });

  it('is scrolled by asking for it, and counts as there at once', async () => {
    const { link, said, show } = fakeLink();
    const page = createHostPage(link);
    page.on(() => {});
    page.scrollTo(900);
    expect(said).toEqual([{ type: 'scroll', top: 900 }]);
    expect(page.top()).toBe(900);
    show(-300);
    expect(page.top()).toBe(900);
    const arrived = page.arrived();
    show(900.4, 1);
    await arrived;
    expect([page.top(), page.exact()]).toEqual([900, 900.4]);
  });

  it('does not wait for ever for a page that has not heard it', async () => {
    const { link, show } = fakeLink();
    const page = createHostPage(link);
    page.on(() => {});
    page.scrollTo(900);
    const arrived = page.arrived();
    for (let i = 0; i < 20; i += 1) show(100 + i);
    await arrived;
    expect(page.top()).toBe(119);
    show(130);
    expect(page.top()).toBe(130);
  });

  it('is where the page has got to, where that cannot go so far', () => {
    const { link, show } = fakeLink();
    const page = createHostPage(link);
    page.on(() => {});
    page.scrollTo(900);
    show(640, 1);
    expect(page.top()).toBe(640);
  });
});

describe('a frame of fixed height', () => {
  it('moves as far as it is told to, and says so, but never above its top', () => {
    const page = createStepsPage();
    const tops: number[] = [];
    const end = page.on(() => tops.push(page.top()));
    page.scrollTo(50);
    page.scrollTo(-10);
    end();
    page.scrollTo(70);
    expect(tops).toEqual([50, 0]);
  });
});
