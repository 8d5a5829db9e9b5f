import { beforeAll, describe, expect, it } from 'vitest';
import { createStillPress } from '../../../src/cli/stills.ts';
import { handoutStillSize } from '../../../src/compiler/handout-style.ts';
import { readRealStory } from '../../support/fixture-story.ts';

const story = readRealStory();
const size = handoutStillSize({ paper: 'a4', notes: true });
let sheets: Map<string, string>;

beforeAll(async () => {
  sheets = await createStillPress().sheets(story, size);
}, 180_000);

/** Where the marks of places stand in a picture. */
function marksOf(svg: string): [x: number, y: number][] {
  const group = /<g class="place-marks">(.*?)<\/g>/.exec(svg)?.[1] ?? '';
  return [...group.matchAll(/ cx="([-.\d]+)" cy="([-.\d]+)"/g)].map(([, x, y]) => [
    Number(x),
    Number(y),
  ]);
}

describe('the maps of a handout', () => {
  it('are one a step, each with its marks', () => {
    expect([...sheets.keys()]).toEqual(story.steps.map(({ id }) => id));
    expect([...sheets.values()].flatMap(marksOf).length).toBeGreaterThan(80);
  });

  it('have no place under their date', () => {
    const under = [...sheets].flatMap(([step, svg]) =>
      marksOf(svg)
        .filter(([x, y]) => y > 0 && y < 60 && x > 0 && x < 240)
        .map((mark) => [step, ...mark]),
    );
    expect(under).toEqual([]);
  });
});
