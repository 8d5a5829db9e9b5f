import { describe, expect, it } from 'vitest';
import { type Camera, project, TILE_SIZE } from '../../../src/core/camera.ts';
import type { Frame } from '../../../src/core/frame.ts';
import { playheadAt } from '../../../src/core/playhead.ts';
import { sampleTimeline } from '../../../src/core/sample-timeline.ts';
import type { Story } from '../../../src/core/story.ts';
import { createTimeline, type Timeline } from '../../../src/core/timeline.ts';
import { createViewport } from '../../../src/core/viewport.ts';
import { createFixtureStory, readRealStory } from '../../support/fixture-story.ts';

const WIDE = createViewport(1366, 768);
const PHONE = createViewport(390, 844);
const fixture = createFixtureStory();
const real = readRealStory();

const frameAt = (timeline: Timeline, position: number): Frame =>
  sampleTimeline(timeline, playheadAt(timeline.stepIds, position));

/** How far, in CSS pixels, the picture's middle and corners move between two cameras. */
function shift(a: Camera, b: Camera, timeline: Timeline): number {
  const { width, height } = timeline.viewport.stage;
  const radius = Math.hypot(width, height) / 2;
  const [ax, ay] = project(a.center);
  const [bx, by] = project(b.center);
  const scale = TILE_SIZE * 2 ** Math.max(a.zoom, b.zoom);
  const dx = bx - ax - Math.round(bx - ax);
  const turn = b.bearing - a.bearing;
  const turned = Math.abs(turn - 360 * Math.round(turn / 360)) + Math.abs(b.pitch - a.pitch);
  const zoomed = Math.abs(2 ** (b.zoom - a.zoom) - 1);
  return Math.hypot(dx, by - ay) * scale + radius * (zoomed + (turned * Math.PI) / 180);
}

const opacities = (frame: Frame) =>
  new Map(
    [...frame.layers, ...frame.labels.map((l) => ({ ...l, id: `label ${l.id}` }))].map(
      ({ id, opacity }) => [id, opacity],
    ),
  );

/** The greatest change of any opacity; what is not there counts as 0. */
function fade(a: Frame, b: Frame): number {
  const [before, after] = [opacities(a), opacities(b)];
  const ids = [...before.keys(), ...after.keys()];
  const changes = ids.map((id) => Math.abs((before.get(id) ?? 0) - (after.get(id) ?? 0)));
  return Math.max(0, ...changes);
}

/** Days that pass; 0 where one of the two frames belongs to no day. */
const days = (a: Frame, b: Frame) =>
  a.day === null || b.day === null ? 0 : Math.abs(b.day - a.day);

/**
 * Positions at which a measure jumps by more than `limit`, found by halving every interval in which
 * it changes by more, until the interval is too small for a steady change.
 */
function jumps(timeline: Timeline, limit: number, measure: (a: Frame, b: Frame) => number) {
  const found: number[] = [];
  const look = (from: [number, Frame], to: [number, Frame]): void => {
    if (measure(from[1], to[1]) <= limit) return;
    if (to[0] - from[0] < 1e-8) {
      found.push(to[0]);
      return;
    }
    const middle = (from[0] + to[0]) / 2;
    const between: [number, Frame] = [middle, frameAt(timeline, middle)];
    look(from, between);
    look(between, to);
  };
  const count = 16 * (2 * timeline.stepIds.length - 1);
  const grid = Array.from({ length: count + 1 }, (_, i): [number, Frame] => [
    i / 16,
    frameAt(timeline, i / 16),
  ]);
  grid.slice(1).forEach((to, i) => {
    look(grid[i]!, to);
  });
  return found;
}

/** Where a story's own way to travel makes it cut: half-way to each step reached by a jump. */
const cuts = (story: Story, kind: 'wide' | 'phone') =>
  story.steps.flatMap(({ camera }, i) =>
    i > 0 && camera[kind].travel === 'jump' ? [2 * i - 0.5] : [],
  );

