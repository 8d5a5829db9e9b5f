import { describe, expect, it } from 'vitest';
import { type Mask, maskDistance } from '../../../scripts/mask-distance.ts';

const WIDTH = 60;
const OPAQUE = { drawn: 90, touched: 20 };

/** A picture of 60 by 60 pixels in which some are drawn. */
function picture(points: readonly [x: number, y: number, opacity?: number][]): Mask {
  const opacities = new Uint8Array(WIDTH * WIDTH);
  for (const [x, y, opacity = 255] of points) opacities[y * WIDTH + x] = opacity;
  return { opacities, width: WIDTH };
}

const row = (y: number, from = 5, to = 55): [number, number][] =>
  Array.from({ length: to - from }, (_, i) => [from + i, y]);

describe('maskDistance', () => {
  it('is 0 between a picture and itself', () => {
    expect(maskDistance(picture(row(20)), picture(row(20)), OPAQUE)).toEqual({ most: 0, all: 0 });
  });

  it('is as far as a line has been moved', () => {
    for (const far of [1, 2, 3, 11]) {
      const apart = maskDistance(picture(row(20)), picture(row(20 + far)), OPAQUE);
      expect(apart).toEqual({ most: far, all: far });
    }
  });

  it('is 12 at most, also for what only one of the two has', () => {
    const far = { most: 12, all: 12 };
    expect(maskDistance(picture(row(10)), picture(row(40)), OPAQUE)).toEqual(far);
    expect(maskDistance(picture(row(10)), picture([]), OPAQUE)).toEqual(far);
    expect(maskDistance(picture([]), picture(row(10)), OPAQUE)).toEqual(far);
    expect(maskDistance(picture([[20, 20]]), picture([[32, 32]]), OPAQUE)).toEqual(far);
  });

  it('leaves one pixel of a hundred aside, and no more', () => {
    const lines = [...row(20), ...row(30)];
    expect(maskDistance(picture([...lines, [50, 50]]), picture(lines), OPAQUE)).toEqual({
      most: 0,
      all: 12,
    });
    const more: [number, number][] = [...lines, [50, 50], [51, 50]];
    expect(maskDistance(picture(more), picture(lines), OPAQUE)).toEqual({ most: 12, all: 12 });
  });

  it('counts each way by itself: much of one does not make up for little of the other', () => {
    const many = [...row(10), ...row(20), ...row(30), ...row(40), ...row(50)];
    const few = picture([...row(20, 5, 15), [58, 1]]);
    expect(maskDistance(few, picture(many), OPAQUE)?.most).toBeGreaterThan(8);
    expect(maskDistance(picture(many), few, OPAQUE)?.most).toBe(12);
  });

  it('compares with what is faint in the other, and does not ask of what is faint itself', () => {
    const faint = picture(row(20).map(([x, y]) => [x, y, 30]));
    expect(maskDistance(picture(row(20)), faint, OPAQUE)).toEqual({ most: 0, all: 0 });
    expect(maskDistance(faint, faint, OPAQUE)).toBeUndefined();
  });

  it('does not take the end of a row for the start of the next', () => {
    const [end, start] = [picture([[59, 10]]), picture([[0, 11]])];
    expect(maskDistance(end, start, OPAQUE)).toEqual({ most: 12, all: 12 });
  });

  it('is undefined where there is nothing', () => {
    expect(maskDistance(picture([]), picture([]), OPAQUE)).toBeUndefined();
  });
});
