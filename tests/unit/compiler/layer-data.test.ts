import type { Feature } from 'geojson';
import { describe, expect, it } from 'vitest';
import { compileStory } from '../../../src/compiler/compile-story.ts';
import { readGeojson } from '../../../src/data/read-geojson.ts';

const feature = (properties: object, coordinates: unknown): Feature =>
  ({
    type: 'Feature',
    id: 'march',
    properties,
    geometry: {
      type: Array.isArray((coordinates as unknown[])[0]) ? 'LineString' : 'Point',
      coordinates,
    },
  }) as Feature;

const LINE = [
  [124, 40],
  [126, 41],
];

/** The issues of a story whose one layer is drawn from these features. */
function issuesOf(as: string, features: readonly Feature[]) {
  const text = [
    `---\ntitle: A test\ndescription: A story for a test.\nlayers: { x: { from: own, as: ${as} } }\n---\n`,
    '## One {#one}\n\n```step\ncamera: { bounds: [124, 34, 130, 43] }\nshow: [x]\nalt: Korea.\n```\n\nText.\n',
  ].join('\n');
  const own = () => readGeojson(JSON.stringify({ type: 'FeatureCollection', features }));
  const catalog = { datasets: { own }, tables: {}, basemaps: ['atlas'] };
  return compileStory(text, { file: 'story.md', catalog }).issues;
}

describe('case 13: data that a layer cannot be drawn with', () => {
  it.each<[string, string, Feature[], RegExp]>([
    ['days with hours', 'route', [feature({ days: [[0, '1950-06-25T04:00']] }, LINE)], /`days`/],
    [
      'days that run backward',
      'route',
      [
        feature(
          {
            days: [
              [0, '1950-10-25'],
              [1, '1950-10-19'],
            ],
          },
          LINE,
        ),
      ],
      /`days`/,
    ],
    ['a latitude of 190', 'points', [feature({ name: 'Far' }, [127, 190])], /190/],
    ['an empty collection', 'points', [], /has no feature/],
    ['a label without a name', 'label', [feature({}, [127, 37])], /`name`/],
  ])('tells of %s, and where the layer is', (_, as, features, words) => {
    const [issue, ...others] = issuesOf(as, features);
    expect(issue?.severity).toBe('error');
    expect(issue?.message).toMatch(words);
    expect(issue?.line).toBe(4);
    expect(issue?.hint).not.toBe('');
    expect(others).toEqual([]);
  });

  it('draws the same layers from sound data', () => {
    const route = feature(
      {
        days: [
          [0, '1950-10-19'],
          [1, '1950-10-25'],
        ],
      },
      LINE,
    );
    expect(issuesOf('route', [route])).toEqual([]);
    expect(issuesOf('label', [feature({ name: 'Seoul' }, [127, 37])])).toEqual([]);
  });
});
