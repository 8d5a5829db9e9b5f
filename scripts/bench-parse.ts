import { parseArgs } from 'node:util';
import { type Catalog, compileStory } from '../src/compiler/compile-story.ts';
import { FILLINGS, type Filling, fill } from '../tests/bench/repeated-text.ts';

/**
 * `npm run bench:parse`: compiles files in which one thing is written again and again, each of them at four
 * sizes of which each is twice the one before, and says by how much the time grows from the first to the
 * last. Exit code 1 where it grows by more than for n·log n, by a wide margin: what grows with the square
 * comes to 64 times, n·log n to about 10.
 *
 *   --only <text>   only fillings whose name has this text
 */

const FIRST = 4_000;
const SIZES = [FIRST, 2 * FIRST, 4 * FIRST, 8 * FIRST];
const MOST = 24;
/** What takes less time is not worth a ratio, milliseconds. */
const SHORT = 80;
const REPEATS = 3;

const catalog: Catalog = { datasets: {}, basemaps: ['atlas'] };

/** Processor time of one compilation, milliseconds: other programs on the machine do not count. */
function timeOf(text: string): number {
  const began = process.cpuUsage();
  compileStory(text, { file: 'story.md', catalog });
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1000;
}

interface Measured {
  times: number[];
  /** By how much the last time is more than the first. */
  ratio: number;
}

const isSlow = ({ times, ratio }: Measured): boolean => times.at(-1)! > SHORT && ratio > MOST;

/** The times at each size. What seems to be slow is measured again, and the least times count. */
function measure(filling: Filling): Measured {
  const texts = SIZES.map((size) => fill(filling, size));
  const measured = (before?: Measured): Measured => {
    const times = texts.map((text, i) =>
      Math.min(timeOf(text), before?.times[i] ?? Number.POSITIVE_INFINITY),
    );
    return { times, ratio: times.at(-1)! / Math.max(times[0]!, SHORT / MOST) };
  };
  let result = measured();
  for (let i = 1; i < REPEATS && isSlow(result); i++) result = measured(result);
  return result;
}

function main(): void {
  const { values } = parseArgs({ options: { only: { type: 'string', default: '' } } });
  const fillings = FILLINGS.filter(({ name }) => name.includes(values.only));
  const rows = fillings.map((filling) => ({ name: filling.name, ...measure(filling) }));
  const slow = rows.filter(isSlow);
  const shown = [...rows].sort((a, b) => b.ratio - a.ratio).slice(0, 15);
  console.log(`${SIZES.map((size) => `${size / 1000} kB`.padStart(8)).join('')}   ratio`);
  for (const { name, times, ratio } of shown) {
    const cells = times.map((time) => time.toFixed(0).padStart(8)).join('');
    console.log(`${cells}${ratio.toFixed(1).padStart(8)}  ${name}`);
  }
  const longest = Math.max(...rows.map(({ times }) => times.at(-1)!));
  console.log(
    `${rows.length} fillings, ${slow.length} grow faster than n·log n (ratio > ${MOST});`,
  );
  console.log(`the longest takes ${longest.toFixed(0)} ms for ${SIZES.at(-1)! / 1000} kB.`);
  if (slow.length > 0) process.exitCode = 1;
}

main();
