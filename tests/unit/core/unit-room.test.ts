import { describe, expect, it } from 'vitest';
import type { Camera } from '../../../src/core/camera.ts';
import type { LngLat, Unit } from '../../../src/core/story.ts';
import { unitRoom } from '../../../src/core/unit-room.ts';
import { createViewport, type Viewport } from '../../../src/core/viewport.ts';

const camera: Camera = { center: [127, 38], zoom: 7, bearing: 0, pitch: 0 };
const wide = createViewport(1366, 768);
const phone = createViewport(390, 844);
/** A tag of 94 by 40 pixels, whose place is at the middle of one of its sides. */
const BOXES: Record<'left' | 'right' | 'top' | 'bottom', Unit['box']> = {
  left: [0, -20, 94, 20],
  right: [-94, -20, 0, 20],
  top: [-47, 0, 47, 40],
  bottom: [-47, -40, 47, 0],
};
const room = (position: LngLat, anchor: keyof typeof BOXES, viewport: Viewport) => {
  const unit: Unit = { side: 'north', marks: 'XXXX', along: 1, box: BOXES[anchor] };
  return unitRoom(unit, position, { camera, viewport });
};

describe('the room of a unit’s tag', () => {
  it('is there in the middle of what text leaves free', () => {
    for (const anchor of ['left', 'right', 'top', 'bottom'] as const) {
      expect(room([127, 38], anchor, wide)).toBe(1);
      expect(room([127, 38], anchor, phone)).toBe(1);
    }
  });

  it('ends before the card, on the side to which the tag stands', () => {
    // Some 20 pixels right of the card's padding.
    const { padding, stage } = wide;
    const middle = (padding.left + stage.width - padding.right) / 2;
    const lon = 127 + ((padding.left + 20 - middle) / (512 * 2 ** 7)) * 360;
    expect(room([lon, 38], 'left', wide)).toBe(1);
    expect(room([lon, 38], 'right', wide)).toBe(0);
  });

  it('ends before the edge of a phone', () => {
    const lon = 127 + (120 / (512 * 2 ** 7)) * 360;
    expect(room([lon, 38], 'left', phone)).toBe(0);
    expect(room([lon, 38], 'right', phone)).toBe(1);
  });

  it('comes and goes by degrees', () => {
    const rooms = Array.from({ length: 200 }, (_, i) => room([127 + i / 100, 38], 'left', phone));
    expect(rooms[0]).toBe(1);
    expect(rooms.at(-1)).toBe(0);
    expect(rooms.filter((room) => room > 0 && room < 1).length).toBeGreaterThan(0);
    expect(rooms).toEqual([...rooms].sort((a, b) => b - a));
  });
});
