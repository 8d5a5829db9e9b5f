import type { Playhead } from '../../core/playhead.ts';
import { sampleTimeline } from '../../core/sample-timeline.ts';
import type { Story } from '../../core/story.ts';
import { createTimeline } from '../../core/timeline.ts';
import { createViewport } from '../../core/viewport.ts';
import { createScreen, type Screen } from '../../still/screen.ts';
import { tileCover } from '../../still/tile-cover.ts';

/** Windows in which the story is looked at: a phone, a small, a usual and a large one; CSS pixels. */
const WINDOWS = [
  [390, 844],
  [1024, 768],
  [1280, 800],
  [1920, 1080],
] as const;

/** All of the world's tiles are kept down to this zoom, for readers who move the map. */
const WORLD_ZOOM = 2;

/** Stops on the way through a step, and from one to the next. */
const STOPS = 16;

const name = (z: number, x: number, y: number): string => `${z}/${x}/${y}`;

function playheads({ steps }: Story): Playhead[] {
  const parts = Array.from({ length: STOPS }, (_, i) => (i + 1) / STOPS);
  return steps.flatMap(({ id, moves }): Playhead[] => [
    { step: id, progress: 0, travel: 0 },
    ...(moves ? parts : [1]).map((progress) => ({ step: id, progress, travel: 0 })),
    ...parts.map((travel) => ({ step: id, progress: 1, travel })),
  ]);
}

/** What the map shows at one instant of a story. */
interface View {
  zoom: number;
  screen: Screen;
}

/** All that is seen while a story is read, in windows of all sizes. */
export function storyViews(story: Story): View[] {
  return WINDOWS.flatMap(([width, height]) => {
    const viewport = createViewport(width, height);
    const timeline = createTimeline(story, viewport);
    return playheads(story).map((playhead) => {
      const { camera } = sampleTimeline(timeline, playhead);
      const screen = createScreen(camera, { ...viewport.stage, padding: viewport.padding });
      return { zoom: camera.zoom, screen };
    });
  });
}

/**
 * Says of the atlas's tiles which a copy of one story needs: those of the whole world at low zooms, and
 * all that its views show, with those above them. `round` is how the map takes whole zooms: lines of
 * the one below, pictures of the nearest. Tiles that are not there are enlarged from above.
 */
export function storyTiles(
  views: readonly View[],
  round: (zoom: number) => number,
): (z: number, x: number, y: number) => boolean {
  const kept = new Set<string>();
  for (const { zoom, screen } of views) {
    const z = round(zoom);
    for (const [, x, y] of tileCover(screen, z)) kept.add(name(z, (x + 2 ** z) % 2 ** z, y));
  }
  for (const tile of kept) {
    const [z = 0, x = 0, y = 0] = tile.split('/').map(Number);
    if (z > 0) kept.add(name(z - 1, x >> 1, y >> 1));
  }
  return (z, x, y) => z <= WORLD_ZOOM || kept.has(name(z, x, y));
}
