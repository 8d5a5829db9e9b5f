import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const COMMAND = fileURLToPath(new URL('../../../bin/legenda.mjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'legenda-hostile-'));
afterAll(() => rmSync(folder, { recursive: true }));

const STORY = '---\ntitle: A\ndescription: B\n---\n\n## One\n';

beforeAll(() => {
  mkdirSync(join(folder, 'folder.md'));
  const wide = Buffer.from(`\uFEFF${STORY}`, 'utf16le');
  const files: Record<string, string | Uint8Array> = {
    'empty.md': '',
    'binary.md': Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256),
    'utf-16.md': wide,
    'utf-16-be.md': Buffer.from(wide).swap16(),
    'utf-16-bare.md': Buffer.from(STORY, 'utf16le'),
    'latin-1.md': Buffer.from(STORY.replace('title: A', 'title: Größe'), 'latin1'),
    'long.md': '*a*{.b} '.repeat(300_000),
    'huge.md': '',
    'keys.md': `---\n${Array.from({ length: 5000 }, (_, n) => `k${n}: 1\n`).join('')}---\n`,
    'broken.geojson': '{',
    'list.geojson': '[]',
  };
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  // Takes no room on the disk.
  truncateSync(join(folder, 'huge.md'), 3e9);
});

/** Runs the command; what it says on standard error, by lines. */
function legenda(...args: string[]): Promise<{ code: number; lines: string[] }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [COMMAND, ...args], { cwd: folder }, (error, _, stderr) => {
      resolve({ code: Number(error?.code ?? 0), lines: stderr.split('\n').filter(Boolean) });
    });
  });
}

const SENTENCES = [
  'no-such.md cannot be read. Give the path of a story file.',
  'folder.md cannot be read. Give the path of a story file.',
  'binary.md is no text. Give the path of a story file.',
  'utf-16.md is saved in UTF-16. Save it as UTF-8.',
  'utf-16-be.md is saved in UTF-16. Save it as UTF-8.',
  'utf-16-bare.md is no text. Give the path of a story file.',
  'latin-1.md is not saved in UTF-8. Save it as UTF-8.',
  'huge.md is too large for a story. Give the path of a text file.',
];

describe('a file that is no story', () => {
  it('is told in one sentence, file by file', async () => {
    const files = SENTENCES.map((sentence) => sentence.split(' ')[0]!);
    expect(await legenda('check', ...files)).toEqual({ code: 1, lines: SENTENCES });
  }, 60_000);

  it('is told by its issues where it can be read', async () => {
    const { code, lines } = await legenda('check', 'empty.md', 'long.md', 'keys.md');
    expect(code).toBe(1);
    const [empty, long] = ['empty.md', 'long.md'].map((file) =>
      lines.filter((line) => line.startsWith(file)),
    );
    expect(empty![0]).toMatch(/^empty\.md:1:1 error: The file does not begin with front matter\./);
    expect(long).toEqual([
      expect.stringMatching(/^long\.md:1:1 error: The file has 2,400,000 characters;/),
    ]);
    expect(lines.at(-1)).toBe('and 4,980 more');
  }, 60_000);
});

describe('a command that fails', () => {
  it.each([
    [['front', 'list.geojson', '--date', '1951-01-01']],
    [['side', 'korea/front-line', '1,2', '--date', '1951-01-01', '--within', 'broken.geojson']],
    [['share', 'folder.md']],
    [['export', 'folder.md', '--single-file']],
  ])(
    'says so without a stack of calls: %j',
    async (args) => {
      const { code, lines } = await legenda(...args);
      expect(code).toBe(1);
      expect(lines.length).toBeGreaterThan(0);
      for (const line of lines) {
        expect(line).not.toMatch(/^\s+at |node:internal|file:\/\//);
        expect(line.length).toBeLessThan(400);
      }
    },
    60_000,
  );
});
