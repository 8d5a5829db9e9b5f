import { describe, expect, it } from 'vitest';
import { createGate, type Incoming, MOST_A_SECOND } from '../../../src/embed/gate.ts';
import {
  GUEST_SHAPES,
  type GuestMessage,
  HOST_SHAPES,
  type HostMessage,
  parsePosted,
} from '../../../src/embed/protocol.ts';

const SESSION = '0123456789abcdef';
const ORIGIN = 'http://example.org';
const frame = { name: 'the frame' };

const posted = (n: number, message: object, session = SESSION): object => ({
  legenda: 1,
  session,
  n,
  ...message,
});
const from = (data: unknown, source: unknown = frame, origin = ORIGIN): Incoming => ({
  source,
  origin,
  data,
});

function hostGate(clock = { time: 0 }) {
  return createGate<GuestMessage>({
    peer: () => frame,
    origin: ORIGIN,
    opening: 'hello',
    shapes: GUEST_SHAPES,
    now: () => clock.time,
  });
}

function guestGate() {
  return createGate<HostMessage>({
    peer: () => frame,
    session: SESSION,
    opening: 'welcome',
    shapes: HOST_SHAPES,
    now: () => 0,
  });
}

function openedGate(clock = { time: 0 }) {
  const gate = hostGate(clock);
  gate.accept(from(posted(1, { type: 'hello' })));
  return gate;
}

describe('a message between a page and a story', () => {
  it('is read with the fields it should have and no other', () => {
    const said = posted(2, { type: 'height', height: 900, more: 'x' });
    expect(parsePosted<GuestMessage>(GUEST_SHAPES, said)).toEqual(
      posted(2, { type: 'height', height: 900 }),
    );
  });

  it('says whether a turn is wanted; and the answer, to which message it is one', () => {
    const wish = posted(2, { type: 'live', on: true });
    expect(parsePosted<GuestMessage>(GUEST_SHAPES, wish)).toEqual(wish);
    expect(parsePosted<HostMessage>(HOST_SHAPES, wish)).toBeUndefined();
    const answer = posted(2, { type: 'live', on: false, ack: 2 });
    expect(parsePosted<HostMessage>(HOST_SHAPES, answer)).toEqual(answer);
  });

  it.each([
    ['no object', 'pymxPYMxheight'],
    ['nothing', null],
    ['another version', { ...posted(1, { type: 'hello' }), legenda: 2 }],
    ['no session', { legenda: 1, n: 1, type: 'hello' }],
    ['a number that is not one', posted(Number.NaN, { type: 'hello' })],
    ['the number 0', posted(0, { type: 'hello' })],
    ['a type that nobody knows', posted(1, { type: 'constructor' })],
    ['a height below 0', posted(1, { type: 'height', height: -1 })],
    ['a height without end', posted(1, { type: 'height', height: Number.POSITIVE_INFINITY })],
    ['a height as text', posted(1, { type: 'height', height: '900' })],
    ['a wish that is neither yes nor no', posted(1, { type: 'live', on: 1 })],
    ['a step with markup', posted(1, { type: 'step', step: '<b>' })],
  ])('is dropped where it is, or has, %s', (_, value) => {
    expect(parsePosted<GuestMessage>(GUEST_SHAPES, value)).toBeUndefined();
  });
});

describe('the gate of a host', () => {
  it('lets nothing in before a hello', () => {
    expect(hostGate().accept(from(posted(1, { type: 'height', height: 9 })))).toBeUndefined();
  });

  it('lets in what comes from its frame, at the expected origin, in order', () => {
    const gate = openedGate();
    expect(gate.accept(from(posted(2, { type: 'height', height: 9 })))).toMatchObject({ n: 2 });
    expect(gate.opened()).toEqual({ session: SESSION, origin: ORIGIN, n: 2 });
  });

  it('drops what another window or another origin says', () => {
    const gate = openedGate();
    const message = posted(2, { type: 'height', height: 9 });
    expect(gate.accept(from(message, { name: 'another' }))).toBeUndefined();
    expect(gate.accept(from(message, null))).toBeUndefined();
    expect(gate.accept(from(message, frame, 'http://example.com'))).toBeUndefined();
    expect(gate.accept(from(message, frame, 'null'))).toBeUndefined();
  });

  it('drops what was said before', () => {
    const gate = openedGate();
    const message = from(posted(5, { type: 'height', height: 9 }));
    expect(gate.accept(message)).toBeDefined();
    expect(gate.accept(message)).toBeUndefined();
    expect(gate.accept(from(posted(4, { type: 'end' })))).toBeUndefined();
    expect(gate.accept(from(posted(1, { type: 'hello' })))).toBeUndefined();
  });

  it('begins anew when the frame is loaded again, and never goes back', () => {
    const gate = openedGate();
    const again = 'fedcba9876543210';
    expect(gate.accept(from(posted(1, { type: 'hello' }, again)))).toBeDefined();
    expect(gate.opened()?.session).toBe(again);
    expect(gate.accept(from(posted(9, { type: 'end' })))).toBeUndefined();
    expect(gate.accept(from(posted(9, { type: 'hello' })))).toBeUndefined();
  });

  it('forgets sessions that ended long ago', () => {
    const gate = openedGate();
    const name = (i: number): string => `session-of-a-frame-${i}`;
    const hello = (i: number) => gate.accept(from(posted(1, { type: 'hello' }, name(i))));
    for (let i = 0; i < 80; i += 1) expect(hello(i)).toBeDefined();
    expect(hello(70)).toBeUndefined();
    expect(hello(3)).toBeDefined();
  });

  it('does not count what other scripts say to the same window', () => {
    const gate = openedGate();
    for (let i = 0; i < 2 * MOST_A_SECOND; i += 1) gate.accept(from({ consent: i }));
    expect(gate.accept(from(posted(2, { type: 'height', height: 9 })))).toBeDefined();
  });

  it('tells the number of the last message that it has let in', () => {
    const gate = openedGate();
    expect(gate.opened()?.n).toBe(1);
    gate.accept(from(posted(7, { type: 'height', height: 9 })));
    gate.accept(from(posted(8, { type: 'height', height: -9 })));
    expect(gate.opened()?.n).toBe(7);
  });

  it('reads only so many messages in a second', () => {
    const clock = { time: 0 };
    const gate = openedGate(clock);
    const send = (n: number) => gate.accept(from(posted(n, { type: 'height', height: n })));
    const read = Array.from({ length: 2 * MOST_A_SECOND }, (_, i) => send(i + 2)).filter(Boolean);
    expect(read.length).toBe(MOST_A_SECOND - 1);
    clock.time = 1000;
    expect(send(5000)).toBeDefined();
  });
});

describe('the gate of a guest', () => {
  const welcome = posted(1, { type: 'welcome', theme: {} });

  it('keeps to the origin that has welcomed it', () => {
    const gate = guestGate();
    expect(gate.accept(from(welcome))).toBeDefined();
    const view = posted(2, { type: 'view', top: 0, height: 700, ack: 0 });
    expect(gate.accept(from(view, frame, 'http://example.com'))).toBeUndefined();
    expect(gate.accept(from(view))).toBeDefined();
  });

  it('drops a welcome for another session, and a second one', () => {
    const gate = guestGate();
    const other = posted(1, { type: 'welcome', theme: {} }, 'fedcba9876543210');
    expect(gate.accept(from(other))).toBeUndefined();
    expect(gate.accept(from(welcome))).toBeDefined();
    expect(gate.accept(from(welcome))).toBeUndefined();
  });
});
