import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { fileAt } from '../../../src/cli/export/addresses.ts';
import { editTags } from '../../../src/cli/export/edit-tags.ts';
import { REAL_STORY_FILE } from '../../support/fixture-story.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'legenda-export-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

const STORY = `---
title: One step
description: A story with a picture of its own.
---

## Seoul {#seoul}
\`\`\`step
camera: { bounds: [125, 36.8, 129.5, 38.6] }
alt: The middle of Korea.
\`\`\`

Seoul.

![A point](pictures/a%20point.svg "A point"){credit="Ours"}
`;

/** Runs the command in an empty folder, as a reader of the manual would. */
function exported(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(ROOT, 'bin/legenda.mjs'), 'export', ...args],
    { cwd: folder, encoding: 'utf8', timeout: 240_000, env: { ...process.env, LEGENDA_SITE: '' } },
  );
  return { code: status, out: stdout, lines: stderr.split('\n').filter(Boolean) };
}

/** The relative addresses of a page. */
function addressesOf(html: string): string[] {
  const found: string[] = [];
  editTags(html, (tag) => {
    for (const name of ['src', 'srcset', 'href']) found.push(tag.get(name) ?? '');
    return tag.text;
  });
  return found.filter((address) => address !== '' && !/^(#|[a-z]+:)/.test(address));
}

describe('legenda export', () => {
  it('writes a story of any folder as a zip, with all that its page names', () => {
    mkdirSync(join(folder, 'first/pictures'), { recursive: true });
    writeFileSync(join(folder, 'first/story.md'), STORY);
    const picture = '<svg xmlns="http://www.w3.org/2000/svg"/>';
    writeFileSync(join(folder, 'first/pictures/a point.svg'), picture);
    const { code, out, lines } = exported('first/story.md', '-o', 'out/first.zip');
    expect([code, lines]).toEqual([0, []]);
    expect(out).toMatch(/^out\/first\.zip \(\d\.\d\d MB\)\n$/);
    const files = new Map(Object.entries(unzipSync(readFileSync(join(folder, 'out/first.zip')))));
    const html = new TextDecoder().decode(files.get('index.html'));
    expect(html).toContain('<title>One step</title>');
    const named = addressesOf(html);
    expect(named).toEqual(expect.arrayContaining(['./story.json', './still/seoul.svg#map']));
    expect(html).toContain('<meta name="legenda-embed" content="./embed.js">');
    expect([...files.keys()]).toContain('embed.js');
    expect(named.filter((address) => !fileAt(address, 'index.html', files))).toEqual([]);
    expect(new TextDecoder().decode(files.get('pictures/a point.svg'))).toBe(picture);
    expect([...files.keys()].filter((name) => /feed|sitemap|\.\./.test(name))).toEqual([]);
  }, 300_000);

  it.each([
    ['nothing to write', [], 'Say what to write: --single-file, --zip, or --folder <folder>;'],
    ['two things', ['--single-file', '--zip'], 'One thing at a time.'],
    ['a folder that is not empty', ['--folder', ROOT], 'is not empty.'],
    ['a folder with a file’s name', ['--folder', 'x', '-o', 'y'], 'leave out -o.'],
    ['a wrong ending', ['--single-file', '-o', 'a.zip'], '"a.zip" should end in .html'],
    ['a zip with a wrong ending', ['--zip', '-o', 'a.html'], '"a.html" should end in .zip'],
    ['an unknown option', ['--pdf'], "unknown option '--pdf'"],
  ])(
    'answers %s with one line, and fails',
    (_, args, message) => {
      const before = readdirSync(folder);
      const { code, out, lines } = exported(REAL_STORY_FILE, ...args);
      expect(lines).toHaveLength(1);
      expect(lines[0]).toContain(message);
      expect([code, out]).toEqual([1, '']);
      expect(readdirSync(folder)).toEqual(before);
    },
    60_000,
  );

  it('answers a story that is not there, or has errors, as `check` does', () => {
    const missing = exported('none/story.md', '--zip');
    expect(missing.lines).toEqual(['none/story.md cannot be read. Give the path of a story file.']);
    const broken = exported(join(ROOT, 'tests/stories/broken-unknown-layer/story.md'), '--zip');
    expect(broken.lines[0]).toMatch(/story\.md:\d+:\d+ error: /);
    expect([missing.code, broken.code]).toEqual([1, 1]);
  }, 60_000);
});
