import { describe, expect, it } from 'vitest';
import { boxViewport, presentViewport, typeSize } from '../../../src/core/present-viewport.ts';

describe('typeSize', () => {
  it('is 28 px for a class at 1920 by 1080, and grows with the screen', () => {
    expect(typeSize(1920, 1080)).toBeCloseTo(28, 0);
    expect(typeSize(3840, 2160)).toBeCloseTo(56, 0);
  });

  it('can still be read on a small screen', () => {
    expect(typeSize(640, 360)).toBe(18);
  });
});

describe('presentViewport', () => {
  it('fills the screen with the map', () => {
    expect(presentViewport(1920, 1080, 'full').stage).toEqual({ width: 1920, height: 1080 });
  });

  it.each([
    [1024, 768],
    [1920, 1080],
    [3840, 2160],
  ])('keeps the card of a screen of %i by %i free of the picture', (width, height) => {
    const { card, padding } = presentViewport(width, height, 'full');
    expect(padding.left).toBeGreaterThan(card.left + card.width);
    expect(card.bottom).toBeLessThan(height);
    expect(width - padding.left - padding.right).toBeGreaterThan(width * 0.45);
  });

  it('gives the picture the whole width where there is no card beside it', () => {
    for (const card of ['headline', 'none'] as const) {
      const { padding } = presentViewport(1920, 1080, card);
      expect(padding.left).toBe(padding.right);
    }
    expect(presentViewport(1920, 1080, 'headline').padding.top).toBeGreaterThan(
      presentViewport(1920, 1080, 'none').padding.top,
    );
  });

  it('draws names and strokes larger by the same measure as its type', () => {
    const { scale = 1 } = presentViewport(3840, 2160, 'full');
    expect(scale / (presentViewport(1920, 1080, 'full').scale ?? 1)).toBeCloseTo(2, 5);
  });

  it('shows on a larger screen as much of the world as on a smaller', () => {
    const small = presentViewport(1366, 768, 'full').nearer ?? 0;
    expect(presentViewport(2732, 1536, 'full').nearer).toBeCloseTo(small + 1, 6);
    expect(boxViewport(683, 384).nearer).toBeCloseTo(small - 1, 6);
  });
});
