import { describe, expect, it } from 'vitest';
import { type Camera, project, TILE_SIZE } from '../../src/core/camera.ts';
import type { FrameLabel } from '../../src/core/frame.ts';
import { playheadAt } from '../../src/core/playhead.ts';
import { sampleTimeline } from '../../src/core/sample-timeline.ts';
import type { LngLat } from '../../src/core/story.ts';
import { createTimeline } from '../../src/core/timeline.ts';
import { createViewport, type Viewport } from '../../src/core/viewport.ts';
import { day, readRealStory } from '../support/fixture-story.ts';

const story = readRealStory();
const IDS = [
  ...['kuntsevo', 'thirty-years', 'kims-plan', 'parallel', 'perimeter', 'inchon', 'north'],
  ...['two-weeks', 'yalu', 'first-clash', 'chosin', 'seoul', 'mig-alley', 'supply', 'talks'],
  ...[
    'prisoners',
    'last-days',
    'new-leaders',
    'little-switch',
    'armistice',
    'big-switch',
    'debate',
    'sources',
  ],
];

/** Below this zoom the map is a globe, and Mercator says nothing about where a place is drawn. */
const FLAT_FROM = 4.6;

/** The words of some HTML, without the numbers of footnotes. */
const words = (html: string): string[] =>
  html
    .replace(/<sup class="footnote-ref">.*?<\/sup>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));

const count = (html: string, tag: string): number => html.split(`<${tag}>`).length - 1;

/** Whether a label names a place, and not the arms that go a route. */
const isPlace = ({ id }: FrameLabel): boolean => !story.places[id]?.unit;

/** Where a place is drawn on the stage, CSS pixels; for a camera that looks straight down, north up. */
function drawnAt(position: LngLat, camera: Camera, { stage, padding }: Viewport) {
  const scale = TILE_SIZE * 2 ** camera.zoom;
  const [x, y] = project(position);
  const [cx, cy] = project(camera.center);
  return {
    x: (padding.left + stage.width - padding.right) / 2 + (x - cx) * scale,
    y: (padding.top + stage.height - padding.bottom) / 2 + (y - cy) * scale,
  };
}

/** The places that are labelled at both ends of each step but lie outside what text leaves free. */
function outside(viewport: Viewport): { checked: number; violators: string[] } {
  const timeline = createTimeline(story, viewport);
  const { stage, padding, width, height } = viewport;
  let checked = 0;
  const violators = story.steps.flatMap(({ id: step }, i) =>
    [0, 1].flatMap((progress) => {
      const { camera, labels } = sampleTimeline(timeline, playheadAt(IDS, 2 * i + progress));
      if (camera.zoom < FLAT_FROM || camera.pitch !== 0 || camera.bearing !== 0) return [];
      return labels.filter(isPlace).flatMap(({ id }) => {
        checked += 1;
        const { x, y } = drawnAt(story.places[id]!.position, camera, viewport);
        const beyond = [
          ['left', padding.left - x],
          ['right', x - (stage.width - padding.right)],
          ['top', padding.top - y],
          ['bottom', y - (stage.height - padding.bottom)],
        ] as const;
        return beyond.flatMap(([side, by]) =>
          by > 0
            ? [
                `${width}x${height} ${step}:${progress} ${id} ${Math.ceil(by)} px beyond the ${side}`,
              ]
            : [],
        );
      });
    }),
  );
  return { checked, violators };
}

