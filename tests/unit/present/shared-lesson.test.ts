import { describe, expect, it } from 'vitest';
import type { Channel } from '../../../src/core/channel.ts';
import type { Lesson } from '../../../src/present/lesson.ts';
import { openLesson } from '../../../src/present/reduce-lesson.ts';
import type { SharedLessonOptions } from '../../../src/present/shared-lesson.ts';
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

describe('a window that moves', () => {
  it('is known to the others, to one that opens meanwhile too, until it rests or goes', () => {
    const { open, pass } = createClass();
    const counts: number[] = [];
    const one = open('one', { onPeers: (count) => counts.push(count) });
    const two = open('two');
    two.moves(true);
    pass(100);
    expect(one.isMoving()).toBe(true);
    const three = open('three');
    pass(100);
    expect([three.isMoving(), two.isMoving()]).toEqual([true, false]);
    expect(counts).toEqual([1, 1, 2]);
    two.moves(false);
    pass(100);
    expect(three.isMoving()).toBe(false);
    two.moves(true);
    pass(100);
    two.dispose();
    pass(100);
    expect([one.isMoving(), three.isMoving()]).toEqual([false, false]);
  });
});

describe('a page that is left', () => {
  it('is gone at once with its pointer, and back with the lesson of the others when it says hello', () => {
    const { open, pass } = createClass();
    const noted: unknown[] = [];
    const note = (value: unknown) => void noted.push(value);
    const one = open('one', { onPeers: note, onPoint: note });
    const two = open('two');
    pass(1000);
    two.point([127, 38]);
    two.bye();
    pass(100);
    expect(noted).toEqual([1, [127, 38], 0, null]);
    one.change(at('cut'));
    // What it would answer now, nobody is to hear.
    two.point([1, 1]);
    pass(100);
    expect(noted).toHaveLength(4);
    two.hello();
    pass(100);
    expect(noted.at(-1)).toBe(1);
    expect(two.lesson()).toEqual(at('cut'));
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
