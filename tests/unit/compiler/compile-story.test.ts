import { describe, expect, it } from 'vitest';
import { compileStory } from '../../../src/compiler/compile-story.ts';
import { compile, loadCatalog, storyWithProse } from './support.ts';

const story = (layers: string[], block: string[]) =>
  [
    '---\ntitle: A test\ndescription: A story for a test.\nlayers:',
    ...layers.map((line) => `  ${line}`),
    '---\n\n## One\n\n```step',
    ...block,
    'alt: Korea.\n```\n',
  ].join('\n');

const CAMERA = 'camera: { bounds: [124, 34, 130, 43] }';

describe('a catalog', () => {
  it('that cannot tell about files lets every image beside the story pass', () => {
    const { hasFile: _, ...catalog } = loadCatalog();
    const text = storyWithProse('![A bridge](no-such.jpg){credit="x"}');
    expect(compileStory(text, { file: 'story.md', catalog }).issues).toEqual([]);
    expect(compile(text).issues.map(({ code }) => code)).toEqual(['missing-file']);
  });

  it('is asked for files by their plain names', () => {
    const asked: string[] = [];
    const hasFile = (path: string) => asked.push(path) > 0;
    const text = storyWithProse('![A bridge](<images/압록강 다리.jpg>){credit="x"}');
    compileStory(text, { file: 'story.md', catalog: { ...loadCatalog(), hasFile } });
    expect(asked).toEqual(['images/압록강 다리.jpg']);
  });

  it('may be without places', () => {
    const catalog = { datasets: {}, basemaps: ['atlas'] };
    const text = story(['constructor: { from: toString, as: area }'], [CAMERA, 'label: [valueOf]']);
    const { issues } = compileStory(text, { file: 'story.md', catalog });
    expect(issues.map(({ message, hint }) => `${message} ${hint}`)).toEqual([
      'No step shows the layer `constructor`. Show it in a step, or remove it.',
      'There is no dataset `toString`. There are no datasets.',
      'There is no place `valueOf`. There are no places.',
    ]);
  });
});

describe('a layer', () => {
  it('may be called like something that every object has', () => {
    const text = story(
      ['constructor: { from: korea/land, as: area }'],
      [CAMERA, 'show: [constructor]'],
    );
    expect(compile(text).story?.steps[0]?.show).toEqual({ constructor: [1, 1] });
  });

  it('gives the story only the features that some layer draws', () => {
    const text = story(
      [
        'one: { from: korea/yalu-crossings, as: route, only: [jian] }',
        'all: { from: places, as: points }',
        'some: { from: places, as: points, only: [seoul] }',
      ],
      [CAMERA, 'show: [one, all, some]'],
    );
    const { data } = compile(text).story!;
    expect(data['korea/yalu-crossings']!.features.map(({ id }) => id)).toEqual(['jian']);
    expect(data.places!.features).toHaveLength(5);
    expect(Object.keys(data)).toEqual(['korea/yalu-crossings', 'places']);
  });
});

describe('a mistake in the front matter', () => {
  it('does not hide mistakes in the steps, nor make them up', () => {
    const text = story(['one: { from: [, as: route }'], [CAMERA, 'show: [one]', 'label: [soul]']);
    expect(compile(text).issues.map(({ code }) => code)).toEqual(['yaml-syntax', 'unknown-place']);
  });
});

describe('a compiled story', () => {
  it('is plain JSON, and the same each time', () => {
    const text = storyWithProse('Dark.[^a]\n\n[^a]: Zhang.');
    const { story: first } = compile(text);
    expect(JSON.parse(JSON.stringify(first))).toEqual(first);
    expect(compile(text).story).toEqual(first);
  });

  it('keeps the names of elements and classes that its page needs', () => {
    const { story: made } = compile(
      storyWithProse('::: editors-note\nDark.[^a]\n:::\n\n[^a]: Zhang.'),
    );
    expect(made?.steps[0]?.html).toBe(
      '<div class="editors-note">\n<p>Dark.<sup class="footnote-ref">' +
        '<a href="#fn-one-a" id="fnref-one-a" role="doc-noteref" aria-label="Footnote 1">1</a>' +
        '</sup></p>\n</div>',
    );
  });
});
