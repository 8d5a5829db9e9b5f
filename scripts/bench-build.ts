import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readStory } from '../src/cli/read-story.ts';
import { createStillPress, listStills } from '../src/cli/stills.ts';
import { emitPage } from '../src/compiler/emit-page.ts';
import type { Story } from '../src/core/story.ts';

/**
 * `npm run bench:build`: how long the page and the stills of a story take, and how that grows: the
 * steps of a story over and over, as often as to make stories of these lengths. Ends with 1 where the last one
 * takes longer than the first times as many steps as it has more.
 *
 *   --slug stalin-korea --steps 20,200
 */

const { values } = parseArgs({
  options: {
    slug: { type: 'string', default: 'stalin-korea' },
    steps: { type: 'string', default: '20,200' },
  },
});

function lengthened(story: Story, count: number): Story {
  const steps = Array.from({ length: count }, (_, i) => {
    const step = story.steps[i % story.steps.length]!;
    return { ...step, id: `${step.id}-${i}` };
  });
  return { ...story, steps };
}

async function build(story: Story): Promise<number> {
  const start = performance.now();
  const press = createStillPress();
  const cover = (await press.still(story, 'cover.phone.svg')) ?? '';
  const head = { path: '' };
  emitPage(story, { storyUrl: '', script: '', galleryUrl: '', credit: '', head, cover });
  for (const { name } of listStills(story)) await press.still(story, name);
  return (performance.now() - start) / 1000;
}

const story = readStory(join('stories', values.slug, 'story.md'), () => {});
const counts = values.steps.split(',').map(Number);
const seconds: number[] = [];
for (const count of counts) {
  const took = await build(lengthened(story, count));
  seconds.push(took);
  console.log(
    `${String(count).padStart(4)} steps ${took.toFixed(1)} s, ${(took / count).toFixed(2)} s a step`,
  );
}
const growth = (values: readonly number[]): number => (values.at(-1) ?? 0) / (values[0] ?? 1);
const [longer, more] = [growth(seconds), growth(counts)];
console.log(
  `the last takes ${longer.toFixed(1)} times as long as the first, and may take ${more.toFixed(1)}`,
);
if (longer > more) process.exitCode = 1;
