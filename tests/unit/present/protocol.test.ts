import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMessage } from '../../../src/present/protocol.ts';
import { openLesson } from '../../../src/present/reduce-lesson.ts';
import { ADDRESS, story } from './support.ts';

const envelope = { legenda: 1, story: ADDRESS, from: 'window-1' };
const lesson = openLesson(story);
const told = { ...envelope, kind: 'lesson', clock: 3, by: 'window-2', lesson };
const parse = (value: unknown) => parseMessage(value, ADDRESS);
const withLesson = (parts: object) => ({ ...told, lesson: { ...lesson, ...parts } });
const line = (length: number) => Array.from({ length }, () => [127, 38]);

describe('a message', () => {
  it.each([
    { ...envelope, kind: 'hello' },
    told,
    { ...envelope, kind: 'point', at: [127, 38] },
    { ...envelope, kind: 'point', at: null },
    { ...envelope, kind: 'moving', moving: true },
    { ...envelope, kind: 'bye' },
    withLesson({ began: 1_700_000_000_000, lines: [line(2000)] }),
  ])('of kind $kind is read as it was sent', (message) => {
    expect(parse(structuredClone(message))).toEqual(message);
  });
});

describe('dropped is', () => {
  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a text', JSON.stringify(told)],
    ['a list', [told]],
    ['a message of another version', { ...told, legenda: 2 }],
    ['a message of another story', { ...told, story: `${ADDRESS}?x` }],
    ['a message without a sender', { ...told, from: '' }],
    ['a sender with a very long name', { ...told, from: 'a'.repeat(1000) }],
    ['a message of no known kind', { ...envelope, kind: 'eval' }],
    ['a message with more than belongs there', { ...envelope, kind: 'hello', more: 1 }],
    ['a message that lacks a key', { ...told, by: undefined }],
    ['inherited keys', Object.create(told)],
    ['a prototype in disguise', JSON.parse(`{"__proto__":{},${JSON.stringify(told).slice(1)}`)],
    ['a prototype in the lesson', withLesson(JSON.parse('{"__proto__":{"x":1}}'))],
    ...[Number.POSITIVE_INFINITY, Number.NaN, 2 ** 53, -1, 0, 1.5, '3'].map(
      (clock): [string, unknown] => [`a clock of ${clock}`, { ...told, clock }],
    ),
    ['a pointer outside the world', { ...envelope, kind: 'point', at: [181, 0] }],
    ['a pointer beyond the pole', { ...envelope, kind: 'point', at: [0, 90.5] }],
    ['a pointer that is no number', { ...envelope, kind: 'point', at: [Number.NaN, 0] }],
    ['a pointer of three numbers', { ...envelope, kind: 'point', at: [1, 2, 3] }],
    ['a step that is no text', withLesson({ at: { step: 7, progress: 1, travel: 0 } })],
    ['progress above 1', withLesson({ at: { step: 'cut', progress: 1.1, travel: 0 } })],
    ['a lesson between two steps', withLesson({ at: { step: 'cut', progress: 1, travel: 0.5 } })],
    ['no step seen', withLesson({ seen: 0 })],
    ['a move that is no yes or no', { ...envelope, kind: 'moving', moving: 1 }],
    ['an unknown card', withLesson({ card: 'huge' })],
    ['an unknown cover', withLesson({ cover: 'red' })],
    ['a flag that is a number', withLesson({ autoplay: 1 })],
    ['a beginning without end', withLesson({ began: Number.POSITIVE_INFINITY })],
    ['a line of one place', withLesson({ lines: [line(1)] })],
    ['a line that is too long', withLesson({ lines: [line(2001)] })],
    ['too many lines', withLesson({ lines: Array(501).fill(line(2)) })],
    ['a list of four thousand million holes', withLesson({ lines: new Array(2 ** 32 - 1) })],
    ['a line with a hole', withLesson({ lines: [new Array(2)] })],
  ])('%s', (_, value) => {
    expect(parse(value)).toBeUndefined();
  });

  it('whatever else there is', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withSparseArray: true }), (value) => {
        expect(parse(value)).toBeUndefined();
        expect(parse({ ...told, lesson: value })).toBeUndefined();
      }),
    );
  });
});
