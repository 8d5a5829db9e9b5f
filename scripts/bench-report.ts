import type { Phase } from '../tests/bench/scenes.ts';
import type { Cost } from './bench-measure.ts';
import { type BenchResult, type SceneResult, SIDES, type SideName } from './bench-run.ts';

/**
 * Main-thread time of a scrubbed frame of the story's map (sampled, applied and drawn), against a bare map
 * that jumps along the same path over the same style, what the story draws by layers of its own in it: no
 * more than this.
 */
export const BUDGET = 1.15;

/** The value that `part` (0 to 1) of the values do not exceed; 0 where there are none. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * part;
  const [low, high] = [sorted[Math.floor(at)] ?? 0, sorted[Math.ceil(at)] ?? 0];
  return low + (high - low) * (at - Math.floor(at));
}

const median = (values: readonly number[]): number => quantile(values, 0.5);

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(values.length, 1);
}

/** Milliseconds a frame: the mean of the scenes' medians over the rounds. */
function costOf(scenes: readonly SceneResult[], side: SideName, clock: keyof Cost = 'task') {
  return mean(scenes.map(({ costs }) => median(costs[side].map((cost) => cost[clock]))));
}

/** One side's processor time of a frame to another's. */
type Ratio = readonly [side: SideName, to: SideName];

/** What the budget is about. */
const OF_BUDGET: Ratio = ['map', 'bare'];

/** A ratio in each round by itself: how far that of the medians can be trusted. */
function roundRatios(scenes: readonly SceneResult[], [side, to]: Ratio): number[] {
  const rounds = scenes[0]?.costs.map.length ?? 0;
  return Array.from({ length: rounds }, (_, round) => {
    const total = (name: SideName) => mean(scenes.map((s) => s.costs[name][round]?.task ?? 0));
    return total(side) / total(to);
  });
}

/** A ratio over scenes; default the budget's. */
export function ratioOf(scenes: readonly SceneResult[], [side, to]: Ratio = OF_BUDGET): number {
  return costOf(scenes, side) / costOf(scenes, to);
}

const allScenes = (results: readonly BenchResult[]) => results.flatMap(({ scenes }) => scenes);

/** Whether the benchmark as a whole is over {@link BUDGET}. */
export function isOverBudget(results: readonly BenchResult[]): boolean {
  return !(ratioOf(allScenes(results)) <= BUDGET);
}

const ms = (value: number): string => value.toFixed(2).padStart(7);
const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

function row(name: string, scenes: readonly SceneResult[]): string {
  const tasks = SIDES.map((side) => ms(costOf(scenes, side))).join('');
  const ours = (['wall', 'script', 'style', 'layout'] as const)
    .map((clock) => ms(costOf(scenes, 'page', clock)))
    .join('');
  const rounds = roundRatios(scenes, OF_BUDGET);
  const spread = `${Math.min(...rounds).toFixed(2)}-${Math.max(...rounds).toFixed(2)}`;
  const page = (
    [
      ['page', 'text'],
      ['page', 'bare'],
    ] as const
  )
    .map((ratio) => ratioOf(scenes, ratio).toFixed(2).padStart(10))
    .join('');
  const ratio = ratioOf(scenes).toFixed(2).padStart(9);
  return `${name.padEnd(34)}${tasks}  |${ours}  |${ratio}  ${spread}  |${page}`;
}

const heading = (): string => {
  const tasks = SIDES.map((side) => side.padStart(7)).join('');
  return `${''.padEnd(34)}${tasks}  |   wall script  style layout  | map/bare  of rounds  | page/text page/bare`;
};

function printSize({ size, map, scenes, requests, heap }: BenchResult): void {
  console.log(`\nWindow ${size}, map ${map}: ms a frame | of the page | ratios`);
  console.log(heading());
  for (const scene of scenes) console.log(row(`  ${scene.phase} ${scene.name}`, [scene]));
  for (const phase of ['reading', 'travelling'] satisfies Phase[]) {
    const members = scenes.filter((scene) => scene.phase === phase);
    if (members.length > 0) console.log(row(`all ${phase}`, members));
  }
  console.log(row('all', scenes));
  const own = scenes.flatMap(({ ownScript }) => ownScript);
  const drawn = SIDES.map(
    (side) => `${side} ${scenes.reduce((sum, scene) => sum + scene.drawn[side], 0)}`,
  ).join(', ');
  console.log(
    `our own script: median ${median(own).toFixed(2)} ms, p95 ${quantile(own, 0.95).toFixed(2)} ms a frame (${own.length} frames; depends on the machine)`,
  );
  console.log(
    `drawn: ${drawn} times; requests: ${requests.loading} to load, ${requests.scrubbing} while scrubbed, ${requests.elsewhere} to another host; heap: ${megabytes(heap.before)} before, ${megabytes(heap.after)} after`,
  );
}

/** Prints what a run gave, and whether it keeps to the budget. */
export function printReport(
  results: readonly BenchResult[],
  about: { version: string; frames: number; rounds: number },
): void {
  const { version, frames, rounds } = about;
  console.log(
    `Chromium ${version}, software WebGL; ${frames} frames a scene, medians of ${rounds} rounds, all in turn.`,
  );
  console.log(`Processor time of the main thread, a frame:
  page  the story's page, scrolled: text, map, date, timeline
  map   the story's map alone, given the same frames: sampled, applied, drawn
  bare  a map that jumps to the same cameras over the same style, what the story draws by itself in it as
        MapLibre's own layers of one day; where the camera is still it jumps all the same
  text  the bare map in the story's page, whose text is scrolled over it
wall: the page's time with waiting.`);
  results.forEach(printSize);
  const scenes = allScenes(results);
  const own = scenes.flatMap(({ ownScript }) => ownScript);
  const cost = (side: SideName): string => costOf(scenes, side).toFixed(2);
  console.log(`\n${heading()}\n${row('all sizes', scenes)}`);
  console.log(
    `page ${cost('page')} ms, map ${cost('map')}, bare ${cost('bare')}, text ${cost('text')}; our own script p95 ${quantile(own, 0.95).toFixed(2)} ms a frame`,
  );
  console.log(
    `the page against the bare map under its text: ${ratioOf(scenes, ['page', 'text']).toFixed(3)}; against the bare map alone: ${ratioOf(scenes, ['page', 'bare']).toFixed(3)}`,
  );
  const verdict = isOverBudget(results) ? 'OVER the budget' : 'within the budget';
  console.log(`map ratio ${ratioOf(scenes).toFixed(3)}, ${verdict} of ${BUDGET}`);
}
