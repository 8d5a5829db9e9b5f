import { clamp } from './easing.ts';
import type { Viewport } from './viewport.ts';

/** Height of the bar with the timeline, in sizes of type. */
const BAR = 3.6;

/**
 * The size of type for the last row of a classroom, 18 to 64 CSS pixels: 2.6 % of the screen's height or
 * 1.46 % of its width, whichever is less; 28 at 1920 by 1080.
 */
export function typeSize(width: number, height: number): number {
  return clamp(Math.min(width * 0.0146, height * 0.026), 18, 64);
}

/**
 * The viewport of a screen that a story is presented on, `width` by `height` CSS pixels: the map fills
 * it, and beside or above it is kept free what the text of a step takes, `card`.
 */
export function presentViewport(
  width: number,
  height: number,
  card: 'full' | 'headline' | 'none',
): Viewport {
  const type = typeSize(width, height);
  const bar = Math.round(type * BAR);
  const edge = Math.round(type * 1.4);
  const full = card === 'full' && width >= 720;
  const cardWidth = Math.round(full ? clamp(width * 0.38, 420, 36 * type) : width - 2 * edge);
  return {
    kind: 'wide',
    width,
    height,
    stage: { width, height },
    padding: {
      top: Math.round(card === 'headline' ? type * 6 : type * 4),
      right: edge,
      // A legend beside a card has more lines.
      bottom: bar + Math.round(type * (full ? 5.6 : 3.4)),
      left: full ? 2 * edge + cardWidth : edge,
    },
    bar,
    card: { left: edge, width: cardWidth, top: edge, bottom: height - bar - edge },
    readingLine: Math.round(height / 2),
    scale: type / 14,
    nearer: nearerIn(width, height),
  };
}

/** Zoom levels between a stage of this size and the window that authors have in mind, 1366 by 768. */
const nearerIn = (width: number, height: number): number =>
  Math.log2(Math.min(width / 1366, height / 768));

/** The viewport of a map in a box of `width` by `height` CSS pixels, with nothing over it. */
export function boxViewport(width: number, height: number): Viewport {
  const edge = Math.round(Math.min(width, height) * 0.06);
  return {
    kind: 'wide',
    width,
    height,
    stage: { width, height },
    padding: { top: edge, right: edge, bottom: edge, left: edge },
    bar: 0,
    card: { left: 0, width: 0, top: 0, bottom: height },
    readingLine: Math.round(height / 2),
    nearer: nearerIn(width, height),
  };
}
