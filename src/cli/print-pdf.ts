import { execFile } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { startFlags } from './find-browser.ts';
import { MEMORY_ORIGIN, type MemoryFile, openMemoryOrigin } from './memory-origin.ts';

const PATIENCE_MS = 180_000;

/** What to print, and where to. */
export interface PrintJob {
  /** All that the browser may read, by paths below its only host; the document is `index.html`. */
  files: ReadonlyMap<string, MemoryFile>;
  /** Path of the PDF; a file that is there is replaced. */
  pdf: string;
  /** Path of a Chromium, Chrome or Edge. */
  browser: string;
}

/**
 * Prints an HTML document as PDF with a Chromium that is not shown, and that has neither the network nor
 * the machine's files: see {@link openMemoryOrigin}. Throws where the browser does not start, or writes
 * nothing.
 */
export async function printPdf({ files, pdf, browser }: PrintJob): Promise<void> {
  const target = resolve(pdf);
  const began = Date.now();
  const profile = await mkdtemp(join(tmpdir(), 'legenda-print-'));
  const origin = await openMemoryOrigin(files);
  const flags = [
    ...startFlags(),
    '--headless=new',
    '--disable-gpu',
    '--no-first-run',
    '--disable-background-networking',
    ...origin.flags,
    `--user-data-dir=${profile}`,
    '--no-pdf-header-footer',
    '--generate-pdf-document-outline',
    `--print-to-pdf=${target}`,
  ];
  const options = { timeout: PATIENCE_MS, maxBuffer: 2 ** 26 };
  try {
    await promisify(execFile)(browser, [...flags, `${MEMORY_ORIGIN}index.html`], options);
  } catch (error) {
    throw new Error(`${browser} could not print: ${(error as Error).message.split('\n')[0]}`);
  } finally {
    await origin.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 3 });
  }
  // Chromium ends well also where it could not write the file. File times may be whole seconds.
  const written = existsSync(target) && statSync(target).mtimeMs > began - 2000;
  if (!written) throw new Error(`${browser} wrote no ${pdf}. Is its folder there?`);
}
