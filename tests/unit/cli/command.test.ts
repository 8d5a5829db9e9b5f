import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Feature } from 'geojson';
import { afterAll, describe, expect, it } from 'vitest';
import { parseDay } from '../../../src/core/calendar.ts';
import { createDatedLine } from '../../../src/core/dated-line.ts';
import { sampleTimeline } from '../../../src/core/sample-timeline.ts';
import { createTimeline } from '../../../src/core/timeline.ts';
import { createViewport } from '../../../src/core/viewport.ts';
import { REAL_STORY_FILE, readRealStory } from '../../support/fixture-story.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const BROKEN = join(ROOT, 'tests/stories/broken-unknown-layer/story.md');
const folder = mkdtempSync(join(tmpdir(), 'legenda-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Run {
  code: number | null;
  out: string;
  lines: string[];
}

/** Runs the command as a reader of the manual would. */
function legenda(args: string[], cwd = ROOT): Run {
  const command = join(ROOT, 'bin/legenda.mjs');
  const options = { cwd, encoding: 'utf8', timeout: 60_000 } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], options);
  return { code: status, out: stdout, lines: stderr.split('\n').filter(Boolean) };
}

const frame = (...args: string[]) => legenda(['frame', REAL_STORY_FILE, ...args]);
const realStory = readRealStory();

describe('legenda frame', () => {
  it('prints the frame that the page would show', () => {
    const { code, out, lines } = frame('--at', 'yalu:0.5');
    const timeline = createTimeline(realStory, createViewport(1280, 800));
    const playhead = { step: 'yalu', progress: 0.5, travel: 0 };
    expect(JSON.parse(out)).toEqual(sampleTimeline(timeline, playhead));
    expect([code, lines]).toEqual([0, []]);
  }, 60_000);

  it('prints it for another window, on the way, and for less motion', () => {
    const { out } = frame('--at', 'yalu+0.7', '--viewport', '390x844', '--reduced-motion');
    const options = { reducedMotion: true };
    const timeline = createTimeline(realStory, createViewport(390, 844), options);
    const playhead = { step: 'yalu', progress: 1, travel: 0.7 };
    expect(JSON.parse(out)).toEqual(sampleTimeline(timeline, playhead));
  }, 60_000);

  it.each([
    ['a place that cannot be read', ['--at', 'yalu:2'], '"yalu:2" is not a place in a story.'],
    [
      'a window without a size',
      ['--at', 'yalu', '--viewport', '0x10'],
      '"0x10" is not a viewport.',
    ],
    ['a window in words', ['--at', 'yalu', '--viewport', 'wide'], '"wide" is not a viewport.'],
    ['an unknown step', ['--at', 'nowhere'], 'has no step "nowhere". Its steps are: kuntsevo,'],
    ['no place at all', [], "required option '--at <playhead>'"],
  ])(
    'answers %s with one line, and fails',
    (_, args, message) => {
      const { code, out, lines } = frame(...args);
      expect(lines).toHaveLength(1);
      expect(lines[0]).toContain(message);
      expect(lines[0]).not.toMatch(/^\s+at /);
      expect([code, out]).toEqual([1, '']);
    },
    60_000,
  );

  it.each(['missing.md', '.'])(
    'answers a file that cannot be read, %j, with one line',
    (file) => {
      const { code, out, lines } = legenda(['frame', file, '--at', 'yalu']);
      expect(lines).toEqual([`${file} cannot be read. Give the path of a story file.`]);
      expect([code, out]).toEqual([1, '']);
    },
    60_000,
  );
});

