import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { REAL_STORY_FILE, readRealStory } from '../../support/fixture-story.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'legenda-handout-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the command in an empty folder, as a reader of the manual would. */
function handout(args: string[], env: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(ROOT, 'bin/legenda.mjs'), 'handout', ...args],
    { cwd: folder, encoding: 'utf8', timeout: 240_000, env: { ...process.env, ...env } },
  );
  return { code: status, out: stdout, lines: stderr.split('\n').filter(Boolean) };
}

/** The pages of a PDF as width and height in points, in order. */
function pagesOf(name: string): string[] {
  const pdf = readFileSync(join(folder, name), 'latin1');
  expect(pdf.slice(0, 5)).toBe('%PDF-');
  const boxes = pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g);
  return [...boxes].map(
    ([, width, height]) => `${Math.round(Number(width))}x${Math.round(Number(height))}`,
  );
}

describe('legenda handout', () => {
  it('prints a story on A4, two steps to a page, with vectors and the fonts of the page', () => {
    const { code, out, lines } = handout([REAL_STORY_FILE]);
    expect([code, out, lines]).toEqual([0, 'stalin-korea.pdf\n', []]);
    const pages = pagesOf('stalin-korea.pdf');
    expect(new Set(pages)).toEqual(new Set(['595x842']));
    expect(pages.length).toBeGreaterThanOrEqual(1 + 12 + 1);
    expect(pages.length).toBeLessThanOrEqual(1 + 12 + 3);
    const pdf = readFileSync(join(folder, 'stalin-korea.pdf'), 'latin1');
    expect(pdf).toMatch(/OldStandardTT-Bold/);
    expect(pdf).toMatch(/SourceSerif4-Regular/);
    // Nothing is a picture but the soft relief: one for each step at most.
    const pictures = [...pdf.matchAll(/\/Subtype ?\/Image\s*\/Width (\d+)/g)].map(([, w]) =>
      Number(w),
    );
    expect(pictures.length).toBeGreaterThan(0);
    expect(pictures.length).toBeLessThanOrEqual(readRealStory().steps.length);
  }, 300_000);

  it('prints the teacher’s copy on other paper, where it is told to', () => {
    const { code, out } = handout([
      REAL_STORY_FILE,
      '--paper',
      'Letter',
      '--notes',
      '-o',
      'a b.pdf',
    ]);
    expect([code, out]).toEqual([0, 'a b.pdf\n']);
    const pages = pagesOf('a b.pdf');
    expect(new Set(pages)).toEqual(new Set(['612x792']));
    expect(pages.length).toBeLessThanOrEqual(1 + 12 + 4);
  }, 300_000);

  it.each([
    ['an unknown paper', [REAL_STORY_FILE, '--paper', 'a3'], {}, 'There are: a4, letter.'],
    ['a file that is not there', ['no/story.md'], {}, 'no/story.md cannot be read.'],
    [
      'a browser that is not there',
      [REAL_STORY_FILE],
      { LEGENDA_BROWSER: '/no/browser' },
      'LEGENDA_BROWSER is /no/browser, but there is no such file. A handout is printed with it.',
    ],
    [
      'a browser that does not start',
      [REAL_STORY_FILE],
      { LEGENDA_BROWSER: REAL_STORY_FILE },
      'could not print',
    ],
    [
      'a folder that is not there',
      [REAL_STORY_FILE, '-o', 'no/folder.pdf'],
      {},
      `no/folder.pdf cannot be written: there is no folder ${join(folder, 'no')}. Make it first.`,
    ],
    [
      'a wrong address of the site',
      [REAL_STORY_FILE],
      { LEGENDA_SITE: 'x' },
      'LEGENDA_SITE is "x"',
    ],
  ])(
    'answers %s with one line, and fails',
    (_, args, env, message) => {
      const { code, out, lines } = handout(args, env);
      expect(lines).toHaveLength(1);
      expect(lines[0]).toContain(message);
      expect([code, out]).toEqual([1, '']);
      expect(existsSync(join(folder, 'no'))).toBe(false);
    },
    300_000,
  );
});
