import type { Feature } from 'geojson';
import { createDatedLine } from '../src/core/dated-line.ts';
import type { LngLat } from '../src/core/story.ts';
import { strokeStrip } from '../src/map/mesh.ts';

/**
 * `npm run bench:line`: what a dated line costs in each frame, by the number of its vertices: to sample
 * it on a day between two known ones, and to make of it what the graphics card draws.
 */

const FRAMES = 200;
const COUNTS = [100, 1_000, 10_000] as const;

/** A wavy front of so many vertices at about a latitude. */
function frontOf(count: number, date: string, latitude: number): Feature {
  const coordinates = Array.from({ length: count }, (_, i): LngLat => {
    const along = i / (count - 1);
    return [124 + 7 * along, latitude + 0.4 * Math.sin(40 * along + latitude)];
  });
  return {
    type: 'Feature',
    properties: { role: 'line', date },
    geometry: { type: 'LineString', coordinates },
  };
}

const median = (values: number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
};

function timed(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function measure(count: number): [sample: number, apply: number] {
  const days = ['1950-07-01', '1950-07-31'] as const;
  const line = createDatedLine([frontOf(count, days[0], 38), frontOf(count, days[1], 36)]);
  const costs = Array.from({ length: FRAMES }, (_, i) => {
    const day = line.first + ((i + 0.5) / FRAMES) * (line.last - line.first);
    let shape: LngLat[] = [];
    const sample = timed(() => {
      shape = line.sample(day).line;
    });
    return [sample, timed(() => strokeStrip(shape))] as const;
  });
  // The first frame of an interval also matches the two lines.
  const steady = costs.slice(1);
  return [median(steady.map(([sample]) => sample)), median(steady.map(([, apply]) => apply))];
}

console.log('vertices   sample   apply   ms a frame (median)');
for (const count of COUNTS) {
  const [sample, apply] = measure(count);
  console.log(
    `${String(count).padStart(8)}${sample.toFixed(3).padStart(9)}${apply.toFixed(3).padStart(8)}`,
  );
}
