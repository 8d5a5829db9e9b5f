import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Issue } from '../../../src/core/issue.ts';
import { compile, STORIES } from './support.ts';

const update = process.env.UPDATE_GOLDEN === '1';
const cases = readdirSync(STORIES).filter((name) => existsSync(join(STORIES, name, 'story.md')));
const broken = cases.filter((name) => name.startsWith('broken-'));

/** An issue with the text it points at, so that a reader can see that the place is right. */
function withText(issue: Issue, text: string): Issue & { at: string } {
  const line = text.replace(/^\uFEFF/, '').split(/\r?\n/)[issue.line - 1] ?? '';
  return { ...issue, at: line.slice(issue.column - 1, issue.column + 23) };
}

function expectGolden(file: string, value: unknown): void {
  const text = `${JSON.stringify(value, null, 2)}\n`;
  if (update) writeFileSync(file, text);
  expect(text).toBe(readFileSync(file, 'utf8'));
}

describe.each(cases)('the story %s', (name) => {
  const folder = join(STORIES, name);
  const text = readFileSync(join(folder, 'story.md'), 'utf8');
  const { story, issues } = compile(text);

  it('compiles to its story.json', () => {
    const file = join(folder, 'story.json');
    if (story) expectGolden(file, story);
    else {
      if (update) rmSync(file, { force: true });
      expect(existsSync(file)).toBe(false);
    }
  });

  it('has the issues of its issues.json', () => {
    expectGolden(
      join(folder, 'issues.json'),
      issues.map((issue) => withText(issue, text)),
    );
  });

  it('points inside its file', () => {
    const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
    for (const { line, column } of issues) {
      expect(line).toBeGreaterThanOrEqual(1);
      expect(line).toBeLessThanOrEqual(lines.length);
      expect(column).toBeGreaterThanOrEqual(1);
      expect(column).toBeLessThanOrEqual(lines[line - 1]!.length + 1);
    }
  });
});

describe('broken stories', () => {
  it('are more than thirty, and each has an issue', () => {
    expect(broken.length).toBeGreaterThan(30);
    for (const name of broken) {
      const text = readFileSync(join(STORIES, name, 'story.md'), 'utf8');
      expect(compile(text).issues, name).not.toEqual([]);
    }
  });

  it('are the only ones with errors', () => {
    for (const name of cases.filter((other) => !broken.includes(other))) {
      const text = readFileSync(join(STORIES, name, 'story.md'), 'utf8');
      expect(compile(text).story, name).toBeDefined();
    }
  });
});
