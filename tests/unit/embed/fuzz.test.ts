import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createGate, type Gate, type Incoming } from '../../../src/embed/gate.ts';
import {
  GUEST_SHAPES,
  type GuestMessage,
  HOST_SHAPES,
  type HostMessage,
  parsePosted,
  type Shapes,
} from '../../../src/embed/protocol.ts';
import { pickTheme } from '../../../src/embed/theme-values.ts';

const SESSION = '0123456789abcdef';
const ORIGIN = 'http://example.org';
const RUNS = { numRuns: 10_000 };
const peer = { name: 'the other end' };

/** A clock that no flood stops: each message comes in a second of its own. */
function createClock() {
  let time = 0;
  return () => {
    time += 1000;
    return time;
  };
}

const first = (message: object): Incoming => ({
  source: peer,
  origin: ORIGIN,
  data: { legenda: 1, session: SESSION, n: 1, ...message },
});

function openHost(): Gate<GuestMessage> {
  const gate = createGate<GuestMessage>({
    peer: () => peer,
    origin: ORIGIN,
    opening: 'hello',
    shapes: GUEST_SHAPES,
    now: createClock(),
  });
  gate.accept(first({ type: 'hello' }));
  return gate;
}

function openGuest(): Gate<HostMessage> {
  const gate = createGate<HostMessage>({
    peer: () => peer,
    session: SESSION,
    opening: 'welcome',
    shapes: HOST_SHAPES,
    now: createClock(),
  });
  gate.accept(first({ type: 'welcome', theme: {} }));
  return gate;
}

const ENDS = [
  ['a page', openHost, GUEST_SHAPES as Shapes<{ type: string }>],
  ['a story', openGuest, HOST_SHAPES as Shapes<{ type: string }>],
] as const;

const good = [
  { type: 'hello' },
  { type: 'height', height: 9 },
  { type: 'scroll', top: 300 },
  { type: 'step', step: 'yalu' },
  { type: 'dwell', step: 'yalu', seconds: 3 },
  { type: 'end' },
  { type: 'welcome', theme: { ink: '#000' } },
  { type: 'view', top: 1, height: 2, ack: 0 },
  { type: 'full', on: true },
  { type: 'live', on: true, ack: 1 },
].map((message, i) => ({ legenda: 1, session: SESSION, n: i + 2, ...message }));

const names = [
  ...['legenda', 'session', 'n', 'type', 'height', 'top', 'step', 'seconds', 'theme', 'ack', 'on'],
  '__proto__',
  'constructor',
];
const mutated = fc
  .tuple(fc.constantFrom(...good), fc.constantFrom(...names), fc.anything({ withBigInt: true }))
  .map(([message, name, value]) => ({ ...message, [name]: value }));
const hostile = fc.oneof(fc.anything(), fc.object(), mutated, mutated);

describe.each(ENDS)('10,000 random and mutated messages to %s', (_, open, shapes) => {
  it('from other windows and origins throw nothing and change nothing', () => {
    const gate = open();
    const elsewhere = fc.constantFrom<[unknown, string]>(
      [{}, ORIGIN],
      [null, ORIGIN],
      [peer, 'null'],
      [peer, 'http://example.com'],
    );
    const check = fc.property(hostile, elsewhere, (data, [source, origin]) => {
      expect(gate.accept({ source, origin, data })).toBeUndefined();
    });
    fc.assert(check, RUNS);
    expect(gate.opened()).toEqual({ session: SESSION, origin: ORIGIN, n: 1 });
  });

  it('from the right window and origin are a message in order, or nothing', () => {
    let read = 0;
    const check = fc.property(hostile, (data) => {
      const gate = open();
      const before = { ...gate.opened() };
      const message = gate.accept({ source: peer, origin: ORIGIN, data });
      if (!message) {
        expect(gate.opened()).toEqual(before);
        return;
      }
      read += 1;
      expect(parsePosted(shapes, message)).toEqual(message);
      if (message.session === before.session) expect(message.n).toBeGreaterThan(before.n ?? 0);
      if ('theme' in message) pickTheme((name) => (message.theme as never)[name]);
    });
    fc.assert(check, RUNS);
    // So many of them have come to where they are read.
    expect(read).toBeGreaterThan(300);
  });
});
