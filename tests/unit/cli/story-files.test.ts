import { execFileSync } from 'node:child_process';
import {
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { exportCommand } from '../../../src/cli/export.ts';
import { handoutCommand } from '../../../src/cli/handout.ts';
import { readDataFile, readTableFile } from '../../../src/cli/read-data-file.ts';
import { readStory } from '../../../src/cli/read-story.ts';
import { readStoryFile } from '../../../src/cli/read-story-file.ts';
import { namedFiles, readStoryFiles } from '../../../src/cli/story-files.ts';
import { writeFolder, writeOutput } from '../../../src/cli/write-output.ts';
import type { FileUse } from '../../../src/compiler/catalog.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'legenda-files-test-'));
const story = join(folder, 'story');
afterAll(() => rmSync(folder, { recursive: true }));

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const MP4 = Buffer.from('\0\0\0\x18ftypisom\0\0\x02\0isomiso2', 'latin1');
const PDF = Buffer.from('%PDF-1.4\n%%EOF\n');

/** Writes a file below the test's folder. */
function put(path: string, content: string | Buffer): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

put('secret.png', PNG);
put('elsewhere/secret.png', PNG);
put('story/bridge.png', PNG);
put('story/pictures/my bridge.png', PNG);
put('story/notes.txt', 'Notes');
put('story/report.pdf', PDF);
put('story/storm.mp4', MP4);
put('story/empty.png', '');
put('story/text.png', 'not a picture');
put('story/page.txt', ' <!doctype html><script>alert(1)</script>');
put('story/huge.png', PNG);
truncateSync(join(story, 'huge.png'), 30e6);
mkdirSync(join(story, 'folder.png'));
symlinkSync(join(folder, 'secret.png'), join(story, 'out.png'));
symlinkSync('out.png', join(story, 'chain.png'));
symlinkSync(join(folder, 'elsewhere'), join(story, 'linked'));
symlinkSync('pictures', join(story, 'own'));
symlinkSync('bridge.png', join(story, 'same.png'));
symlinkSync('round.png', join(story, 'round.png'));
symlinkSync('/dev/zero', join(story, 'zero.png'));
symlinkSync('nowhere.png', join(story, 'dangling.png'));
execFileSync('mkfifo', [join(story, 'pipe.png')]);

function codeOf(address: string, use: FileUse = 'picture'): string {
  const read = readStoryFile(story, address, use);
  return 'file' in read ? read.file.path : read.fault.code;
}

describe('a file that a story names', () => {
  it.each([
    ['bridge.png', 'bridge.png'],
    ['./pictures/../bridge.png?v=1#top', 'bridge.png'],
    ['pictures/my%20bridge.png', 'pictures/my bridge.png'],
    ['same.png', 'same.png'],
    ['own/my%20bridge.png', 'own/my bridge.png'],
  ])('may be %s', (address, path) => {
    expect(codeOf(address)).toBe(path);
  });

  it.each([
    ['../secret.png', 'file-outside'],
    ['pictures/../../secret.png', 'file-outside'],
    ['%2e%2e/secret.png', 'file-outside'],
    ['%2E./secret.png', 'file-outside'],
    ['..%2fsecret.png', 'file-outside'],
    ['%252e%252e/secret.png', 'file-address'],
    ['..\\secret.png', 'file-address'],
    ['..%5csecret.png', 'file-address'],
    ['/etc/passwd', 'file-address'],
    ['//host/secret.png', 'file-address'],
    ['\\\\host\\secret.png', 'file-address'],
    ['C:/secret.png', 'file-address'],
    ['c%3A/secret.png', 'file-address'],
    ['file:///secret.png', 'file-address'],
    ['bridge.png%00.txt', 'file-address'],
    ['bridge%0a.png', 'file-address'],
    ['bridge%.png', 'file-address'],
    ['', 'file-address'],
    ['./', 'file-address'],
    ['out.png', 'file-link'],
    ['chain.png', 'file-link'],
    ['linked/secret.png', 'file-link'],
    ['round.png', 'file-unreadable'],
    ['zero.png', 'file-unreadable'],
    ['pipe.png', 'file-unreadable'],
    ['folder.png', 'file-unreadable'],
    ['empty.png', 'file-unreadable'],
    ['dangling.png', 'missing-file'],
    ['bridge.png/x.png', 'missing-file'],
    [`${'a'.repeat(300)}.png`, 'file-unreadable'],
    ['huge.png', 'file-too-large'],
    ['text.png', 'file-content'],
    ['notes.txt', 'file-kind'],
    ['story.md', 'file-kind'],
    ['cover.png', 'file-reserved'],
    ['Cover.PNG', 'file-reserved'],
    ['still/one.svg', 'file-reserved'],
  ])('may not be %j: %s', (address, code) => {
    expect(codeOf(address)).toBe(code);
  });

  it('is of the kinds that its use allows', () => {
    expect(codeOf('storm.mp4', 'video')).toBe('storm.mp4');
    expect(codeOf('storm.mp4')).toBe('file-kind');
    expect(codeOf('bridge.png', 'video')).toBe('file-kind');
    for (const name of ['report.pdf', 'notes.txt', 'bridge.png', 'storm.mp4']) {
      expect(codeOf(name, 'download')).toBe(name);
    }
    expect(codeOf('page.txt', 'download')).toBe('file-content');
    for (const name of ['a.html', 'a.js', 'a.xhtml', 'a.xml', 'a.md', 'a']) {
      expect(codeOf(name, 'download')).toBe('file-kind');
    }
  });

  it('that is not there is told with the name that is meant', () => {
    const suggested = (address: string) => {
      const read = readStoryFile(story, address, 'picture');
      return 'fault' in read && 'suggestion' in read.fault.values && read.fault.values.suggestion;
    };
    expect(suggested('BRIDGE.PNG')).toBe('Did you mean `bridge.png`?');
    expect(suggested('brige.png')).toBe('Did you mean `bridge.png`?');
    expect(suggested('pictures/my-bridge.png')).toBe('Did you mean `pictures/my bridge.png`?');
    expect(suggested('nothing-like-it.png')).toBe('Check the spelling.');
  });
});

describe('an SVG picture', () => {
  const svg = (inner: string, attributes = '') =>
    `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inner}</svg>`;

  it.each([
    ['a plain drawing', svg('<title>A</title><path d="M0 0h9" fill="url(#a)"/><use href="#b"/>')],
    ['a style', svg('<style>.a{fill:red}</style><rect class="a"/>')],
    ['a raster', svg('<image href="data:image/png;base64,AAAA"/>')],
    ['a head', `<?xml version="1.0" encoding="UTF-8"?>\n<!-- made by hand -->${svg('')}`],
    ['a program’s own', svg('<i:namedview/>', 'xmlns:i="x"').replaceAll('i:', 'inkscape:')],
  ])('may have %s', (_, text) => {
    put('story/drawing.svg', text);
    expect(codeOf('drawing.svg')).toBe('drawing.svg');
  });

  it.each([
    ['a script', svg('<script>alert(1)</script>')],
    [
      'a script of another name',
      svg('<x:script>1</x:script>', 'xmlns:x="http://www.w3.org/2000/svg"'),
    ],
    ['a page', svg('<rdf:script/>', 'xmlns:rdf="http://www.w3.org/1999/xhtml"')],
    ['a handler', svg('', 'onload="alert(1)"')],
    [
      'a foreign object',
      svg('<foreignObject><p xmlns="http://www.w3.org/1999/xhtml"/></foreignObject>'),
    ],
    ['a link', svg('<a href="javascript:alert(1)"><rect/></a>')],
    ['an animated address', svg('<set attributeName="href" to="javascript:alert(1)"/>')],
    ['another file', svg('<use href="https://evil.test/x.svg#a"/>')],
    ['a foreign picture', svg('<image xlink:href="//evil.test/x.png"/>')],
    ['an SVG in data', svg('<image href="data:image/svg+xml,x"/>')],
    ['a foreign fill', svg('<rect fill="url(https://evil.test/x)"/>')],
    ['a fill in odd spelling', svg('<rect fill="\\75rl(https://evil.test/x)"/>')],
    ['an import', svg('<style>@import "https://evil.test/x.css"</style>')],
    ['an import in odd spelling', svg('<style>&#x40;import "x"</style>')],
    ['entities', `<!DOCTYPE svg [<!ENTITY a "b">]>${svg('&a;')}`],
    ['a style sheet', `<?xml-stylesheet href="x.css"?>${svg('')}`],
    ['another encoding', `<?xml version="1.0" encoding="utf-7"?>${svg('')}`],
    ['no root', '<html><script>alert(1)</script></html>'],
    ['nothing', 'text'],
  ])('may not have %s', (_, text) => {
    put('story/drawing.svg', text);
    expect(codeOf('drawing.svg')).toBe('file-svg');
  });
});

describe('a dataset or table on the disk', () => {
  it('that cannot be read is told', () => {
    const codes = (name: string) => readDataFile(story, name).faults.map(({ code }) => code);
    expect(codes('folder.png')).toEqual(['unreadable-data']);
    expect(codes('pipe.png')).toEqual(['unreadable-data']);
    expect(codes('out.png')).toEqual(['unreadable-data']);
    truncateSync(join(story, 'huge.png'), 70e6);
    expect(codes('huge.png')).toEqual(['data-too-large']);
    const table = readTableFile(story, 'linked/secret.png');
    expect('faults' in table && table.faults).toEqual([
      {
        code: 'unreadable-data',
        values: { reason: 'it is a link that leads out of its folder' },
      },
    ]);
  });
});

const STORY = `---
title: Files
description: A story with files of its own.
---

## One {#one}
\`\`\`step
camera: { bounds: [125, 36.8, 129.5, 38.6] }
alt: The middle of Korea.
\`\`\`

![A bridge][b]{credit="Ours"}

![A storm](storm.mp4){credit="Ours"}

[The report](report.pdf#page=2), and <img src="pictures/my%20bridge.png" alt="The same">.[^a]

::: notes
<a href="notes.txt">Notes</a>
:::

[b]: bridge.png

[^a]: ![A point](same.png){credit="Ours"}
`;

describe('case 22: a story with files beside it', () => {
  it('publishes what it names in any way, and nothing else', () => {
    put('story/story.md', STORY);
    const warnings: string[] = [];
    const read = readStory(join(story, 'story.md'), (line) => warnings.push(line));
    expect(warnings.filter((line) => !line.includes('inside a paragraph'))).toEqual([]);
    expect(namedFiles(read).length).toBe(6);
    const files = readStoryFiles(read, story).map(({ path }) => path);
    const named = ['bridge.png', 'notes.txt', 'pictures/my bridge.png', 'report.pdf', 'same.png'];
    expect(files.sort()).toEqual([...named, 'storm.mp4']);
    expect(read.steps[0]?.html).toContain('<video src="storm.mp4" aria-label="A storm" controls');
  });

  it('is not published when a file is swapped after the check', () => {
    put('story/story.md', STORY);
    const read = readStory(join(story, 'story.md'), () => {});
    rmSync(join(story, 'report.pdf'));
    symlinkSync('/etc/passwd', join(story, 'report.pdf'));
    expect(() => readStoryFiles(read, story)).toThrow(/`report\.pdf` is a link that leads out/);
    rmSync(join(story, 'report.pdf'));
    put('story/report.pdf', PDF);
  });
});

describe('case 30: a command', () => {
  const file = join(story, 'story.md');
  const handout = (name: string) =>
    handoutCommand(file, { paper: 'a4', output: join(story, name) });
  const run = {
    handout,
    zip: (name: string) => exportCommand(file, { zip: true, output: join(story, name) }),
    page: (name: string) => exportCommand(file, { singleFile: true, output: join(story, name) }),
    folder: (name: string) => exportCommand(file, { folder: resolve(story, name) }),
  };

  it.each([
    ['handout', 'story.md', 'should end in .pdf'],
    ['handout', 'report.pdf', 'is a file that the story is made of'],
    ['handout', 'hard.pdf', 'story.md that the story is made of'],
    ['handout', 'link.pdf', 'story.md that the story is made of'],
    ['handout', '../story/./report.pdf', 'is a file that the story is made of'],
    ['handout', 'own/../../story/report.pdf', 'is a file that the story is made of'],
    ['handout', 'folder.pdf', 'is a folder'],
    ['handout', 'pipe.pdf', 'is no plain file'],
    ['zip', 'story.md', 'should end in .zip'],
    ['page', 'link.html', 'story.md that the story is made of'],
    ['folder', '.', 'is not empty'],
    ['folder', 'story.md', 'is not a folder'],
    ['folder', join(ROOT, 'geo/new'), 'lies in the folder geo'],
  ] as const)('(%s %s) does not write over what it reads', async (command, name, message) => {
    put('story/story.md', STORY);
    for (const each of ['hard.pdf', 'link.pdf', 'link.html', 'folder.pdf', 'pipe.pdf']) {
      rmSync(join(story, each), { recursive: true, force: true });
    }
    linkSync(file, join(story, 'hard.pdf'));
    symlinkSync('story.md', join(story, 'link.pdf'));
    symlinkSync('story.md', join(story, 'link.html'));
    mkdirSync(join(story, 'folder.pdf'));
    execFileSync('mkfifo', [join(story, 'pipe.pdf')]);
    await expect(run[command](name)).rejects.toThrow(message);
    expect(readFileSync(file, 'utf8')).toBe(STORY);
    expect(readFileSync(join(story, 'report.pdf'))).toEqual(PDF);
  });

  it('that cannot write all leaves what was there', async () => {
    const target = join(folder, 'old/page.html');
    put('old/page.html', 'old');
    const broken = { toString: () => 'x' } as unknown as string;
    await expect(writeOutput(target, broken)).rejects.toThrow(/cannot be written/);
    expect(readFileSync(target, 'utf8')).toBe('old');
    const files = new Map([
      ['index.html', PDF],
      ['index.html/x', PDF],
    ]);
    await expect(writeFolder(join(folder, 'new/site'), files)).rejects.toThrow(/cannot be written/);
    expect(readdirSync(join(folder, 'old'))).toEqual(['page.html']);
    expect(readdirSync(folder)).not.toContain('new');
    expect(await writeOutput(target, 'new')).toBe(3);
    expect(readFileSync(target, 'utf8')).toBe('new');
  });
});
