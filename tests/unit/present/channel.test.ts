import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPageChannel } from '../../../src/present/channel.ts';
import type { Message } from '../../../src/present/protocol.ts';
import { ADDRESS } from './support.ts';

const HELLO: Message = { legenda: 1, story: ADDRESS, from: 'one', kind: 'hello' };

interface Sent {
  message: unknown;
  target: string;
}

/** As much of a window as a channel uses: it notes what is posted to it. */
function createWindow(origin: string, opener: Window | null = null) {
  const events = new EventTarget();
  const sent: Sent[] = [];
  const window = Object.assign(events, {
    ...{ origin, opener, closed: false, sent },
    postMessage: (message: unknown, target: string) => void sent.push({ message, target }),
  });
  return window as typeof window & Window;
}

function bring(to: Window, from: { source: Window | null; origin: string; data?: unknown }): void {
  const event = Object.assign(new Event('message'), { data: HELLO, ...from });
  (to as unknown as EventTarget).dispatchEvent(event);
}

const SITE = 'https://example.org';
const opened: { close: () => void }[] = [];

function open(window: Window, name = 'lesson') {
  const channel = createPageChannel(name, { window });
  opened.push(channel);
  const heard: unknown[] = [];
  channel.listen((value) => heard.push(value));
  return { ...channel, heard };
}

afterEach(() => {
  for (const channel of opened.splice(0)) channel.close();
  vi.unstubAllGlobals();
});

describe('pages of one origin', () => {
  it('hear each other by name, and not themselves', async () => {
    const [one, two, other] = [
      open(createWindow(SITE)),
      open(createWindow(SITE)),
      open(createWindow(SITE), 'another'),
    ];
    one.post(HELLO);
    await vi.waitFor(() => expect(two.heard).toEqual([HELLO]));
    expect(one.heard).toEqual([]);
    expect(other.heard).toEqual([]);
  });

  it('tell windows they know directly too, and nobody of another origin', () => {
    const opener = createWindow(SITE);
    const joined = createWindow(SITE);
    const channel = open(createWindow(SITE, opener));
    channel.join(joined);
    channel.post(HELLO);
    expect([...opener.sent, ...joined.sent]).toEqual([
      { message: HELLO, target: SITE },
      { message: HELLO, target: SITE },
    ]);
  });

  it('tell no window that is closed', () => {
    const joined = createWindow(SITE);
    const channel = open(createWindow(SITE));
    channel.join(joined);
    Object.assign(joined, { closed: true });
    channel.post(HELLO);
    expect(joined.sent).toEqual([]);
  });
});

describe('a page without an origin', () => {
  beforeEach(() => {
    // As where a browser gives such pages no channel at all.
    vi.stubGlobal(
      'BroadcastChannel',
      class {
        constructor() {
          throw new DOMException('No.', 'SecurityError');
        }
      },
    );
  });

  it('tells its peers whoever they are', () => {
    const peer = createWindow('null');
    const channel = open(createWindow('null'));
    channel.join(peer);
    channel.post(HELLO);
    expect(peer.sent).toEqual([{ message: HELLO, target: '*' }]);
  });

  it('finds the window again that it had opened before it was loaded anew', () => {
    const projector = createWindow('null');
    const desk = createWindow('null', projector);
    const channel = open(projector);
    bring(projector, { source: desk, origin: 'null' });
    expect(channel.heard).toEqual([HELLO]);
    channel.post(HELLO);
    expect(desk.sent).toHaveLength(1);
  });
});

describe('a message of a window', () => {
  const desk = createWindow(SITE);
  const projector = createWindow(SITE);

  it.each([
    ['of a window it does not know', { source: projector, origin: SITE }],
    ['of another origin', { source: desk, origin: 'https://elsewhere.example' }],
    ['of no window', { source: null, origin: SITE }],
  ])('%s is not heard', (_, from) => {
    const own = createWindow(SITE, desk);
    const channel = open(own);
    bring(own, from);
    expect(channel.heard).toEqual([]);
  });

  it('of its opener is heard, until the channel is closed', () => {
    const own = createWindow(SITE, desk);
    const channel = open(own);
    bring(own, { source: desk, origin: SITE });
    channel.close();
    bring(own, { source: desk, origin: SITE });
    expect(channel.heard).toEqual([HELLO]);
  });
});
