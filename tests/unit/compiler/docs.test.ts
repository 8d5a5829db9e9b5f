import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  DATA_FILE,
  DOCS_FILE,
  emitData,
  emitDocs,
  emitPresent,
  emitSchema,
  PRESENT_FILE,
  SCHEMA_FILE,
} from '../../../scripts/emit-docs.ts';
import { mapCredit } from '../../../src/cli/read-sources.ts';
import type { IssueKind } from '../../../src/compiler/issue-kind.ts';
import { ISSUE_KINDS } from '../../../src/compiler/issue-log.ts';
import type { Issue } from '../../../src/core/issue.ts';
import { SHORTCUTS } from '../../../src/present/shortcuts.ts';
import { compile, STORIES } from './support.ts';

const page = readFileSync(DOCS_FILE, 'utf8');
const kinds: [string, IssueKind][] = Object.entries(ISSUE_KINDS);

describe('the documentation of the format', () => {
  it('is what the script makes of the schema', () => {
    expect(page).toBe(emitDocs(page));
    expect(readFileSync(SCHEMA_FILE, 'utf8')).toBe(emitSchema());
  });

  it('shows a story that compiles without an issue', () => {
    const example = /````markdown\n([\s\S]*?)\n````/.exec(page)?.[1] ?? '';
    const { story, issues } = compile(example);
    expect(issues).toEqual([]);
    expect(story?.steps.map(({ id }) => id)).toEqual(['yalu', 'seoul']);
  });

  it('lists every kind of issue', () => {
    for (const [code] of kinds) expect(page).toContain(`| \`${code}\` |`);
  });
});

describe('the page on the data', () => {
  const data = readFileSync(DATA_FILE, 'utf8');

  it('lists the inputs that geo/sources.yaml lists', () => {
    expect(data).toBe(emitData(data));
    expect(data).toMatch(/^\| `front-lines` \|/m);
  });

  it('says what the pages say of the map', () => {
    expect(data.replace(/\s+/g, ' ')).toContain(`“${mapCredit()}”`);
  });
});

describe('the page on presenting', () => {
  it('lists the keys that there are', () => {
    const present = readFileSync(PRESENT_FILE, 'utf8');
    expect(present).toBe(emitPresent(present));
    for (const { does } of SHORTCUTS) expect(present).toContain(`| ${does} |`);
  });
});

/** Tested with real files in tests/unit/cli/story-files.test.ts. */
const ON_DISK = /^(?:file-|unreadable-data$|data-too-large$)/;

describe('the table of issues', () => {
  it.each(kinds)('words %s with examples for all that varies', (_, kind) => {
    const holes = [...`${kind.message} ${kind.hint}`.matchAll(/\{(\w+)\}/g)].map(
      ([, name]) => name,
    );
    expect([...new Set(holes)].sort()).toEqual(Object.keys(kind.example).sort());
    expect(kind.message).toMatch(/^[^ ].*[.}]$/);
  });

  it('has a golden story for every kind, but for what only a disk can show', () => {
    const seen = new Set(
      readdirSync(STORIES)
        .filter((name) => name !== 'catalog')
        .flatMap((name): Issue[] =>
          JSON.parse(readFileSync(join(STORIES, name, 'issues.json'), 'utf8')),
        )
        .map(({ code }) => code),
    );
    // Stories with these are too large to be kept; limits.test.ts makes them.
    const large = ['story-too-large', 'too-many-footnotes'];
    const missing = kinds
      .map(([code]) => code)
      .filter((code) => !seen.has(code) && !ON_DISK.test(code));
    expect(missing.sort()).toEqual(large);
  });
});
