import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { readAtlas } from '../../../src/cli/read-atlas.ts';
import { drawStillFile, listStills, stillTimeline } from '../../../src/cli/stills.ts';
import { palette } from '../../../src/core/palette.ts';
import { sampleTimeline } from '../../../src/core/sample-timeline.ts';
import { createTimeline } from '../../../src/core/timeline.ts';
import { createViewport } from '../../../src/core/viewport.ts';
import { drawStill, type StillOptions } from '../../../src/still/draw-still.ts';
import type { StillAtlas } from '../../../src/still/still-atlas.ts';
import { readRealStory } from '../../support/fixture-story.ts';

const story = readRealStory();
const viewport = createViewport(1280, 800);
const timeline = createTimeline(story, viewport);
let atlas: StillAtlas;

const draw = (step: string, more: Partial<StillOptions> = {}): string =>
  drawStill(sampleTimeline(timeline, { step, progress: 1, travel: 0 }), viewport, {
    story,
    atlas,
    ...more,
  });
const matches = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([, found]) => found ?? '');

beforeAll(async () => {
  atlas = await readAtlas();
});

describe('drawStill', () => {
  it('gives the same text for the same frame', () => {
    expect(draw('yalu')).toBe(draw('yalu'));
  });

  it('draws what the frame shows, and nothing else of the story', () => {
    const [yalu, talks] = [draw('yalu'), draw('kuntsevo')];
    for (const part of ['front', 'area', 'route']) {
      expect(yalu).toContain(`<g class="${part}"`);
      expect(talks).not.toContain(`<g class="${part}"`);
    }
  });

  it('refers to nothing that it does not define, and defines nothing twice', () => {
    const svg = draw('chosin', { prefix: 'p-' });
    const ids = matches(svg, / id="([^"]*)"/g);
    const used = [...matches(svg, /href="#([^"]*)"/g), ...matches(svg, /url\(#([^)]*)\)/g)];
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !id.startsWith('p-'))).toEqual([]);
    expect(used.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('asks no other file for anything', () => {
    const svg = draw('yalu', { credit: 'Legenda' });
    expect(svg.replace('xmlns="http://www.w3.org/2000/svg"', '')).not.toMatch(/https?:|@import/);
  });

  it('breaks the front where there was none', () => {
    const core = (svg: string): number => {
      const front = /<g class="front".*?<\/g>/.exec(svg)?.[0] ?? '';
      return matches(front, /<path d="([^"]*)"/g)[0]?.match(/M/g)?.length ?? 0;
    };
    expect(core(draw('yalu'))).toBeGreaterThan(10);
    expect(core(draw('talks'))).toBe(1);
  });

  it('names what the live map names, and covers none of it with the furniture', () => {
    const names = (svg: string): number => matches(svg, /<g class="names">(.*?)<\/g><\/g>/g).length;
    expect(names(draw('yalu'))).toBeGreaterThan(0);
    expect(draw('yalu', { credit: 'Legenda' })).toContain('<g class="furniture">');
    expect(draw('yalu')).not.toContain('furniture');
  });

  it('writes colours of the palette as variables, or plain on demand', () => {
    expect(draw('yalu')).toContain(`var(--legenda-north,${palette.north})`);
    expect(draw('yalu', { plain: true })).not.toContain('var(');
  });

  it('lets the lines of the ground fade towards the edge of the globe, where the live map draws them thinner', () => {
    const stroke = (svg: string): string =>
      /<g class="coast">.*? stroke="([^"]*)"/.exec(svg)?.[1] ?? '';
    expect(stroke(draw('yalu'))).toBe(`var(--legenda-coast,${palette.coast})`);
    const svg = draw('thirty-years');
    const [, id] = /^url\(#(.*)\)$/.exec(stroke(svg)) ?? [];
    const [, stops = ''] =
      new RegExp(`<radialGradient id="${id}"(.*?)</radialGradient>`).exec(svg) ?? [];
    const shares = matches(stops, / stop-opacity="([^"]*)"/g).map(Number);
    expect(new Set(matches(stops, / stop-color="([^"]*)"/g))).toEqual(
      new Set([`var(--legenda-coast,${palette.coast})`]),
    );
    expect(shares).toEqual(shares.toSorted((a, b) => b - a));
    expect([shares[0], shares.at(-1)]).toEqual([1, 0]);
  });

  it('says what it shows', () => {
    expect(draw('yalu', { title: 'Arrows & a "front"' })).toContain(
      'role="img" aria-label="Arrows &amp; a &quot;front&quot;"',
    );
  });
});

describe('the stills of the story', () => {
  it('are a cover and one a step, wide and for phones', () => {
    const names = listStills(story).map(({ name }) => name);
    expect(names).toHaveLength(2 * (story.steps.length + 1));
    expect(names).toEqual(expect.arrayContaining(['cover.phone.svg', 'still/yalu.svg']));
  });

  it('take 25 kB at most in the median, with relief, names, legend and all', async () => {
    const sizes: number[] = [];
    const timelines = { wide: stillTimeline(story, 'wide'), phone: stillTimeline(story, 'phone') };
    for (const still of listStills(story)) {
      const svg = await drawStillFile(timelines[still.kind], still, atlas);
      sizes.push(gzipSync(svg, { level: 9 }).length);
    }
    sizes.sort((a, b) => a - b);
    console.log(`stills, gzip: median ${sizes[sizes.length >> 1]}, largest ${sizes.at(-1)} bytes`);
    expect(sizes[sizes.length >> 1]).toBeLessThanOrEqual(25_000);
    expect(sizes.at(-1)).toBeLessThanOrEqual(40_000);
  }, 120_000);
});
