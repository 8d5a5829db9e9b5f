import type { IssueLog } from './issue-log.ts';
import type { Source } from './source.ts';

/** Some whole lines of a source, counted from 0; `end` is the line after the last. */
export interface Lines {
  start: number;
  end: number;
}

/** The parts of a story file. */
export interface StoryParts {
  /** What stands between the `---` lines; absent where the file has none. */
  frontMatter: Lines | undefined;
  /** What stands before the first step. */
  preamble: Lines;
  /** The steps, each with its heading. */
  steps: Lines[];
}

const STEP_HEADING = /^ {0,3}##(?:[ \t]|$)/;
const HEADING_WITHOUT_SPACE = /^##[^#\s]/;
const FENCE = /^ {0,3}(?:(?:[-*+>]|\d{1,9}[.)])[ \t]+)*(`{3,}(?=[^`]*$)|~{3,})(.*)$/;
const FENCE_END = /^[\s>]*(`{3,}|~{3,})\s*$/;

/** Cuts a source into its parts. Blocks and comments without an end are reported and cut short. */
export function splitStory(source: Source, log: IssueLog): StoryParts {
  const frontMatter = findFrontMatter(source, log);
  const start = frontMatter ? Math.min(frontMatter.end + 1, source.lines.length) : 0;
  const headings = findHeadings(source, start, log);
  const end = source.lines.length;
  return {
    frontMatter,
    preamble: { start, end: headings[0] ?? end },
    steps: headings.map((line, index) => ({ start: line, end: headings[index + 1] ?? end })),
  };
}

function findFrontMatter(source: Source, log: IssueLog): Lines | undefined {
  const { lines } = source;
  if (!/^---\s*$/.test(lines[0] ?? '')) {
    log.report('missing-front-matter', 0, {});
    return undefined;
  }
  for (let line = 1; line < lines.length; line++) {
    if (/^---\s*$/.test(lines[line]!)) return { start: 1, end: line };
    if (!STEP_HEADING.test(lines[line]!)) continue;
    log.report('unclosed-front-matter', 0, {});
    return { start: 1, end: line - 1 };
  }
  log.report('unclosed-front-matter', 0, {});
  return { start: 1, end: lines.length };
}

/** What was looked for without success, so that it is not looked for again from each line. */
interface Sought {
  source: Source;
  log: IssueLog;
  /** True once a comment had no end. */
  commentsEnd: boolean;
  /** For each kind of fence, the lines from and to which there is no end of it. */
  openFences: Map<string, { from: number; to: number }>;
  /** For each line, the first at or after it that opens a step; the file's length where none does. */
  nextHeading: number[];
}

function nextHeadings({ lines }: Source): number[] {
  const next: number[] = new Array(lines.length + 1).fill(lines.length);
  for (let line = lines.length - 1; line >= 0; line--) {
    next[line] = STEP_HEADING.test(lines[line]!) ? line : next[line + 1]!;
  }
  return next;
}

function findHeadings(source: Source, start: number, log: IssueLog): number[] {
  const nextHeading = nextHeadings(source);
  const sought: Sought = { source, log, commentsEnd: true, openFences: new Map(), nextHeading };
  const headings: number[] = [];
  let line = start;
  while (line < source.lines.length) {
    const text = source.lines[line]!;
    if (STEP_HEADING.test(text)) headings.push(line);
    else if (HEADING_WITHOUT_SPACE.test(text)) {
      log.report('heading-needs-space', source.lineStart(line), {});
    }
    line = afterBlock(line, sought);
  }
  return headings;
}

/** The line after the fenced block or comment that opens on a line, or just the next line. */
function afterBlock(line: number, sought: Sought): number {
  const { source, log } = sought;
  const text = source.lines[line]!;
  const fence = FENCE.exec(text)?.[1];
  if (fence) return afterFence(line, fence, sought);
  if (!/^ {0,3}<!--/.test(text)) return line + 1;
  for (let next = line; sought.commentsEnd && next < source.lines.length; next++) {
    if (source.lines[next]!.includes('-->')) return next + 1;
  }
  sought.commentsEnd = false;
  log.report('unclosed-comment', source.lineStart(line) + text.indexOf('<!--'), {});
  return line + 1;
}

/**
 * A fence without an end would swallow every step below it. Where another step block opens before
 * it ends, or the file ends, it is taken to end before the next heading.
 */
function afterFence(line: number, fence: string, sought: Sought): number {
  const { source, log, openFences, nextHeading } = sought;
  const { lines } = source;
  const known = openFences.get(fence);
  const isOpen = known && known.from <= line && line < known.to;
  let next = isOpen ? known.to : line + 1;
  for (; !isOpen && next < lines.length; next++) {
    if (FENCE_END.exec(lines[next]!)?.[1]?.startsWith(fence)) return next + 1;
    const [, marker = '', info = ''] = FENCE.exec(lines[next]!) ?? [];
    if (marker.startsWith(fence) && /^step\b/.test(info.trim())) break;
  }
  if (!isOpen) openFences.set(fence, { from: line, to: next });
  log.report('unclosed-fence', source.lineStart(line) + lines[line]!.indexOf(fence), { fence });
  const heading = nextHeading[line + 1]!;
  return heading <= next ? heading : lines.length;
}