describe.each([
  ['the fixture', fixture],
  ['the real story', real],
] as const)('along %s', (_, story) => {
  describe.each([WIDE, PHONE])('on a $kind window', (viewport) => {
    const timeline = createTimeline(story, viewport);

    it('the camera moves without a jump, but where a step asks for one', () => {
      const found = jumps(timeline, 40, (a, b) => shift(a.camera, b.camera, timeline));
      const expected = cuts(story, viewport.kind);
      expect(found).toHaveLength(expected.length);
      found.forEach((position, i) => {
        expect(position).toBeCloseTo(expected[i]!, 6);
      });
    });

    it('the day moves without a jump', () => {
      expect(jumps(timeline, 20, days)).toEqual([]);
    });

    it('layers and labels fade without a jump', () => {
      expect(jumps(timeline, 0.2, fade)).toEqual([]);
    });
  });
});

describe('a move to a step', () => {
  const timeline = createTimeline(fixture, WIDE);
  const travel = (step: number) =>
    Array.from({ length: 51 }, (_, i) => frameAt(timeline, 2 * step - 1 + i / 50));

  it('comes ever nearer its target where the travel is ease', () => {
    const frames = travel(2);
    const target = frames.at(-1)!.camera;
    const far = frames.map(({ camera }) => {
      const [x, y] = project(camera.center);
      const [tx, ty] = project(target.center);
      return Math.hypot(tx - x, ty - y) + Math.abs(target.zoom - camera.zoom);
    });
    expect(far[0]).toBeGreaterThan(0.1);
    far.slice(1).forEach((now, i) => {
      expect(now).toBeLessThanOrEqual(far[i]! + 1e-9);
    });
  });

  it('rises before it falls where the travel is fly', () => {
    const zooms = travel(1).map(({ camera }) => camera.zoom);
    const lowest = zooms.indexOf(Math.min(...zooms));
    expect(zooms[lowest]!).toBeLessThan(Math.min(zooms[0]!, zooms.at(-1)!) - 1);
    zooms.slice(1).forEach((zoom, i) => {
      expect(Math.sign(zoom - zooms[i]!) * (i < lowest ? -1 : 1)).toBeGreaterThanOrEqual(0);
    });
  });

  it('stands at one end or the other where the travel is jump', () => {
    const cameras = new Set(travel(3).map(({ camera }) => JSON.stringify(camera)));
    expect(cameras.size).toBeLessThanOrEqual(2);
  });

  it('begins and ends slowly', () => {
    const [first, second] = [frameAt(timeline, 1), frameAt(timeline, 1.01)];
    const [third, fourth] = [frameAt(timeline, 1.49), frameAt(timeline, 1.5)];
    const slow = shift(first.camera, second.camera, timeline);
    expect(slow).toBeLessThan(shift(third.camera, fourth.camera, timeline) / 10);
  });
});

describe.each([
  ['the fixture', fixture],
  ['the real story', real],
] as const)('with reduced motion %s', (_, story) => {
  const timeline = createTimeline(story, WIDE, { reducedMotion: true });
  const still = (frame: Frame) => JSON.stringify({ ...frame, playhead: undefined });

  it('stands at each step’s end while the step is read', () => {
    const full = createTimeline(story, WIDE);
    story.steps.forEach((_step, i) => {
      const end = still(frameAt(full, 2 * i + 1));
      for (const progress of [0, 0.3, 1]) {
        expect(still(frameAt(timeline, 2 * i + progress))).toBe(end);
      }
    });
  });

  it('cuts half-way from one step to the next: nothing moves, nothing fades, no date runs', () => {
    story.steps.slice(1).forEach((_step, i) => {
      const [here, there] = [
        still(frameAt(timeline, 2 * i + 1)),
        still(frameAt(timeline, 2 * i + 2)),
      ];
      for (const travel of [0.1, 0.3, 0.49]) {
        expect(still(frameAt(timeline, 2 * i + 1 + travel))).toBe(here);
      }
      for (const travel of [0.5, 0.7, 0.99]) {
        expect(still(frameAt(timeline, 2 * i + 1 + travel))).toBe(there);
      }
    });
  });
});
