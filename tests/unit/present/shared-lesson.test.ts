import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Channel } from '../../../src/present/channel.ts';
import type { Lesson } from '../../../src/present/lesson.ts';
import { openLesson, reduceLesson } from '../../../src/present/reduce-lesson.ts';
import type { SharedLesson, SharedLessonOptions } from '../../../src/present/shared-lesson.ts';
import { anyAction } from './arbitraries.ts';
import { ADDRESS, createFakeNetwork, createFakeTimer, openWindow, story } from './support.ts';

type Noted = [step: string, origin: string];

/** Two windows or more on one network. */
function createClass() {
  const network = createFakeNetwork();
  const timer = createFakeTimer();
  const pass = (milliseconds: number): void => {
    for (let left = milliseconds; left > 0; left -= 100) {
      timer.pass(100);
      network.bringAll();
    }
  };
  const open = (id: string, more: Partial<SharedLessonOptions> = {}) => {
    const channel = network.open();
    const noted: Noted[] = [];
    const onChange = ({ at }: Lesson, origin: string) => void noted.push([at.step, origin]);
    const shared = openWindow(channel, { id, timer, onChange, ...more });
    return { ...shared, channel, noted };
  };
  return { network, pass, open };
}

const ENVELOPE = { legenda: 1, story: ADDRESS, from: 'late' } as const;
const at = (step: string): Lesson => openLesson(story, { step, progress: 1, travel: 0 });

describe('a shared lesson', () => {
  it('is the same in both windows after a change in either', () => {
    const { network, open, pass } = createClass();
    const [one, two] = [open('one'), open('two')];
    pass(1000);
    one.change(at('doubt'));
    network.bringAll();
    expect(two.lesson()).toEqual(at('doubt'));
    two.change(at('cut'));
    network.bringAll();
    expect(one.lesson()).toEqual(at('cut'));
    expect(one.noted.slice(-2)).toEqual([
      ['doubt', 'own'],
      ['cut', 'other'],
    ]);
  });

  it.each(['a', 'z'])('is taken over by a window that opens later, called %s', (name) => {
    const { open, pass } = createClass();
    const projector = open('m', { first: at('doubt') });
    pass(1000);
    const desk = open(name);
    pass(100);
    expect(desk.lesson()).toEqual(at('doubt'));
    expect(desk.noted).toEqual([['doubt', 'joined']]);
    expect(projector.noted).toEqual([]);
  });

  it('is taken over even where both have just been opened', () => {
    const { open, pass } = createClass();
    open('m', { first: at('doubt') });
    pass(200);
    const desk = open('z');
    pass(2000);
    expect(desk.lesson()).toEqual(at('doubt'));
  });

  it('is found again by a window that is loaded anew', () => {
    const { open, pass } = createClass();
    const [projector, desk] = [open('one'), open('two')];
    pass(1000);
    desk.change(at('cut'));
    pass(100);
    projector.dispose();
    projector.channel.close();
    const again = open('three');
    pass(100);
    expect(again.lesson()).toEqual(at('cut'));
  });

  it('is told again to a window that has an older one', () => {
    const { network, open, pass } = createClass();
    const one = open('one');
    pass(1000);
    one.change(at('doubt'));
    one.change(at('cut'));
    const late = network.open();
    const heard: unknown[] = [];
    late.listen((value) => heard.push(value));
    late.post({ ...ENVELOPE, kind: 'lesson', clock: 2, by: 'late', lesson: at('doubt') });
    network.bringAll();
    expect(heard).toMatchObject([{ kind: 'lesson', clock: 3, by: 'one', lesson: at('cut') }]);
  });

  it('does nothing for the lesson that there is', () => {
    const { open, pass } = createClass();
    const one = open('one');
    pass(1000);
    one.change(one.lesson());
    expect(one.noted).toEqual([]);
  });
});

describe('the other windows', () => {
  it('are counted, and missed after six seconds of silence', () => {
    const { open, pass } = createClass();
    const counts: number[] = [];
    open('one', { onPeers: (count) => counts.push(count) });
    const two = open('two');
    const three = open('three');
    pass(10_000);
    expect(counts).toEqual([1, 2]);
    two.dispose();
    pass(100);
    expect(counts.at(-1)).toBe(1);
    three.channel.post = () => {};
    pass(5000);
    expect(counts.at(-1)).toBe(1);
    pass(4000);
    expect(counts.at(-1)).toBe(0);
  });

  it('see the pointer, until it goes or its window does', () => {
    const { open, pass } = createClass();
    const points: unknown[] = [];
    open('one', { onPoint: (point) => points.push(point) });
    const two = open('two');
    two.point([127, 38]);
    two.point(null);
    two.point([127, 39]);
    pass(100);
    two.dispose();
    pass(100);
    expect(points).toEqual([[127, 38], null, [127, 39], null]);
  });
});

describe('hostile messages', () => {
  const lesson = { ...at('cut') };
  const message = {
    ...{ legenda: 1, story: ADDRESS, from: 'x' },
    ...{ kind: 'lesson', clock: 99, by: 'x', lesson },
  };

  it.each<[string, object, boolean]>([
    ['is sound', message, true],
    [
      'stands at no step',
      { ...message, lesson: { ...lesson, at: { ...lesson.at, step: 'no' } } },
      false,
    ],
    ['has seen more steps than there are', { ...message, lesson: { ...lesson, seen: 6 } }, false],
    ['is of another story', { ...message, story: 'https://example.org/' }, false],
    ['has a clock without end', { ...message, clock: Number.POSITIVE_INFINITY }, false],
    ['has a clock that cannot be counted on', { ...message, clock: 2 ** 53 }, false],
  ])('a lesson that %s is taken: %3$s', (_, value, taken) => {
    const { network, open, pass } = createClass();
    const one = open('one');
    pass(1000);
    network.open().post(value as Parameters<Channel['post']>[0]);
    network.bringAll();
    expect(one.lesson().at.step).toBe(taken ? 'cut' : 'opening');
  });
});

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
