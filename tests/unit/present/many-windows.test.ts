import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Channel } from '../../../src/core/channel.ts';
import type { Lesson } from '../../../src/present/lesson.ts';
import { openLesson, reduceLesson } from '../../../src/present/reduce-lesson.ts';
import type { SharedLesson } from '../../../src/present/shared-lesson.ts';
import { anyAction } from './arbitraries.ts';
import { createFakeNetwork, createFakeTimer, openWindow, story } from './support.ts';

const at = (step: string): Lesson => openLesson(story, { step, progress: 1, travel: 0 });

const window = fc.nat(9);
const event = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('act' as const), window, action: anyAction }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('bring' as const),
      pick: fc.nat(),
      twice: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('pass' as const), time: fc.nat(3000) }) },
  fc.record({ do: fc.constantFrom('reload' as const, 'close' as const), window }),
  fc.record({ do: fc.constant('open' as const), step: fc.constantFrom('opening', 'cut', 'turn') }),
);

type Event = typeof event extends fc.Arbitrary<infer T> ? T : never;

interface OpenWindow {
  shared: SharedLesson;
  channel: Channel;
}

/** Windows that live through some events, then time in which all messages come. */
function live(events: readonly Event[], count: number): Lesson[] {
  const network = createFakeNetwork();
  const timer = createFakeTimer();
  const windows: OpenWindow[] = [];
  let named = 0;
  const open = (step: string): void => {
    const channel = network.open();
    // Names that do not grow with age: the younger one may have the greater and the smaller.
    const id = `${(named++ * 7) % 11}-${named}`;
    windows.push({ shared: openWindow(channel, { id, timer, first: at(step) }), channel });
  };
  const close = (index: number): void => {
    const [closed] = windows.splice(index % windows.length, 1);
    closed?.shared.dispose();
    closed?.channel.close();
  };
  const happen = (one: Event): void => {
    if (one.do === 'bring') network.bring(one.pick, one.twice);
    else if (one.do === 'pass') timer.pass(one.time);
    else if (one.do === 'open') open(one.step);
    else if (one.do === 'act') {
      const { shared } = windows[one.window % windows.length]!;
      const options = { playing: false, now: 1 };
      shared.change(reduceLesson(story, shared.lesson(), one.action, options));
    } else {
      if (one.do === 'close' && windows.length === 1) return;
      close(one.window);
      if (one.do === 'reload') open('opening');
    }
  };
  for (let i = 0; i < count; i++) open('opening');
  events.forEach(happen);
  for (let i = 0; i < 10; i++) {
    network.bringAll();
    timer.pass(1000);
  }
  network.bringAll();
  return windows.map(({ shared }) => shared.lesson());
}

describe('windows in any number', () => {
  it('have the same lesson in the end, whatever came in whatever order', () => {
    fc.assert(
      fc.property(
        fc.array(event, { maxLength: 80 }),
        fc.integer({ min: 1, max: 5 }),
        (events, n) => {
          const [first, ...others] = live(events, n);
          for (const other of others) expect(other).toEqual(first);
        },
      ),
      { numRuns: 200 },
    );
  });
});
