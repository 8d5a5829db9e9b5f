import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
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
