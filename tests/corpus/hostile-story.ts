import { compileStory } from '../../src/compiler/compile-story.ts';
import type { Step, Story, StoryLayer } from '../../src/core/story.ts';
import { createFixtureStory, fitted, makeLayer, makeStep } from '../support/fixture-story.ts';

const CATALOG = { datasets: {}, tables: {}, basemaps: ['atlas'] };

/** The step that a text makes as prose, with itself as a note and as notes; `undefined` where an issue refuses it. */
export function compiledStep(prose: string): Step | undefined {
  const text = [
    '---\ntitle: A test\ndescription: A story for a test.\n---\n\n## One {#one}\n',
    '```step\ncamera: { bounds: [124, 34, 130, 43] }\nalt: Korea.\n```\n',
    `${prose}\n\nA note.[^a]\n\n[^a]: ${prose.replaceAll('\n', '\n    ')}\n`,
  ].join('\n');
  return compileStory(text, { file: 'story.md', catalog: CATALOG }).story?.steps[0];
}

/** A layer of the author's own style whose title, colour and dashes are an attack. */
function hostileLayer(vector: string, index: number): StoryLayer {
  const paint = { 'line-color': vector, 'line-dasharray': [1, vector], 'line-width': 1 };
  const parts = { kind: 'style', title: vector, data: 'routes', style: { type: 'line', paint } };
  return makeLayer(`layer-${index}`, parts as Partial<StoryLayer>);
}

/**
 * A story whose every text is an attack. `html` gives the prose of each: what the compiler lets through, or
 * the attack itself, as in a file that somebody changed.
 */
export function hostileStory(
  vectors: readonly string[],
  html: (vector: string) => Pick<Step, 'html' | 'notes' | 'footnotes'>,
): Story {
  const all = vectors.join(' ');
  const layers = vectors.map(hostileLayer);
  const steps = vectors.map((vector, i) =>
    makeStep(`step-${i}`, { title: vector, alt: vector, ...html(vector) }),
  );
  const [first] = steps;
  if (!first) throw new RangeError('There are no attacks.');
  first.show = Object.fromEntries(layers.map(({ id }) => [id, [1, 1]]));
  first.camera = { wide: fitted([124, 34, 130, 43]), phone: fitted([124, 34, 130, 43]) };
  first.labels = ['seoul'];
  first.date = [-7000, -7000];
  const fixture = createFixtureStory();
  const { seoul } = fixture.places;
  return {
    ...fixture,
    title: all,
    description: all,
    byline: all,
    credit: all,
    layers,
    steps,
    places: { seoul: { ...seoul!, name: all.slice(0, 400), names: { modern: all.slice(0, 400) } } },
    chart: {
      title: all,
      unit: vectors[0] ?? '',
      decimals: 1,
      series: vectors.slice(0, 3).map((title) => ({ title, side: 'north' })),
      rows: [
        [-7200, ...vectors.slice(0, 3).map(() => 1)],
        [-7000, ...vectors.slice(0, 3).map(() => 2)],
      ],
    },
  };
}

/** The prose of an attack that the compiler lets through, cleaned; nothing where it refuses it. */
export const asCompiled = (vector: string): Pick<Step, 'html' | 'notes' | 'footnotes'> => {
  const { html = '', footnotes = [] } = compiledStep(vector) ?? {};
  return { html, notes: html, footnotes };
};

/** The attack itself, as a story file would have it that somebody changed. */
export const asChanged = (vector: string): Pick<Step, 'html' | 'notes' | 'footnotes'> => ({
  html: vector,
  notes: vector,
  footnotes: [{ id: 'a', number: 1, html: vector }],
});
