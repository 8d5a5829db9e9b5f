import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Action } from '../../../src/present/actions.ts';
import type { DrawnLine, Lesson } from '../../../src/present/lesson.ts';
import { parseMessage } from '../../../src/present/protocol.ts';
import { openLesson, reduceLesson } from '../../../src/present/reduce-lesson.ts';
import { nextIndex } from '../../../src/present/step-place.ts';
import { makeStep } from '../../support/fixture-story.ts';
import { anyAction } from './arbitraries.ts';
import { ADDRESS, STEPS, story } from './support.ts';

const LINE: DrawnLine = [
  [126, 37],
  [127, 38],
];
const opening = openLesson(story);

/** The lesson after some actions, each of them when the window has come to rest. */
function lessonAfter(lesson: Lesson, ...actions: (Action | Action['type'])[]): Lesson {
  return actions.reduce<Lesson>((before, action) => {
    const whole = typeof action === 'string' ? ({ type: action } as Action) : action;
    return reduceLesson(story, before, whole, { playing: false, now: 1000 });
  }, lesson);
}

const visit = (step: string): Action => ({ type: 'visit', step });
const end = (step: string) => ({ step, progress: 1, travel: 0 });

describe('a lesson that opens', () => {
  it('stands at the start of the first step, before it began', () => {
    expect(opening.at).toEqual({ step: 'opening', progress: 0, travel: 0 });
    expect(opening).toMatchObject({ seen: 1, card: 'full', cover: 'none', began: null, lines: [] });
  });

  it('takes over where a reader is, and rests at the end of a step without motion', () => {
    const moving = openLesson(story, { step: 'crossing', progress: 0.5, travel: 0 });
    expect(moving).toMatchObject({ at: { step: 'crossing', progress: 0.5 }, seen: 2 });
    const still = openLesson(story, { step: 'cut', progress: 0.5, travel: 0 });
    expect(still).toMatchObject({ at: end('cut'), seen: 4 });
    expect(openLesson(story, { step: 'cut', progress: 1, travel: 0.7 }).at).toEqual(end('cut'));
  });

  it('counts an unknown step as the first', () => {
    expect(openLesson(story, { step: 'nowhere', progress: 0, travel: 0 })).toEqual(opening);
  });
});

describe('going on', () => {
  it('plays to the end of each step in turn, and stays at the last', () => {
    const places = STEPS.map((_, i) => lessonAfter(opening, ...Array<'next'>(i + 1).fill('next')));
    expect(places.map(({ at }) => at)).toEqual(STEPS.map(end));
    expect(places.every(({ played }) => played)).toBe(true);
    const last = places.at(-1)!;
    expect(lessonAfter(last, 'next')).toBe(last);
  });

  it('first plays what is left of a motion', () => {
    const half = openLesson(story, { step: 'crossing', progress: 0.5, travel: 0 });
    expect(lessonAfter(half, 'next').at).toEqual(end('crossing'));
  });

  it('ends a move that is under way, and goes nowhere else', () => {
    const moving = lessonAfter(opening, 'next', 'next');
    const ended = reduceLesson(story, moving, { type: 'next' }, { playing: true, now: 0 });
    expect(ended).toEqual({ ...moving, played: false });
  });

  it('begins the lesson, once', () => {
    const begun = lessonAfter(opening, 'next');
    expect(begun.began).toBe(1000);
    expect(reduceLesson(story, begun, { type: 'next' }, { playing: false, now: 2000 }).began).toBe(
      1000,
    );
    expect(lessonAfter(begun, { type: 'restart-clock', now: 5000 }).began).toBe(5000);
  });
});

describe('what comes next', () => {
  it('is what going on leads to, wherever the lesson stands', () => {
    for (const [index, { id }] of story.steps.entries()) {
      for (const progress of [0, 0.5, 1]) {
        const lesson = { ...opening, at: { step: id, progress, travel: 0 } };
        const next = story.steps[nextIndex(story, lesson) ?? index]!;
        expect(lessonAfter(lesson, 'next').at.step, `${id} ${progress}`).toBe(next.id);
      }
    }
  });

  it('is the second step where the first, which does not move, is being read', () => {
    const read = openLesson(
      { steps: [makeStep('a'), makeStep('b')] },
      { step: 'a', progress: 0.5, travel: 0 },
    );
    expect(nextIndex({ steps: [makeStep('a'), makeStep('b')] }, read)).toBe(1);
  });
});

describe('beginning again', () => {
  it('leaves nothing of what anybody did, and goes on by itself', () => {
    const used = lessonAfter(
      opening,
      ...(['last', 'card', 'black', 'questions', 'keep'] as const),
      { type: 'draw-line', line: LINE },
    );
    const again = lessonAfter(used, 'begin-again');
    expect(again).toEqual({ ...opening, seen: STEPS.length, autoplay: true });
  });
});

