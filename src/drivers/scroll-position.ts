import { clamp01 } from '../core/easing.ts';
import type { Playhead } from '../core/playhead.ts';

/** A step's place in the document, CSS pixels from the document's top. */
export interface StepBox {
  id: string;
  /** Top of the step, where its card begins. */
  top: number;
  /** Bottom of the room in which its card rests. */
  bottom: number;
  /** Height of its card. */
  card: number;
}

/** All that decides which playhead a scroll position is. CSS pixels. */
export interface ScrollLayout {
  /** In reading order; each begins where the one before has ended, or lower. */
  boxes: readonly StepBox[];
  /** Height in the window at which a card comes to rest. */
  rest: number;
  /** The lowest height in the window at which text can be read. */
  lowest: number;
  /** Height in the window of the reading line. */
  readingLine: number;
}

const lengthsOf = ({ boxes, rest, lowest, readingLine }: ScrollLayout): number[] => [
  ...[rest, lowest, readingLine],
  ...boxes.flatMap(({ top, bottom, card }) => [top, bottom, card]),
];

/** Whether two layouts of the same steps are equal to a tenth of a pixel. */
export function isSameLayout(a: ScrollLayout, b: ScrollLayout): boolean {
  const others = lengthsOf(b);
  return lengthsOf(a).every((length, i) => Math.abs(length - (others[i] ?? 0)) < 0.1);
}

/** Scroll positions at which something begins or ends for a step. */
interface Marks {
  /** The card's top crosses the reading line, the card before has been read: the map has come. */
  arrive: number;
  /** The card has come to rest: the step begins. */
  start: number;
  /** The card has been read and moves on: the step ends. */
  end: number;
  /** The card's bottom has crossed the reading line: the map leaves. */
  leave: number;
}

/**
 * Where in the window a card stops: at the resting height, or, where it is too tall to be seen
 * whole, as far up as shows its last line. CSS pixels; below 0 for cards taller than the window.
 */
export function restingTop(card: number, { rest, lowest }: Pick<ScrollLayout, 'rest' | 'lowest'>) {
  return Math.min(rest, lowest - card);
}

/** The marks of all steps; a step is over before the next begins, however low its card is. */
function marksOf(layout: ScrollLayout): Marks[] {
  let left = Number.NEGATIVE_INFINITY;
  return layout.boxes.map((box) => {
    const start = box.top - layout.rest;
    const end = Math.max(start, box.bottom - box.card - restingTop(box.card, layout));
    const arrive = Math.min(start, Math.max(box.top - layout.readingLine, left));
    // Pages scroll by whole pixels: the first one at which the step is read still belongs to it.
    left = Math.ceil(Math.max(end, box.bottom - layout.readingLine));
    return { arrive, start, end, leave: left };
  });
}

/** How much of the way from `from` to `to`, which is not before it, lies behind `value`: 0 to 1. */
const part = (value: number, from: number, to: number): number =>
  clamp01((value - from) / (to - from));

/**
 * The playhead at a scroll position. Pure, so it does not matter how the position was reached. The
 * map rests from the moment a card's top crosses the reading line until its bottom does, and
 * travels only between two cards. Throws where there is no step.
 */
export function playheadAtScroll(layout: ScrollLayout, scroll: number): Playhead {
  const marks = marksOf(layout);
  const found = marks.findLastIndex(({ arrive }) => arrive <= scroll);
  const index = Math.max(found, 0);
  const [box, here, next] = [layout.boxes[index], marks[index], marks[index + 1]];
  if (!box || !here) throw new RangeError('A story without steps has no playhead.');
  const travel = next && scroll > here.leave ? part(scroll, here.leave, next.arrive) : 0;
  const progress = travel > 0 ? 1 : part(scroll, here.start, here.end);
  return { step: box.id, progress, travel };
}

/**
 * The scroll position of a playhead, in whole pixels, not before the playhead's own step. Of all
 * positions with the same playhead it is the one where the card rests. An unknown step gives 0.
 */
export function scrollForPlayhead(layout: ScrollLayout, playhead: Playhead): number {
  const index = layout.boxes.findIndex(({ id }) => id === playhead.step);
  const marks = marksOf(layout);
  const [here, after] = [marks[index], marks[index + 1]];
  if (!here) return 0;
  if (playhead.travel > 0 && after) {
    return Math.round(here.leave + playhead.travel * (after.arrive - here.leave));
  }
  if (playhead.progress <= 0) return Math.floor(here.start);
  return playhead.progress >= 1
    ? Math.ceil(here.end)
    : Math.round(here.start + playhead.progress * (here.end - here.start));
}
