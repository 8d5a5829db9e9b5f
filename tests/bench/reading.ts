import type { Map as MapLibreMap } from 'maplibre-gl';
import { sampleTimeline } from '../../src/core/sample-timeline.ts';
import type { Stage } from '../../src/core/stage.ts';
import type { Story } from '../../src/core/story.ts';
import { createTimeline, type Timeline } from '../../src/core/timeline.ts';
import { createViewport } from '../../src/core/viewport.ts';
import type {} from '../../src/elements/define.ts';
import type { MapStory } from '../../src/elements/map-story.ts';
import { withPlainLayers } from './plain-layers.ts';
import { eachFrame, nextFrame, type Scene, type StoryBench, scrollTo } from './scenes.ts';
import { timeOwnScript } from './time-own-script.ts';

/** Put into a story's page: plans scenes and scrubs through them as a reader scrolls. */
const story = document.querySelector('map-story') as MapStory;
let scenes: Scene[] = [];
let scene: Scene | undefined;
let timeline: Timeline | undefined;

function stageOf(): Stage & { map: MapLibreMap } {
  const stage = story.renderRoot.querySelector('story-stage')?.stage as Stage | undefined;
  if (!stage || !('map' in stage)) throw new Error('The story has no live map.');
  return stage as Stage & { map: MapLibreMap };
}

const mapOf = (): MapLibreMap => stageOf().map;

async function scrollAndWait(top: number): Promise<void> {
  scrollTo(top);
  await nextFrame();
  await nextFrame();
}

/** The first position from `low` to `high` at which `reached` holds, where it holds from there on. */
async function findPosition(low: number, high: number, reached: () => boolean): Promise<number> {
  let [from, to] = [low, high];
  while (to - from > 1) {
    const middle = Math.floor((from + to) / 2);
    await scrollAndWait(middle);
    if (reached()) to = middle;
    else from = middle;
  }
  return to;
}

const spread = (from: number, to: number, count: number): number[] =>
  Array.from({ length: count }, (_, i) => Math.round(from + ((to - from) * i) / (count - 1)));

async function record(planned: Pick<Scene, 'name' | 'phase' | 'positions'>): Promise<Scene> {
  const cameras: Scene['cameras'] = [];
  const playheads: Scene['playheads'] = [];
  for (const position of planned.positions) {
    await scrollAndWait(position);
    if (!story.frame) continue;
    cameras.push(story.frame.camera);
    playheads.push(story.frame.playhead);
  }
  scrollTo(planned.positions[Math.floor(planned.positions.length / 2)] ?? 0);
  await nextFrame();
  const { layers, labels } = await story.settled();
  const style = withPlainLayers(mapOf().getStyle(), {
    story: story.story as Story,
    order: mapOf().getLayersOrder(),
    parts: layers,
  });
  return { ...planned, cameras, playheads, style, labels };
}

/** Where a step is first at rest, and where it has been read. */
function restOf(stepId: string): [number, number] {
  story.seek(stepId, 0);
  const from = window.scrollY;
  story.seek(stepId, 1);
  return [from, window.scrollY];
}

async function countDrawn(act: () => Promise<void>): Promise<number> {
  const map = mapOf();
  let drawn = 0;
  const count = (): void => {
    drawn += 1;
  };
  map.on('render', count);
  await act();
  map.off('render', count);
  return drawn;
}

const scrub = (): Promise<void> => eachFrame(scene?.positions ?? [], scrollTo);

function scrubMap(): Promise<void> {
  const stage = stageOf();
  return eachFrame(scene?.playheads ?? [], (playhead) => {
    if (timeline) stage.apply(sampleTimeline(timeline, playhead));
  });
}

async function planStep(stepId: string, frames: number): Promise<Scene[]> {
  const steps = story.story?.steps ?? [];
  const next = steps[steps.findIndex(({ id }) => id === stepId) + 1]?.id ?? stepId;
  const [start, end] = restOf(stepId);
  const [arrival] = restOf(next);
  const playhead = () => story.playhead ?? { step: '', travel: 0 };
  const leave = await findPosition(end, arrival, () => {
    const { step, travel } = playhead();
    return step === next || travel > 0;
  });
  const arrive = await findPosition(leave, arrival, () => playhead().step === next);
  return [
    await record({
      name: stepId,
      phase: 'reading',
      positions: spread(start, end, frames),
    }),
    await record({
      name: `${stepId} to ${next}`,
      phase: 'travelling',
      positions: spread(leave, arrive - 1, frames),
    }),
  ];
}

const bench: StoryBench = {
  movingSteps: () =>
    (story.story?.steps ?? [])
      .filter(({ date }) => date && date[0] !== date[1])
      .map(({ id }) => id),
  box() {
    const { clientWidth, clientHeight } = mapOf().getContainer();
    return { width: clientWidth, height: clientHeight, padding: mapOf().getPadding() as never };
  },
  async plan(stepIds, frames) {
    const viewport = createViewport(story.clientWidth, document.documentElement.clientHeight);
    timeline = createTimeline(story.story as Story, viewport);
    scenes = [];
    for (const id of stepIds) scenes.push(...(await planStep(id, frames)));
    return JSON.stringify(scenes);
  },
  async prepare(index) {
    scene = scenes[index];
    // Where the map alone has been moved, the story does not know of it.
    if (story.frame) stageOf().apply(story.frame);
    scrollTo((scene?.positions[0] ?? 0) - 1);
    await nextFrame();
    await nextFrame();
    await story.settled();
  },
  scrub: () => countDrawn(scrub),
  scrubMap: () => countDrawn(scrubMap),
  ownScript: () => timeOwnScript(story, scrub),
  end: () => story.disconnectedCallback(),
};
window.storyBench = bench;
