import { describe, expect, it } from 'vitest';
import { createSvgPen } from '../../../src/still/svg-path.ts';

const ring = (pen: ReturnType<typeof createSvgPen>, points: [number, number][]): void => {
  const [[x, y], ...rest] = points as [[number, number], ...[number, number][]];
  pen.moveTo(x, y);
  for (const point of rest) pen.lineTo(...point);
  pen.closePath();
};

describe('createSvgPen', () => {
  it('writes an islet that is too small for a shape as a square of half a pixel in its middle', () => {
    const pen = createSvgPen();
    ring(pen, [
      [10.1, 20],
      [10.3, 20.1],
      [10.2, 20.2],
    ]);
    const [, x, y] = /^M([\d.]+) ([\d.]+)h\.5v\.5h-\.5z$/.exec(pen.data()) ?? [];
    expect(Math.abs(Number(x) + 0.25 - 10.2)).toBeLessThanOrEqual(0.25);
    expect(Math.abs(Number(y) + 0.25 - 20.1)).toBeLessThanOrEqual(0.25);
  });

  it('writes islets that lie together once', () => {
    const islet: [number, number][] = [
      [10.1, 20.1],
      [10.4, 20.1],
      [10.4, 20.4],
    ];
    const [one, three] = [createSvgPen(), createSvgPen()];
    ring(one, islet);
    for (let i = 0; i < 3; i += 1) ring(three, islet);
    expect(one.data()).not.toBe('');
    expect(three.data()).toBe(one.data());
  });

  it('writes an island with its shape', () => {
    const pen = createSvgPen();
    ring(pen, [
      [10, 20],
      [14, 20],
      [14, 25],
      [10, 25],
    ]);
    expect(pen.data()).toBe('M10 20l4 0 0 5-4 0z');
  });
});
