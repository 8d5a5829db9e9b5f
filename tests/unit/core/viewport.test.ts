import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createViewport, PHONE_BELOW } from '../../../src/core/viewport.ts';

const width = fc.integer({ min: 320, max: 3840 });
const height = fc.integer({ min: 320, max: 2160 });

describe('createViewport', () => {
  it('is a phone below its limit, and wide from there on', () => {
    expect(createViewport(PHONE_BELOW - 1, 800).kind).toBe('phone');
    expect(createViewport(PHONE_BELOW, 800).kind).toBe('wide');
  });

  it('leaves a part of the stage free of text', () => {
    fc.assert(
      fc.property(width, height, (w, h) => {
        const { stage, padding } = createViewport(w, h);
        expect(stage.width - padding.left - padding.right).toBeGreaterThan(200);
        expect(stage.height - padding.top - padding.bottom).toBeGreaterThan(50);
        expect(Math.min(...Object.values(padding))).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 500 },
    );
  });

  it('never lets a card stand where the camera thinks the map is free', () => {
    fc.assert(
      fc.property(width, height, (w, h) => {
        const { kind, stage, padding, card } = createViewport(w, h);
        if (kind === 'wide') expect(card.left + card.width).toBeLessThan(padding.left);
        else expect(card.top).toBeGreaterThanOrEqual(stage.height);
      }),
      { numRuns: 500 },
    );
  });

  it('has the reading line under the top of a card at rest, and above the lowest text', () => {
    fc.assert(
      fc.property(width, height, (w, h) => {
        const { card, readingLine } = createViewport(w, h);
        expect(readingLine).toBeGreaterThan(card.top);
        expect(readingLine).toBeLessThan(card.bottom);
        expect(card.bottom).toBeLessThan(h);
      }),
      { numRuns: 500 },
    );
  });

  it('lets every card be as wide as can be read, inside the window', () => {
    fc.assert(
      fc.property(width, height, (w, h) => {
        const { card } = createViewport(w, h);
        expect(card.width).toBeGreaterThanOrEqual(300);
        expect(card.left + card.width).toBeLessThanOrEqual(w);
      }),
    );
  });

  it('is whole pixels, at least one, whatever it is asked for', () => {
    const { width: w, height: h, stage } = createViewport(0, 767.6);
    expect([w, h, stage.width]).toEqual([1, 768, 1]);
    expect(createViewport(1366.4, 768)).toEqual(createViewport(1366, 768));
  });
});