describe('legenda check', () => {
  it('says where each mistake of a broken story is', () => {
    const { code, out, lines } = legenda(['check', BROKEN]);
    const text = readFileSync(BROKEN, 'utf8').split('\n');
    const found = lines.map((line) => /^(.*):(\d+):(\d+) (error|warning): .+[.?]$/.exec(line));
    expect(found).not.toContain(null);
    expect(new Set(found.map((match) => match![1]))).toEqual(new Set([BROKEN]));
    const unknown = found.find((match) => match![0].includes('no layer `frnt`'))!;
    const at = text[Number(unknown[2]) - 1]!.slice(Number(unknown[3]) - 1);
    expect(at).toMatch(/^frnt/);
    expect([code, out]).toEqual([1, '']);
  }, 60_000);

  it('says how much is right in a sound story, from any folder', () => {
    const { code, out, lines } = legenda(['check', 'story.md'], resolve(REAL_STORY_FILE, '..'));
    expect(out).toBe(`story.md: ${realStory.steps.length} steps, no errors.\n`);
    expect([code, lines]).toEqual([0, []]);
  }, 60_000);

  it('checks every file that it is given, whatever is wrong with one', () => {
    cpSync(BROKEN, join(folder, 'broken.md'));
    writeFileSync(join(folder, 'empty.md'), '');
    const files = ['missing.md', 'broken.md', REAL_STORY_FILE, 'empty.md'];
    const { code, out, lines } = legenda(['check', ...files], folder);
    expect(out).toContain(`${REAL_STORY_FILE}: ${realStory.steps.length} steps, no errors.`);
    expect(lines[0]).toBe('missing.md cannot be read. Give the path of a story file.');
    expect(lines.some((line) => line.startsWith('broken.md:'))).toBe(true);
    expect(lines.at(-1)).toMatch(/^empty\.md:1:1 error: /);
    expect(code).toBe(1);
  }, 60_000);
});

describe('legenda', () => {
  it('says what it can do, as `npx legenda --help` in a clone', () => {
    const options = { cwd: ROOT, encoding: 'utf8', timeout: 60_000, shell: true } as const;
    const { status, stdout } = spawnSync('npx --offline legenda --help', options);
    expect(status).toBe(0);
    for (const command of ['check', 'frame'])
      expect(stdout).toMatch(new RegExp(`^ +${command} `, 'm'));
  }, 60_000);

  it('does not know a command that it has not', () => {
    const { code, out, lines } = legenda(['bogus']);
    expect(lines).toEqual(["error: unknown command 'bogus'"]);
    expect([code, out]).toEqual([1, '']);
  }, 60_000);
});

describe('legenda side', () => {
  const side = (...args: string[]) => legenda(['side', 'korea/front-line', ...args]);

  it('says who held a place on a day, how far the line was, and how sure that is', () => {
    const { code, out, lines } = side('--date', '1951-01-10', 'seoul');
    expect(out).toMatch(/^north, \d+\.\d km from the line \(the line may be wrong by \d+ km\)\n$/);
    expect([code, lines]).toEqual([0, []]);
    expect(side('--date', '1950-11-28', '127.25,40.38').out).toMatch(
      /^south, .*in the enclave "chosin".*there was no continuous line/,
    );
  }, 60_000);

  it('answers rows of positions, and keeps those that it cannot answer', () => {
    const command = join(ROOT, 'bin/legenda.mjs');
    const input =
      'date,lon,lat\n1950-07-01,126.978,37.566\n1950-13-01,1,2\n1951-03-20,126.978,37.566\n1951-03-20,123.43,41.806\n';
    const args = [command, 'side', 'korea/front-line', '--csv'];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, {
      ...{ cwd: ROOT, encoding: 'utf8', input, timeout: 60_000 },
    });
    const rows = stdout.trim().split('\n');
    expect(rows[0]).toBe('date,lon,lat,side,km');
    expect(rows[1]).toMatch(/^1950-07-01,126\.978,37\.566,north,\d+\.\d$/);
    expect(rows[2]).toBe('1950-13-01,1,2,,');
    expect(rows[3]).toMatch(/,south,\d+\.\d$/);
    expect(rows[4]).toBe('1951-03-20,123.43,41.806,,');
    expect(stderr.trim().split('\n')).toEqual([
      'Row 2: "1950-13-01" is not a date. Write it like 1951-01-10.',
      'Row 4: "123.43,41.806" is not on the land that the line divides (korea/peninsula).',
    ]);
    expect(status).toBe(1);
  }, 60_000);

  it.each([
    [['--date', '1951-01-10', 'soul'], 'There is no place "soul". Did you mean "seoul"?'],
    [['--date', '1951-02-30', 'seoul'], '"1951-02-30" is not a date.'],
    [['--date', '1949-01-01', 'seoul'], 'It is known from 1950-06-25 to 1953-07-27.'],
    [['--date', '1951-01-10', '200,1'], '"200,1" is not a position.'],
    [['seoul'], 'Say which place and which day'],
    [['--date', '1951-01-10', 'antung'], '"antung" is not on the land that the line divides'],
  ])(
    'answers %j with one line, and fails',
    (args, message) => {
      const { code, out, lines } = side(...args);
      expect(lines).toHaveLength(1);
      expect(lines[0]).toContain(message);
      expect([code, out]).toEqual([1, '']);
    },
    60_000,
  );

  it('names the datasets where there is none of that name', () => {
    const { lines } = legenda(['side', 'korea/frontline', '--date', '1951-01-10', 'seoul']);
    expect(lines).toEqual([
      'There is no dataset "korea/frontline". Did you mean "korea/front-line"?',
    ]);
    const other = legenda(['front', 'places', '--date', '1951-01-10']);
    expect(other.lines[0]).toMatch(/^"places" is not a dated line\./);
  }, 60_000);
});

