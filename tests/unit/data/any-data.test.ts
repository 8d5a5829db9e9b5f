import fc from 'fast-check';
import type { FeatureCollection } from 'geojson';
import { expect, it } from 'vitest';
import { compileStory } from '../../../src/compiler/compile-story.ts';
import { sampleTimeline } from '../../../src/core/sample-timeline.ts';
import type { LayerKind } from '../../../src/core/story.ts';
import { createTimeline } from '../../../src/core/timeline.ts';
import { createViewport } from '../../../src/core/viewport.ts';
import { readGeojson } from '../../../src/data/read-geojson.ts';

const SOUND: FeatureCollection = {
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      id: '1950-06-25',
      properties: { date: '1950-06-25', role: 'line', uncertainty_km: 3, next: [[0.5, 0.4]] },
      geometry: {
        type: 'LineString',
        coordinates: [
          [124, 38],
          [127, 38.2],
          [131, 38],
        ],
      },
    },
    {
      type: 'Feature',
      id: '1950-09-15',
      properties: { date: '1950-09-15', role: 'line', broken_until: '1950-09-20' },
      geometry: {
        type: 'LineString',
        coordinates: [
          [126, 35],
          [129, 36],
        ],
      },
    },
    {
      type: 'Feature',
      id: 'pocket',
      properties: { date: '1950-07-25', role: 'enclave', name: 'pocket', until: '1950-08-25' },
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [126, 40],
            [127, 40],
            [127, 41],
            [126, 40],
          ],
        ],
      },
    },
    {
      type: 'Feature',
      id: 'march',
      properties: {
        name: 'March',
        days: [
          [0, '1950-06-25'],
          [1, '1950-06-28'],
        ],
        unit: { name: '1st', along: 0.5 },
      },
      geometry: {
        type: 'LineString',
        coordinates: [
          [126, 38],
          [127, 37],
        ],
      },
    },
    {
      type: 'Feature',
      id: 'a',
      properties: { name: 'A' },
      geometry: { type: 'Point', coordinates: [1, 2] },
    },
  ],
};

/** What stands in place of some value of sound data. */
const ODD = fc.oneof(
  fc.constantFrom(
    ...[null, '', 'line', 'enclave', '1950-06-25', '1950-02-30', [], {}, true, 'constructor'],
    ...[
      Number.POSITIVE_INFINITY,
      -1e308,
      1e-320,
      180,
      -180,
      90,
      91,
      1e7,
      [[]],
      [1],
      [1, 2],
      'Feature',
      'Polygon',
    ],
    ...['LineString', 'MultiPolygon', 'GeometryCollection', '__proto__'],
  ),
  fc.double(),
  fc.json().map((text) => JSON.parse(text) as unknown),
);

type Container = Record<string, unknown>;

/** All containers of a value, with the keys in them. */
function slotsOf(value: unknown): [Container, string][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.keys(value).flatMap((key) => [
    [value as Container, key] as [Container, string],
    ...slotsOf((value as Container)[key]),
  ]);
}

const CHANGE = fc.record({ at: fc.nat(), by: ODD, drops: fc.boolean() });

const TEXT = fc.array(CHANGE, { maxLength: 4 }).map((changes) => {
  const data: unknown = structuredClone(SOUND);
  for (const { at, by, drops } of changes) {
    const slots = slotsOf(data);
    const [container, key] = slots[at % Math.max(1, slots.length)] ?? [{}, ''];
    if (drops) delete container[key];
    else
      Object.defineProperty(container, key, {
        value: by,
        configurable: true,
        enumerable: true,
        writable: true,
      });
  }
  // What JSON cannot say, as a program might write it.
  return JSON.stringify(data, (_, value: unknown) =>
    value === Number.POSITIVE_INFINITY ? '∞' : value,
  ).replaceAll('"∞"', '1e999');
});

const KINDS: readonly LayerKind[] = [
  ...(['dated-line', 'dated-area', 'route', 'points', 'area', 'label', 'style'] as const),
];

function storyOf(kind: LayerKind, only: string, camera: string): string {
  const more = { 'dated-area': ', within: land', style: ', style: { type: circle }' };
  const extra = more[kind as keyof typeof more] ?? '';
  return `---
title: A test
description: A story for a test.
layers:
  it: { from: data, as: ${kind}${only}${extra} }
---

## One {#one}

\`\`\`step
camera: { ${camera} }
date: 1950-06-20 .. 1950-09-30
show: [it]
\`\`\`

## Two {#two}

\`\`\`step
camera: { bounds: [124, 34, 130, 43] }
\`\`\`
`;
}

const LAND = {
  type: 'Polygon',
  coordinates: [
    [
      [124, 34],
      [130, 34],
      [130, 43],
      [124, 34],
    ],
  ],
};

const ONLY: Partial<Record<LayerKind, string>> = {
  'dated-line': ', only: ["1950-06-25", "1950-09-15", pocket]',
  'dated-area': ', only: ["1950-06-25", "1950-09-15", pocket]',
  route: ', only: [march]',
  points: ', only: [a]',
  label: ', only: [a]',
  area: ', only: [pocket]',
};

/** How many of the texts were data that a story can be made of. */
function tryAll(text: string, kind: LayerKind, aims: boolean): number {
  const reading = readGeojson(text);
  expect(reading.dataset !== undefined || reading.faults.length > 0).toBe(true);
  const catalog = { datasets: { data: () => reading, land: LAND }, basemaps: ['atlas'] };
  const source = storyOf(kind, ONLY[kind] ?? '', aims ? 'layer: it' : 'bounds: [124, 34, 130, 43]');
  const { story, issues } = compileStory(source, { file: 'story.md', catalog });
  for (const { message, hint } of issues) {
    expect(message).not.toMatch(/undefined|\[object|\{\w+\}/);
    expect(hint).not.toBe('');
  }
  if (!story) {
    expect(issues.some(({ severity }) => severity === 'error')).toBe(true);
    return 0;
  }
  const sent = JSON.parse(JSON.stringify(story)) as typeof story;
  const timeline = createTimeline(sent, createViewport(1280, 800));
  for (const [progress, travel] of [
    [0, 0],
    [0.3, 0],
    [0.7, 0],
    [1, 0],
    [1, 0.5],
  ] as const) {
    const frame = sampleTimeline(timeline, { step: 'one', progress, travel });
    expect(JSON.stringify(frame)).not.toMatch(/null,null|NaN/);
    expect([...frame.camera.center, frame.camera.zoom].every(Number.isFinite)).toBe(true);
  }
  return 1;
}

it.each(KINDS)(
  'whatever the data of a layer drawn as %s, it is told or it can be drawn',
  (kind) => {
    let drawn = 0;
    const property = fc.property(TEXT, fc.boolean(), (text, aims) => {
      drawn += tryAll(text, kind, aims);
    });
    fc.assert(property, { numRuns: 150 });
    expect(drawn).toBeGreaterThan(10);
  },
);
