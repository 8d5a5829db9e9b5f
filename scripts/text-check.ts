import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Story } from '../src/core/story.ts';
import { ROOT } from './packages.ts';
import { countPieces, missingPieces, pageText, storyPieces } from './story-text.ts';

/**
 * `npm run text:check`: whether the built page of a story has every heading, paragraph, footnote and alternative
 * text in its order, for readers who have neither script nor pictures. The page is made plain text by a
 * library, and by the text browser w3m too where that is installed. Ends with 1 where a piece is missing.
 *
 *   --slug stalin-korea --dist dist
 */

const { values } = parseArgs({
  options: {
    slug: { type: 'string', default: 'stalin-korea' },
    dist: { type: 'string', default: join(ROOT, 'dist') },
  },
});

const folder = join(values.dist, 'stories', values.slug);
const page = join(folder, 'index.html');
const story = JSON.parse(readFileSync(join(folder, 'story.json'), 'utf8')) as Story;
const pieces = storyPieces(story);

/** What w3m prints of the page; `undefined` where it is not installed. */
function asW3mShowsIt(): string | undefined {
  const flags = ['-dump', '-I', 'UTF-8', '-O', 'UTF-8', '-cols', '100', '-T', 'text/html'];
  const { error, status, stdout } = spawnSync('w3m', [...flags, page], { encoding: 'utf8' });
  if (error) return undefined;
  if (status !== 0) throw new Error(`w3m ended with ${status}`);
  return stdout;
}

function report(name: string, text: string): void {
  const missing = missingPieces(pieces, text);
  console.log(`${name}: ${countPieces(pieces)}; missing ${missing.length}`);
  for (const { kind, step, parts } of missing) console.log(`  ${step}: ${kind}: ${parts.join('')}`);
  if (missing.length > 0) process.exitCode = 1;
}

report('html-to-text', pageText(readFileSync(page, 'utf8')));
const shown = asW3mShowsIt();
if (shown === undefined) console.log('w3m is not installed');
else report('w3m', shown);
