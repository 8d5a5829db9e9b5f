import { execFile } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../../scripts/packages.ts';
import { PAGE_POLICY, PICTURE_POLICY } from '../../src/cli/content-policy.ts';
import { readStory } from '../../src/cli/read-story.ts';

const PAGES = [
  'README.md',
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'docs/data.md',
  'docs/embed.md',
  'docs/package.md',
  'docs/present.md',
  'docs/story-format.md',
  'docs/use.md',
  'geo/LICENSE.md',
];

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const unique = (items: readonly string[]): string[] => [...new Set(items)];
const matches = (text: string, pattern: RegExp): string[] =>
  unique([...text.matchAll(pattern)].map(([, found = '']) => found));

/** A page without blocks and spans of code, whose links are examples. */
function prose(page: string): string {
  return page.replace(/^(`{3,})[^\n]*\n[\s\S]*?^\1$/gm, '').replace(/`[^`\n]*`/g, '');
}

/** The lines of a page's `sh` blocks that run `legenda`. */
function commandsOf(page: string): string[] {
  const blocks = [...page.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, block = '']) => block);
  return blocks.flatMap((block) => block.split('\n')).filter((line) => /^npx legenda /.test(line));
}

describe.each(PAGES)('the page %s', (path) => {
  const page = read(path);

  it('links only to files that are there', () => {
    const links = matches(prose(page), /\]\(([^)\s]+)\)/g).filter((link) => !/^\w+:/.test(link));
    const missing = links.filter(
      (link) => !existsSync(resolve(ROOT, dirname(path), link.replace(/#.*$/, '') || '.')),
    );
    expect(missing).toEqual([]);
  });

  it('names only npm scripts that package.json has', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = matches(page, /npm run (?:--silent )?([\w:-]+)/g);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});

describe('the commands', () => {
  const commands = unique(PAGES.flatMap((path) => commandsOf(read(path))));
  const [, slug = '', example = ''] =
    /^Save this as `(stories\/[^`]+)`[\s\S]*?^````text\n([\s\S]*?)^````$/m.exec(
      read('README.md'),
    ) ?? [];
  let folder = '';

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'legenda-docs-'));
    cpSync(join(ROOT, 'stories'), join(folder, 'stories'), { recursive: true });
    mkdirSync(dirname(join(folder, slug)), { recursive: true });
    writeFileSync(join(folder, slug), example);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('are there to be run', () => {
    expect(commands.length).toBeGreaterThan(1);
  });

  // An export builds a page, with all its stills.
  it.each(commands)('%s', { timeout: 300_000 }, async (command) => {
    const [, , ...args] = command.split(/\s+/);
    const { bin } = JSON.parse(read('package.json')) as { bin: { legenda: string } };
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [join(ROOT, bin.legenda), ...args],
      { cwd: folder, maxBuffer: 2 ** 26 },
    );
    expect(stdout).not.toBe('');
  });

  it('find nothing to warn of in the example of the README', () => {
    const warnings: string[] = [];
    const story = readStory(join(folder, slug), (line) => warnings.push(line));
    expect(warnings).toEqual([]);
    expect(story.steps).toHaveLength(1);
  });
});

describe('the page on hosting', () => {
  it('recommends the policies that `npm start` sends', () => {
    const policies = matches(read('docs/use.md'), /^Content-Security-Policy: (.*)$/gm);
    expect(policies).toEqual([PAGE_POLICY, PICTURE_POLICY]);
  });
});

describe('the page on presenting', () => {
  const page = read('docs/present.md');

  it('names every kind of message, and every key of a lesson', () => {
    const kinds = matches(read('src/present/protocol.ts'), /^ {2}kind: '(\w+)';$/gm);
    const keys = matches(read('src/present/lesson.ts'), /^ {2}(\w+): /gm);
    expect(kinds).toHaveLength(5);
    expect([...kinds, ...keys].filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
  });
});

describe('the table of the element', () => {
  const table = read('README.md').split('## The element')[1]?.split('\n## ')[0] ?? '';
  const cells = table
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .flatMap((line) => [...(line.split(' | ')[0] ?? '').matchAll(/`([^`]+)`/g)])
    .map(([, name = '']) => name);
  const source = read('src/elements/map-story.ts');

  it('has rows', () => {
    expect(cells.length).toBeGreaterThan(5);
  });

  it.each(cells)('names %s, which <map-story> has', (name) => {
    if (name.includes('-')) expect(source).toMatch(new RegExp(`@event (?:\\{.*\\} )?${name} - `));
    else if (name.endsWith(')')) {
      expect(source).toMatch(new RegExp(`^  (?:async )?${name.replace(/\(.*/, '')}\\(`, 'm'));
    } else expect(source).toMatch(new RegExp(`^  (?:declare|get) ${name}\\b`, 'm'));
  });

  it('names every event that <map-story> documents', () => {
    expect(cells).toEqual(expect.arrayContaining(matches(source, /@event (?:\{.*\} )?([\w-]+)/g)));
  });

  it('names every public method that <map-story> has', () => {
    const methods = matches(source, /^ {2}(?:async )?([a-z]\w*)\([^)]*\): [\w<>]+ \{$/gm);
    const named = cells.map((name) => name.replace(/\(.*/, ''));
    expect(methods.filter((method) => method !== 'constructor')).not.toEqual([]);
    expect(named).toEqual(expect.arrayContaining(methods));
  });
});

describe('the public API', () => {
  it('is one list in the order of the names', () => {
    const names = matches(read('src/index.ts'), /^export (?:type )?\{ (\w+) \}/gm);
    expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, 'en')));
  });

  it.each(['core', 'compiler'])('has its part in %s also as an entry of its own', (folder) => {
    const lines = matches(read('src/index.ts'), /^(export .*'\.\/\w+\/.*)$/gm);
    const own = lines.filter((line) => line.includes(`'./${folder}/`));
    const entry = read(`src/package/${folder}.ts`);
    expect(own.length).toBeGreaterThan(3);
    for (const line of own) expect(entry).toContain(line.replace(`'./`, `'../`));
  });

  it('has what the example of the README imports', () => {
    const [, imported = ''] = /import \{([^}]*)\} from 'legenda'/.exec(read('README.md')) ?? [];
    const names = imported.split(',').map((name) => name.replace('type ', '').trim());
    for (const name of names) expect(read('src/index.ts')).toContain(`{ ${name} }`);
  });
});
