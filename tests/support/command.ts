import { execFile } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Frame } from '../../src/core/frame.ts';
import { formatPlayhead, type Playhead } from '../../src/core/playhead.ts';
import { STORY_FILE } from './story-page.ts';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');
const run = promisify(execFile);

/** A window's size, CSS pixels. */
export interface WindowSize {
  width: number;
  height: number;
}

/** The frame that the command `legenda frame` prints, with every digit of the playhead. */
export async function frameByCommand(
  playhead: Playhead,
  { width, height }: WindowSize,
  options: readonly string[] = [],
): Promise<Frame> {
  const at = formatPlayhead(playhead);
  const size = `${width}x${height}`;
  const { stdout } = await run(
    process.execPath,
    ['bin/legenda.mjs', 'frame', STORY_FILE, '--at', at, '--viewport', size, ...options],
    { cwd: ROOT, maxBuffer: 64 * 1024 * 1024 },
  );
  return JSON.parse(stdout) as Frame;
}
