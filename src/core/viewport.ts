import { clamp } from './easing.ts';
import type { ViewportKind } from './story.ts';

/** Pixels of the stage that text covers, so that the camera frames what is left. CSS pixels. */
export interface Padding {
  top: number;
  right: number;
  bottom: number;
  left: number;
}

/** A rectangle of a stage or of a picture: CSS pixels from its left and its upper edge. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Where the page draws what: the visible pixels, and how cards and camera share them. CSS pixels. */
export interface Viewport {
  kind: ViewportKind;
  /** Size of the window. */
  width: number;
  height: number;
  /** Size of the stage: the window, or the pane above the cards on a phone. */
  stage: { width: number; height: number };
  /** Part of the stage that text covers. */
  padding: Padding;
  /** Height of the bar that lies over the stage's lower edge; 0 where it is beside the stage. */
  bar: number;
  /** The card column. `top` is where a card comes to rest, `bottom` the lowest visible line. */
  card: { left: number; width: number; top: number; bottom: number };
  /** Height of the reading line: the camera is still while a card crosses it. */
  readingLine: number;
  /** How much larger than on a page names, marks and strokes are. Default 1. */
  scale?: number;
  /** Zoom levels added to cameras whose zoom an author gave, for the size of the stage. Default 0. */
  nearer?: number;
}

/** Narrower than this, in CSS pixels, a window is a phone: the map above, the cards below. */
export const PHONE_BELOW = 720;

const TIMELINE_HEIGHT = 72;
/** Three lines of legend over the timeline, and the map's credit under them. */
const LEGEND_HEIGHT = 110;

function phoneViewport(width: number, height: number): Viewport {
  const pane = Math.round(height * 0.54);
  return {
    kind: 'phone',
    width,
    height,
    stage: { width, height: pane },
    padding: { top: Math.min(78, Math.round(pane * 0.18)), right: 60, bottom: 26, left: 30 },
    bar: 0,
    card: { left: 0, width, top: pane, bottom: height - TIMELINE_HEIGHT },
    readingLine: Math.round(pane + (height - pane) * 0.5),
  };
}

function wideViewport(width: number, height: number): Viewport {
  const left = Math.round(clamp(width * 0.026, 16, 56));
  const cardWidth = Math.round(clamp(width * 0.32, 300, 460));
  const short = height < 560;
  return {
    kind: 'wide',
    width,
    height,
    stage: { width, height },
    padding: {
      top: short ? 56 : 104,
      right: Math.round(clamp(width * 0.03, 24, 72)),
      bottom: TIMELINE_HEIGHT + (short ? 8 : LEGEND_HEIGHT),
      left: left + cardWidth + Math.round(clamp(width * 0.03, 24, 72)),
    },
    bar: TIMELINE_HEIGHT,
    card: {
      left,
      width: cardWidth,
      top: short ? 48 : Math.round(clamp(height * 0.115, 72, 120)),
      bottom: height - TIMELINE_HEIGHT - 12,
    },
    readingLine: Math.round(height * 0.55),
  };
}

/**
 * The viewport of a window of `width` by `height` CSS pixels (each at least 1). The page's style
 * and the camera both read it, so a card never stands where the camera thinks the map is free.
 */
export function createViewport(width: number, height: number): Viewport {
  const w = Math.max(1, Math.round(width));
  const h = Math.max(1, Math.round(height));
  return w < PHONE_BELOW ? phoneViewport(w, h) : wideViewport(w, h);
}

/**
 * The sides of the column in which cards come and go over the stage, as boxes without width: a name may lie
 * under a card, but none is cut in two by one.
 */
export function cardSides({ card, stage }: Viewport): Box[] {
  return [card.left, card.left + card.width].map((x) => ({
    left: x,
    right: x,
    top: 0,
    bottom: stage.height,
  }));
}