describe('legenda front', () => {
  it('prints the line of a day as GeoJSON that can be read as a dated line again', () => {
    const { code, out } = legenda(['front', 'korea/front-line', '--date', '1950-12-01']);
    const { features } = JSON.parse(out);
    const known = createDatedLine(features).sample(parseDay('1950-12-01') ?? Number.NaN);
    const file = readFileSync(join(ROOT, 'geo/korea/front-line.geojson'), 'utf8');
    const given = createDatedLine(JSON.parse(file).features);
    const sample = given.sample(parseDay('1950-12-01') ?? Number.NaN);
    expect(known.line).toEqual(sample.line);
    expect(known.enclaves).toEqual(sample.enclaves);
    expect([known.uncertainty, known.continuous]).toEqual([sample.uncertainty, false]);
    expect(code).toBe(0);
  }, 60_000);

  it('says which known days a line lies between, and where they are from', () => {
    const { out } = legenda(['front', 'korea/front-line', '--date', '1950-06-26']);
    const file = readFileSync(join(ROOT, 'geo/korea/front-line.geojson'), 'utf8');
    const lines = JSON.parse(file).features.filter(
      ({ properties }: Feature) => properties?.role === 'line',
    );
    const [first, second] = lines.map(({ properties }: Feature) => properties);
    expect(JSON.parse(out).features[0].properties).toMatchObject({
      title: first.title,
      from: first.date,
      to: second.date,
      source: `${first.source}; ${second.source}`,
    });
  }, 60_000);
});

describe('legenda share', () => {
  it('prints a row a week, whose parts make the whole', () => {
    const { code, out } = legenda(['share', 'korea/front-line']);
    const [head, ...rows] = out.trim().split('\n');
    expect(head).toBe('date,north_km2,south_km2,north_percent,south_percent');
    expect(rows).toHaveLength(163);
    expect([rows[0]?.slice(0, 10), rows.at(-1)?.slice(0, 10)]).toEqual([
      '1950-06-25',
      '1953-07-27',
    ]);
    const wholes = rows.map((row) => {
      const [, north, south, ...percents] = row.split(',').map(Number) as number[];
      expect((percents[0] ?? 0) + (percents[1] ?? 0)).toBeCloseTo(100, 0);
      return (north ?? 0) + (south ?? 0);
    });
    expect(Math.max(...wholes) - Math.min(...wholes)).toBeLessThanOrEqual(2);
    expect(code).toBe(0);
  }, 60_000);

  it('asks for whole days', () => {
    const { lines } = legenda(['share', 'korea/front-line', '--every', 'week']);
    expect(lines).toEqual(['"week" is not a number of days. Write it like 7.']);
  }, 60_000);
});
