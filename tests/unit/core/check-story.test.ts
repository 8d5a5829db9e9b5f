import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isStory } from '../../../src/core/check-story.ts';
import { describeFrame } from '../../../src/core/describe-frame.ts';
import { legendOf } from '../../../src/core/legend.ts';
import { sampleTimeline } from '../../../src/core/sample-timeline.ts';
import { stepMarkup } from '../../../src/core/step-markup.ts';
import type { Story } from '../../../src/core/story.ts';
import { createTimeline, type Timeline } from '../../../src/core/timeline.ts';
import { createViewport } from '../../../src/core/viewport.ts';
import { readRealStory } from '../../support/fixture-story.ts';

const STORIES = new URL('../../stories/', import.meta.url);

/** What a golden story compiles to; `undefined` where it compiles to nothing. */
function readGolden(name: string): unknown {
  try {
    return JSON.parse(readFileSync(new URL(`${name}/story.json`, STORIES), 'utf8')) ?? undefined;
  } catch {
    return undefined;
  }
}

const golden = readdirSync(STORIES).filter((name) => readGolden(name) !== undefined);

const REAL = readRealStory();

/** A story with a layer of each kind, small enough to be changed thousands of times. */
function smallStory(): Story {
  const story = REAL;
  const steps = story.steps.slice(8, 12);
  const shown = new Set(steps.flatMap(({ show }) => Object.keys(show)));
  const layers = story.layers.filter(({ id }) => shown.has(id));
  return { ...story, steps, layers };
}

type Path = (string | number)[];

/** The paths of all that a value has in it; of long lists the first and the last. */
function pathsIn(value: unknown, at: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [at];
  const keys = Object.keys(value);
  const few = Array.isArray(value) && keys.length > 3 ? [keys[0]!, keys.at(-1)!] : keys;
  const inner = few.flatMap((key) =>
    pathsIn((value as Record<string, unknown>)[key], [...at, key]),
  );
  return at.length > 0 ? [at, ...inner] : inner;
}

/** A copy in which something else stands at a path; `undefined` takes it away. */
function withValue<T>(value: T, [key, ...rest]: Path, other: unknown): T {
  if (key === undefined) return other as T;
  if (Array.isArray(value)) {
    const copy: unknown[] = [...value];
    if (rest.length === 0 && other === undefined) copy.splice(Number(key), 1);
    else copy[Number(key)] = withValue(copy[Number(key)], rest, other);
    return copy as T;
  }
  const copy = { ...(value as Record<string, unknown>) };
  if (rest.length === 0 && other === undefined) delete copy[key];
  else copy[key] = withValue(copy[key as string], rest, other);
  return copy as T;
}

const WINDOWS = [
  [1366, 768],
  [390, 844],
] as const;

/** A story's timelines; `undefined` where its datasets are not what its layers need, of which core says what is wrong. */
function timelinesOf(story: Story): Timeline[] | undefined {
  try {
    return WINDOWS.map(([width, height]) => createTimeline(story, createViewport(width, height)));
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** All that a page makes of a story without a map. */
function render(story: Story, timelines: readonly Timeline[]): void {
  for (const timeline of timelines) {
    for (const [index, step] of story.steps.entries()) {
      stepMarkup(step, { index, count: story.steps.length });
      for (const [progress, travel] of [
        [0, 0],
        [0.5, 0],
        [1, 0.4],
      ] as const) {
        const frame = sampleTimeline(timeline, { step: step.id, progress, travel });
        describeFrame(story, frame);
        legendOf(story, frame);
      }
    }
  }
}

const OTHERS: readonly unknown[] = [
  undefined,
  null,
  true,
  42,
  -1e300,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  '',
  '7',
  'constructor',
  '__proto__',
  [],
  [null],
  {},
  [[[]]],
  JSON.parse('{"__proto__": {"polluted": true}}'),
  'x'.repeat(10_000),
];

describe('isStory', () => {
  it.each(golden)('takes the compiled story %s', (name) => {
    expect(isStory(readGolden(name))).toBe(true);
  });

  it('takes the story that Legenda ships with', () => {
    expect(isStory(readRealStory())).toBe(true);
  });

  it.each([[undefined], [null], [42], ['{}'], [[]], [{}], [{ version: 1, steps: [null] }]])(
    'does not take %j',
    (value) => {
      expect(isStory(value)).toBe(false);
    },
  );

  it.each<[string, Path, unknown]>([
    ['a step that is nothing', ['steps'], [null]],
    ['no steps', ['steps'], []],
    ['a step twice', ['steps', 1, 'id'], smallStory().steps[0]!.id],
    ['a pitch that cannot be', ['steps', 0, 'camera', 'wide', 'pitch', 1], 61],
    ['a kind of layer that is not known', ['layers', 0, 'kind'], 'lightning'],
    ['a language that is none', ['lang'], 'en us!'],
    ['a layer that is not there', ['steps', 1, 'show'], { toString: [1, 1] }],
    ['a place that is not there', ['steps', 1, 'labels'], ['constructor']],
    ['data that are not there', ['layers', 0, 'data'], 'hasOwnProperty'],
    ['days that go back', ['dates'], [20, 10]],
    ['a number that JSON can write and nobody can draw', ['steps', 0, 'play'], Number('1e999')],
  ])('does not take a story with %s', (_, path, other) => {
    expect(isStory(smallStory())).toBe(true);
    expect(isStory(withValue(smallStory(), path, other))).toBe(false);
  });

  it('takes nothing that a page could not draw', () => {
    const story = smallStory();
    const paths = pathsIn(story);
    let refused = 0;
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.constantFrom(...OTHERS), (path, other) => {
        const changed = withValue(story, path, other);
        const timelines = isStory(changed) ? timelinesOf(changed) : undefined;
        if (timelines) render(changed, timelines);
        else refused += 1;
      }),
      { numRuns: 600 },
    );
    expect(refused).toBeGreaterThan(200);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });
});
