import type { Phase } from '../tests/bench/scenes.ts';
import type { Cost } from './bench-measure.ts';
import type { BenchResult, SceneResult } from './bench-run.ts';

/** Main-thread time of a scrubbed frame, ours against the bare page's: no more than this. */
export const BUDGET = 1.15;

const CLOCKS = ['task', 'wall', 'script', 'style', 'layout'] as const;

type Side = 'ours' | 'bare' | 'text';

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
function costOf(scenes: readonly SceneResult[], side: Side, clock: keyof Cost): number {
  return mean(scenes.map((scene) => median(scene[side].map((cost) => cost[clock]))));
}

/** Ours to the bare page's, each round by itself: how far the medians can be trusted. */
function roundRatios(scenes: readonly SceneResult[]): number[] {
  const rounds = scenes[0]?.ours.length ?? 0;
  return Array.from({ length: rounds }, (_, round) => {
    const total = (side: 'ours' | 'bare') => mean(scenes.map((s) => s[side][round]?.task ?? 0));
    return total('ours') / total('bare');
  });
}

/** Ours to the bare page's (or the scrolled bare map's) processor time of a frame, over scenes. */
export function ratioOf(scenes: readonly SceneResult[], to: Side = 'bare'): number {
  return costOf(scenes, 'ours', 'task') / costOf(scenes, to, 'task');
}

const allScenes = (results: readonly BenchResult[]) => results.flatMap(({ scenes }) => scenes);

/** Whether the benchmark as a whole is over {@link BUDGET}. */
export function isOverBudget(results: readonly BenchResult[]): boolean {
  return !(ratioOf(allScenes(results)) <= BUDGET);
}

const ms = (value: number): string => value.toFixed(2).padStart(7);
const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

function row(name: string, scenes: readonly SceneResult[]): string {
  const sides = (['ours', 'bare'] as const).map((side) =>
    CLOCKS.map((clock) => ms(costOf(scenes, side, clock))).join(''),
  );
  const rounds = roundRatios(scenes);
  const spread = `${Math.min(...rounds).toFixed(2)}-${Math.max(...rounds).toFixed(2)}`;
  const text = `${ms(costOf(scenes, 'text', 'task'))}${ratioOf(scenes, 'text').toFixed(2).padStart(7)}`;
  const ratio = `${ratioOf(scenes).toFixed(2).padStart(6)}  ${spread}`;
  return `${name.padEnd(34)}${sides.join('  |')}  |${ratio}  |${text}`;
}

const heading = (): string => {
  const clocks = CLOCKS.map((clock) => clock.padStart(7)).join('');
  return `${''.padEnd(34)}${clocks}  |${clocks}  | ratio  of rounds  |   text  ratio`;
};

function printSize({ size, map, scenes, requests, heap }: BenchResult): void {
  console.log(`\nWindow ${size}, map ${map}: ours | bare, ms a frame`);
  console.log(heading());
  for (const scene of scenes) console.log(row(`  ${scene.phase} ${scene.name}`, [scene]));
  for (const phase of ['reading', 'travelling'] satisfies Phase[]) {
    const members = scenes.filter((scene) => scene.phase === phase);
    if (members.length > 0) console.log(row(`all ${phase}`, members));
  }
  console.log(row('all', scenes));
  const own = scenes.flatMap(({ ownScript }) => ownScript);
  const drawn = (side: 'ours' | 'bare') => scenes.reduce((sum, s) => sum + s.drawn[side], 0);
  console.log(
    `our own script: median ${median(own).toFixed(2)} ms, p95 ${quantile(own, 0.95).toFixed(2)} ms a frame (${own.length} frames; depends on the machine)`,
  );
  console.log(
    `drawn: ${drawn('ours')} times, bare ${drawn('bare')}; requests: ${requests.loading} to load, ${requests.scrubbing} while scrubbed, ${requests.elsewhere} to another host; heap: ${megabytes(heap.before)} before, ${megabytes(heap.after)} after`,
  );
}

/** Prints what a run gave, and whether it keeps to the budget. */
export function printReport(
  results: readonly BenchResult[],
  about: { version: string; frames: number; rounds: number },
): void {
  const { version, frames, rounds } = about;
  console.log(
    `Chromium ${version}, software WebGL; ${frames} frames a scene, medians of ${rounds} rounds, ours and bare in turn.`,
  );
  console.log(
    'task: processor time of the main thread; wall: the same with waiting. Where the camera is still the bare page jumps all the same, and so draws as often as ours.',
  );
  console.log(
    "text: the bare map in the place of the story's own, with the story's text scrolled over it: what any page with this text would cost; then ours against that.",
  );
  results.forEach(printSize);
  const scenes = allScenes(results);
  const own = scenes.flatMap(({ ownScript }) => ownScript);
  const [ours, bare] = [costOf(scenes, 'ours', 'task'), costOf(scenes, 'bare', 'task')];
  console.log(`\n${heading()}\n${row('all sizes', scenes)}`);
  console.log(
    `main thread: ours ${ours.toFixed(2)} ms, bare ${bare.toFixed(2)} ms a frame; our own script p95 ${quantile(own, 0.95).toFixed(2)} ms`,
  );
  console.log(
    `of that, scrolling the text costs ${(costOf(scenes, 'text', 'task') - bare).toFixed(2)} ms, and the rest of ours ${(ours - costOf(scenes, 'text', 'task')).toFixed(2)} ms; ours against a bare map under the same text: ${ratioOf(scenes, 'text').toFixed(3)}`,
  );
  const verdict = isOverBudget(results) ? 'OVER the budget' : 'within the budget';
  console.log(`ratio ${ratioOf(scenes).toFixed(3)}, ${verdict} of ${BUDGET}`);
}
