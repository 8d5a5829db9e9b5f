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

/** Scroll positions at which something begins or ends for a step. */
interface Marks {
  /** The card's top crosses the reading line: the map has come here. */
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

function marksOf(layout: ScrollLayout, box: StepBox): Marks {
  const start = box.top - layout.rest;
  const end = Math.max(start, box.bottom - box.card - restingTop(box.card, layout));
  return {
    arrive: box.top - layout.readingLine,
    start,
    end,
    leave: Math.max(end, box.bottom - layout.readingLine),
  };
}

const part = (value: number, from: number, to: number): number =>
  to > from ? Math.min(Math.max((value - from) / (to - from), 0), 1) : value > from ? 1 : 0;

/**
 * The playhead at a scroll position. Pure, so it does not matter how the position was reached. The
 * map rests from the moment a card's top crosses the reading line until its bottom does, and
 * travels only between two cards. Throws where there is no step.
 */
export function playheadAtScroll(layout: ScrollLayout, scroll: number): Playhead {
  const marks = layout.boxes.map((box) => marksOf(layout, box));
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
  const [box, after] = [layout.boxes[index], layout.boxes[index + 1]];
  if (!box) return 0;
  const here = marksOf(layout, box);
  if (playhead.travel > 0 && after) {
    const { arrive } = marksOf(layout, after);
    return Math.round(here.leave + playhead.travel * (arrive - here.leave));
  }
  if (playhead.progress <= 0) return Math.floor(here.start);
  return playhead.progress >= 1
    ? Math.ceil(here.end)
    : Math.round(here.start + playhead.progress * (here.end - here.start));
}
