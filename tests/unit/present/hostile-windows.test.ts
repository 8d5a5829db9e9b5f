import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Lesson } from '../../../src/present/lesson.ts';
import { LIMITS } from '../../../src/present/limits.ts';
import { parseMessage } from '../../../src/present/protocol.ts';
import { openLesson, reduceLesson } from '../../../src/present/reduce-lesson.ts';
import type { SharedLessonOptions } from '../../../src/present/shared-lesson.ts';
import {
  ADDRESS,
  createFakeNetwork,
  createFakeTimer,
  openWindow,
  STEPS,
  story,
} from './support.ts';

/** Windows of one lesson, and one that says what it likes. */
function createClass() {
  const network = createFakeNetwork();
  const timer = createFakeTimer();
  const hostile = network.open();
  const heard: { kind: string; from: string }[] = [];
  hostile.listen((value) => void heard.push(value as (typeof heard)[number]));
  const pass = (milliseconds: number): void => {
    for (let left = milliseconds; left > 0; left -= 100) {
      timer.pass(100);
      network.bringAll();
    }
  };
  const open = (id: string, more: Partial<SharedLessonOptions> = {}) =>
    openWindow(network.open(), { id, timer, ...more });
  const say = (message: object): void => {
    hostile.post({ legenda: 1, story: ADDRESS, from: 'zz-hostile', ...message });
    network.bringAll();
  };
  return { network, pass, open, say, heard };
}

const at = (step: string): Lesson => openLesson(story, { step, progress: 1, travel: 0 });

const lessonAt = (clock: number, step = 'doubt') => ({
  kind: 'lesson',
  clock,
  by: 'zz-hostile',
  lesson: at(step),
});

/** Clocks near and far, as attackers choose them. */
const clocks = fc.oneof(
  fc.constantFrom(1e6, 1e6 + 1, 1e9, 1e15, 1e15 + 1, 2 ** 53 - 1, 2 ** 53, 1, 2, 0, -1, 1.5),
  fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
);

describe('a window that says what it likes', () => {
  it.each([1e6, 1e9, 1e12, 1e15, Number.MAX_SAFE_INTEGER])(
    'cuts nobody off by the clock %d',
    (clock) => {
      const { open, pass, say } = createClass();
      const [one, two] = [open('one'), open('two')];
      pass(1000);
      say(lessonAt(clock));
      one.change(at('doubt'));
      pass(100);
      expect([one, two].map((each) => each.lesson())).toEqual([at('doubt'), at('doubt')]);
      const late = open('late');
      pass(3000);
      late.change(at('cut'));
      pass(100);
      expect([one, two, late].map((each) => each.lesson().at.step)).toEqual(Array(3).fill('cut'));
    },
  );

  it('cuts nobody off who opens while it talks', () => {
    const { open, pass, say } = createClass();
    const one = open('one');
    pass(1000);
    const late = open('late');
    say(lessonAt(Number.MAX_SAFE_INTEGER - 1));
    pass(5000);
    late.change(at('doubt'));
    pass(100);
    expect([one, late].map((each) => each.lesson().at.step)).toEqual(['doubt', 'doubt']);
  });

  it('with any clocks, whenever it is silent again, leaves all windows with one lesson', () => {
    const saying = fc.array(fc.record({ clock: clocks, wait: fc.nat(20), late: fc.boolean() }), {
      maxLength: 12,
    });
    const check = fc.property(saying, (messages) => {
      const { open, pass, say } = createClass();
      const windows = [open('one'), open('two')];
      for (const [index, { clock, wait, late }] of messages.entries()) {
        if (late && windows.length < 5) windows.push(open(`late-${index}`));
        say(lessonAt(clock));
        pass(100 * wait);
      }
      pass(8000);
      for (const [index, each] of windows.entries()) {
        const step = STEPS[index % STEPS.length]!;
        each.change(at(step));
        pass(3000);
        expect(windows.map((other) => other.lesson().at.step)).toEqual(windows.map(() => step));
      }
    });
    fc.assert(check, { numRuns: 60 });
  });

  it('with 20,000 hellos under made-up names gets few answers, and is forgotten', () => {
    const { open, pass, say, heard } = createClass();
    const counts: number[] = [];
    const one = open('one', { onPeers: (count) => counts.push(count) });
    const two = open('two');
    pass(1000);
    const before = heard.length;
    for (let i = 0; i < 20_000; i++) say({ kind: 'hello', from: `made-up-${i}` });
    pass(1000);
    expect(heard.slice(before).filter(({ kind }) => kind === 'lesson').length).toBeLessThan(60);
    expect(Math.max(...counts)).toBeLessThanOrEqual(50);
    one.change(at('doubt'));
    pass(100);
    expect(two.lesson()).toEqual(at('doubt'));
    pass(10_000);
    expect(counts.at(-1)).toBe(1);
  });

  it('asked by many at once, a window still tells each of them the lesson', () => {
    const { open, pass } = createClass();
    const one = open('one');
    pass(1000);
    one.change(at('doubt'));
    const many = Array.from({ length: 20 }, (_, i) => open(`many-${i}`));
    pass(300);
    expect(many.map((each) => each.lesson().at.step)).toEqual(many.map(() => 'doubt'));
  });
});

describe('what is drawn', () => {
  const line = (places: number) =>
    Array.from({ length: places }, (_, i): [number, number] => [i % 90, 40]);

  it('is no more than a message may hold, however much is drawn', () => {
    const options = { playing: false, now: 0 };
    let lesson = at('doubt');
    for (let i = 0; i < 100; i++) {
      lesson = reduceLesson(story, lesson, { type: 'draw-line', line: line(9000) }, options);
    }
    const places = lesson.lines.reduce((sum, { length }) => sum + length, 0);
    expect(places).toBeGreaterThan(LIMITS.allPlaces / 2);
    const message = { legenda: 1, story: ADDRESS, from: 'one', ...lessonAt(3), lesson };
    expect(parseMessage(message, ADDRESS)).toEqual(message);
  });

  it('is no message where it is more', () => {
    const lines = Array.from({ length: 26 }, () => line(2000));
    const lesson = { ...at('doubt'), lines };
    const message = { legenda: 1, story: ADDRESS, from: 'one', ...lessonAt(3), lesson };
    expect(parseMessage(message, ADDRESS)).toBeUndefined();
    expect(parseMessage({ ...message, lesson: at('doubt') }, ADDRESS)).toBeDefined();
  });
});