describe('the story of the armistice', () => {
  it('compiles without an issue of any kind', () => {
    expect(() => readRealStory()).not.toThrow();
  });

  it('has its steps, in their order', () => {
    expect(story.steps.map(({ id }) => id)).toEqual(IDS);
  });

  it('can be read in a quarter of an hour: 1,800 to 2,600 words', () => {
    const total = story.steps.flatMap(({ html }) => words(html)).length;
    expect(total).toBeGreaterThanOrEqual(1800);
    expect(total).toBeLessThanOrEqual(2600);
  });

  it.each(story.steps)('describes the picture of $id in one sentence', ({ alt }) => {
    expect(alt).toMatch(/^\p{Lu}.{20,}\.$/u);
    expect(alt.slice(0, -1)).not.toMatch(/\.\s/);
  });

  it.each(story.steps)(
    'gives sources for $id, each where it is used',
    ({ id, html, footnotes }) => {
      expect(footnotes.length).toBeGreaterThan(0);
      for (const { id: note, html: text } of footnotes) {
        expect(html).toContain(`href="#fn-${id}-${note}"`);
        expect(words(text).length).toBeGreaterThan(2);
      }
      expect(html.split('class="footnote-ref"').length - 1).toBeGreaterThanOrEqual(
        footnotes.length,
      );
    },
  );

  it('numbers its sources from 1 on, in the order of reading', () => {
    const numbers = story.steps.flatMap(({ footnotes }) => footnotes.map(({ number }) => number));
    expect(numbers).toEqual(numbers.map((_, i) => i + 1));
  });

  it.each(story.steps)('asks the class two questions at $id, with guidance', ({ notes }) => {
    expect(count(notes, 'li')).toBe(2);
    expect(notes.match(/<li>[^<]*\?[^<]*<\/li>/g)).toHaveLength(2);
    expect(notes).toContain('Guidance: ');
  });

  it('stays within 1950 to 1953, and within its own timeline', () => {
    const [first, last] = story.dates!;
    expect(first).toBeGreaterThanOrEqual(day('1950-01-01'));
    expect(last).toBeLessThanOrEqual(day('1953-12-31'));
    for (const { date } of story.steps) {
      for (const one of date ?? []) {
        expect(one).toBeGreaterThanOrEqual(first);
        expect(one).toBeLessThanOrEqual(last);
      }
      if (date) expect(date[0]).toBeLessThanOrEqual(date[1]);
    }
    const undated = story.steps.filter(({ date }) => date === null);
    expect(undated.map(({ id }) => id)).toEqual(['thirty-years', 'supply']);
  });

  it('shows, at each step, exactly the layers that the step says', () => {
    for (const viewport of [createViewport(1366, 768), createViewport(390, 844)]) {
      const timeline = createTimeline(story, viewport);
      story.steps.forEach(({ show }, i) => {
        const { layers } = sampleTimeline(timeline, playheadAt(IDS, 2 * i + 0.5));
        expect(layers.map(({ id }) => id).sort()).toEqual(Object.keys(show).sort());
      });
    }
  });

  it('draws something for each layer that it shows', () => {
    const timeline = createTimeline(story, createViewport(1366, 768));
    const positions = IDS.flatMap((_, i) => [0.5, 0.98].map((progress) => 2 * i + progress));
    const drawn = positions.flatMap((position) =>
      sampleTimeline(timeline, playheadAt(IDS, position)).layers.flatMap((layer) => {
        if (layer.kind === 'route')
          return layer.paths.some(({ line }) => line.length > 1) ? layer.id : [];
        if (layer.kind === 'dated-line') return layer.line.length < 2 ? [] : layer.id;
        return layer.id;
      }),
    );
    expect([...new Set(drawn)].sort()).toEqual(story.layers.map(({ id }) => id).sort());
  });

  it('sends readers what is drawn, and leaves the sources of each line in the datasets', () => {
    for (const { features } of Object.values(story.data)) {
      for (const { properties } of features) {
        expect(Object.keys(properties ?? {})).not.toEqual(
          expect.arrayContaining([expect.stringMatching(/^(source|grade|note|waypoints)$/)]),
        );
      }
    }
  });

  it('labels places that exist, each once a step', () => {
    for (const { labels } of story.steps) {
      expect(labels.length).toBeGreaterThan(0);
      expect(new Set(labels).size).toBe(labels.length);
      expect(Object.keys(story.places)).toEqual(expect.arrayContaining(labels));
    }
  });

  it('shows every place that it labels in the part of the map that text leaves free', () => {
    const found = [createViewport(1366, 768), createViewport(390, 844)].map(outside);
    for (const { checked } of found) expect(checked).toBeGreaterThan(80);
    const violators = found.flatMap((one) => one.violators);
    expect(violators).toEqual([]);
  });
});
