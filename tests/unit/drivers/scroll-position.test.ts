import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { playheadAt, positionOf } from '../../../src/core/playhead.ts';
import { createViewport } from '../../../src/core/viewport.ts';
import {
  playheadAtScroll,
  restingTop,
  type ScrollLayout,
  type StepBox,
  scrollForPlayhead,
} from '../../../src/drivers/scroll-position.ts';

const part = fc.integer({ min: 0, max: 1e6 }).map((n) => n / 1e6);
const pixels = (max: number) =>
  fc.oneof(
    fc.constant(0),
    fc.integer({ min: 0, max }),
    fc.integer({ min: 0, max: 8 * max }).map((n) => n / 8),
  );

/** Windows of every shape: phones, small and wide ones, 400 CSS pixels low. */
const size = fc.oneof(
  fc.constantFrom<[number, number]>([1366, 768], [390, 844], [640, 400], [320, 400], [1920, 1080]),
  fc.tuple(fc.integer({ min: 280, max: 2560 }), fc.integer({ min: 300, max: 1600 })),
);

interface Room {
  card: number;
  track: number;
  gap: number;
}

/** Cards low and taller than the window, tracks and gaps that may have no height. */
const room: fc.Arbitrary<Room> = fc.record({
  card: fc.oneof(
    fc.integer({ min: 20, max: 400 }),
    fc.integer({ min: 8, max: 32000 }).map((n) => n / 8),
  ),
  track: pixels(1500),
  gap: pixels(1200),
});

function layOut(
  [width, height]: [number, number],
  first: number,
  rooms: readonly Room[],
): ScrollLayout {
  const { card, readingLine } = createViewport(width, height);
  const boxes: StepBox[] = [];
  let top = first;
  rooms.forEach(({ card: own, track, gap }, i) => {
    const bottom = top + own + track;
    boxes.push({ id: `step-${i}`, top, bottom, card: own });
    top = bottom + gap;
  });
  return { boxes, rest: card.top, lowest: card.bottom, readingLine };
}

const layout = fc
  .tuple(size, pixels(2000), fc.array(room, { minLength: 1, maxLength: 6 }))
  .map(([window, first, rooms]) => layOut(window, first, rooms));

const idsOf = ({ boxes }: ScrollLayout) => boxes.map(({ id }) => id);
const endOf = ({ boxes }: ScrollLayout) => boxes.at(-1)!.bottom + 500;
const positionAt = (from: ScrollLayout, scroll: number) =>
  positionOf(idsOf(from), playheadAtScroll(from, scroll));
/** Any place from before the first card to after the last. */
const scrollIn = (from: ScrollLayout, t: number) => -1500 + t * (endOf(from) + 1500);

/** Where in the window the page draws a card: on its way up, at rest, or pushed out by its end. */
function cardAt(from: ScrollLayout, box: StepBox, scroll: number): { top: number; bottom: number } {
  const rest = Math.max(box.top - scroll, restingTop(box.card, from));
  const top = Math.min(rest, box.bottom - scroll - box.card);
  return { top, bottom: top + box.card };
}