describe('going elsewhere', () => {
  it('is there at once', () => {
    const doubt = lessonAfter(opening, visit('doubt'));
    expect(doubt).toMatchObject({ at: end('doubt'), played: false, seen: 3 });
    expect(lessonAfter(doubt, 'previous').at).toEqual(end('crossing'));
    expect(lessonAfter(doubt, 'first').at).toEqual(opening.at);
    expect(lessonAfter(doubt, 'last').at).toEqual(end('turn'));
  });

  it('goes back from the first step to the opening, and no further', () => {
    const first = lessonAfter(opening, 'next', 'previous');
    expect(first.at).toEqual(opening.at);
    expect(lessonAfter(first, 'previous')).toBe(first);
  });

  it('keeps in mind what has been seen', () => {
    expect(lessonAfter(opening, visit('cut'), 'first').seen).toBe(4);
  });

  it('leaves the lesson as it is where there is no such step, or it is there', () => {
    expect(lessonAfter(opening, visit('nowhere'))).toBe(opening);
    const doubt = lessonAfter(opening, visit('doubt'));
    expect(lessonAfter(doubt, visit('doubt'))).toBe(doubt);
  });

  it('uncovers the screen, closes the questions and drops the lines', () => {
    const full = lessonAfter(opening, 'black', 'questions', { type: 'draw-line', line: LINE });
    expect(full).toMatchObject({ cover: 'black', questions: true, lines: [LINE] });
    const gone = lessonAfter(full, visit('doubt'));
    expect(gone).toMatchObject({ cover: 'none', questions: false, lines: [] });
    expect(lessonAfter(full, 'keep', visit('doubt')).lines).toEqual([LINE]);
  });

  it('keeps questions and lines where the step stays the same', () => {
    const full = lessonAfter(
      opening,
      'white',
      'questions',
      { type: 'draw-line', line: LINE },
      'next',
    );
    expect(full).toMatchObject({ cover: 'none', questions: true, lines: [LINE] });
  });
});

describe('the screen', () => {
  it('shows the card in three ways, in turn', () => {
    const modes = [1, 2, 3].map((n) => lessonAfter(opening, ...Array<'card'>(n).fill('card')).card);
    expect(modes).toEqual(['headline', 'none', 'full']);
  });

  it('is covered, covered otherwise, and uncovered', () => {
    expect(lessonAfter(opening, 'black', 'white').cover).toBe('white');
    expect(lessonAfter(opening, 'black', 'black').cover).toBe('none');
  });
});

describe('drawn lines', () => {
  it('are erased by their places in the list', () => {
    const three = lessonAfter(
      opening,
      ...[0, 1, 2].map(() => ({ type: 'draw-line', line: LINE }) as const),
    );
    expect(lessonAfter(three, { type: 'erase-lines', lines: [0, 2] }).lines).toHaveLength(1);
    expect(lessonAfter(three, { type: 'erase-lines', lines: [7] })).toBe(three);
  });

  it('are thinned and brought into the world, so that every window takes them', () => {
    const long: DrawnLine = Array.from({ length: 5001 }, (_, i) => [170 + i / 250, 95 - i / 100]);
    const [line] = lessonAfter(opening, { type: 'draw-line', line: long }).lines;
    expect(line).toHaveLength(2000);
    expect(line!.at(0)).toEqual([170, 90]);
    expect(line!.at(-1)).toEqual([-170, 45]);
  });

  it('are left out where they are no line', () => {
    expect(lessonAfter(opening, { type: 'draw-line', line: [[1, 2]] })).toBe(opening);
    expect(
      lessonAfter(opening, {
        type: 'draw-line',
        line: [
          [1, 2],
          [Number.NaN, 2],
        ],
      }),
    ).toBe(opening);
  });

  it('are no more than a lesson can hold', () => {
    const full = { ...opening, lines: Array<DrawnLine>(500).fill(LINE) };
    expect(lessonAfter(full, { type: 'draw-line', line: LINE })).toBe(full);
  });
});

describe('any actions', () => {
  it('change no lesson, and give one that other windows take', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyAction, fc.boolean())), (actions) => {
        const last = actions.reduce((lesson, [action, playing]) => {
          const before = structuredClone(lesson);
          const next = reduceLesson(story, lesson, action, { playing, now: 1000 });
          expect(lesson).toEqual(before);
          expect(next.seen).toBeGreaterThanOrEqual(lesson.seen);
          return next;
        }, opening);
        const message = {
          legenda: 1,
          story: ADDRESS,
          from: 'a',
          kind: 'lesson',
          clock: 1,
          by: 'a',
        };
        expect(parseMessage({ ...message, lesson: last }, ADDRESS)).toBeDefined();
      }),
    );
  });
});