describe('playheadAtScroll', () => {
  it('never goes back while the page is scrolled on', () => {
    fc.assert(
      fc.property(layout, fc.array(part, { minLength: 2, maxLength: 40 }), (from, parts) => {
        const positions = [...parts]
          .sort((a, b) => a - b)
          .map((t) => positionAt(from, scrollIn(from, t)));
        positions.slice(1).forEach((position, i) => {
          expect(position).toBeGreaterThanOrEqual(positions[i]!);
        });
      }),
      { numRuns: 500 },
    );
  });

  it('goes from the start of the story to its end', () => {
    fc.assert(
      fc.property(layout, (from) => {
        expect(positionAt(from, -5000)).toBe(0);
        expect(positionAt(from, endOf(from) + 5000)).toBe(2 * from.boxes.length - 1);
      }),
    );
  });

  it('never moves the camera while a card covers the reading line', () => {
    let travels = 0;
    fc.assert(
      fc.property(layout, fc.array(part, { minLength: 20, maxLength: 40 }), (from, parts) => {
        for (const t of parts) {
          const scroll = scrollIn(from, t);
          if (playheadAtScroll(from, scroll).travel === 0) continue;
          travels += 1;
          for (const box of from.boxes) {
            const { top, bottom } = cardAt(from, box, scroll);
            expect(top < from.readingLine && bottom > from.readingLine).toBe(false);
          }
        }
      }),
      { numRuns: 500 },
    );
    expect(travels).toBeGreaterThan(500);
  });

  it('gives every step a start to be sent to, however low its card and its room', () => {
    const low = room.map((one) => ({ ...one, track: one.track + 2 }));
    const list = fc.array(low, { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(size, pixels(2000), list, (window, first, rooms) => {
        const from = layOut(window, first, rooms);
        for (const step of idsOf(from)) {
          const start = { step, progress: 0, travel: 0 };
          expect(playheadAtScroll(from, scrollForPlayhead(from, start))).toEqual(start);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('needs a step', () => {
    const empty = layOut([1366, 768], 0, []);
    expect(() => playheadAtScroll(empty, 0)).toThrow(RangeError);
  });
});

describe('scrollForPlayhead', () => {
  it('leads, up to a pixel, to the playhead that it was asked for', () => {
    fc.assert(
      fc.property(layout, part, (from, t) => {
        const asked = playheadAt(idsOf(from), t * (2 * from.boxes.length - 1));
        const scroll = scrollForPlayhead(from, asked);
        const position = positionOf(idsOf(from), asked);
        expect(positionAt(from, scroll - 1)).toBeLessThanOrEqual(position);
        expect(positionAt(from, scroll + 1)).toBeGreaterThanOrEqual(position);
      }),
      { numRuns: 1000 },
    );
  });

  it('leads to a step that is read and not yet left, however its end falls between two pixels', () => {
    const check = fc.property(layout, fc.nat(5), (given, which) => {
      const { id } = given.boxes[which % given.boxes.length]!;
      const end = { step: id, progress: 1, travel: 0 };
      const { travel } = playheadAtScroll(given, scrollForPlayhead(given, end));
      expect(travel).toBe(0);
    });
    fc.assert(check);
  });

  it('is undone by playheadAtScroll wherever a step has room to scroll in', () => {
    const roomy = room.map((one) => ({ ...one, track: one.track + 200, gap: one.gap + 1200 }));
    const rooms = fc.array(roomy, { minLength: 2, maxLength: 5 });
    fc.assert(
      fc.property(size, rooms, part, (window, list, t) => {
        const from = layOut(window, 300, list);
        const position = t * (2 * list.length - 1);
        const scroll = scrollForPlayhead(from, playheadAt(idsOf(from), position));
        expect(Math.abs(positionAt(from, scroll) - position)).toBeLessThan(1 / 100);
      }),
      { numRuns: 300 },
    );
  });

  it('gives whole pixels', () => {
    fc.assert(
      fc.property(layout, part, (from, t) => {
        const scroll = scrollForPlayhead(from, playheadAt(idsOf(from), t * 2 * from.boxes.length));
        expect(Number.isInteger(scroll)).toBe(true);
      }),
    );
  });

  it('shows a step’s card with its top at the resting height', () => {
    fc.assert(
      fc.property(layout, (from) => {
        for (const box of from.boxes) {
          const scroll = scrollForPlayhead(from, { step: box.id, progress: 0, travel: 0 });
          const { top } = cardAt(from, box, scroll);
          expect(top - from.rest).toBeGreaterThanOrEqual(-1e-6);
          expect(top - from.rest).toBeLessThan(1);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('shows a step’s last line at the step’s end', () => {
    fc.assert(
      fc.property(layout, (from) => {
        for (const box of from.boxes) {
          const scroll = scrollForPlayhead(from, { step: box.id, progress: 1, travel: 0 });
          expect(cardAt(from, box, scroll).bottom).toBeLessThanOrEqual(from.lowest + 1e-6);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is the top of the page for a step that is unknown', () => {
    const from = layOut([1366, 768], 900, [{ card: 300, track: 0, gap: 0 }]);
    expect(scrollForPlayhead(from, { step: 'nowhere', progress: 1, travel: 0 })).toBe(0);
  });
});

describe('restingTop', () => {
  const window = { rest: 100, lowest: 700 };

  it('is the resting height for a card that can be seen whole', () => {
    expect(restingTop(300, window)).toBe(100);
    expect(restingTop(600, window)).toBe(100);
  });

  it('is as far up as shows the last line of a card that cannot', () => {
    expect(restingTop(650, window)).toBe(50);
    expect(restingTop(1500, window)).toBe(-800);
  });
});
