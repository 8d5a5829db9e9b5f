import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { PAPERS, type Paper } from '../compiler/handout-style.ts';
import type { Story } from '../core/story.ts';
import { findBrowser, findMachine } from './find-browser.ts';
import { type HandoutPlace, handoutFiles } from './handout-files.ts';
import { printPdf } from './print-pdf.ts';
import { readStory } from './read-story.ts';
import { readSiteAddress } from './site-address.ts';
import { StoryFileError } from './story-file-error.ts';
import { listInputs } from './story-files.ts';
import { storySlug } from './story-slug.ts';
import { mustBeOutput, writeOutput } from './write-output.ts';

/** Options of `legenda handout`, as typed. */
export interface HandoutCommandOptions {
  paper: string;
  notes?: boolean;
  /** Path of the PDF; without it, it is named after the story's folder. */
  output?: string;
}

function parsePaper(text: string): Paper {
  const name = text.toLowerCase();
  if (Object.hasOwn(PAPERS, name)) return name as Paper;
  const names = Object.keys(PAPERS).join(', ');
  throw new StoryFileError(`"${text}" is not a paper that is known. There are: ${names}.`);
}

function addressOf(file: string): string | undefined {
  try {
    const site = readSiteAddress();
    return site && `${site}stories/${storySlug(file)}/`;
  } catch (error) {
    throw new StoryFileError((error as Error).message);
  }
}

async function findBrowserHere(): Promise<string> {
  try {
    return findBrowser(await findMachine());
  } catch (error) {
    throw new StoryFileError(`${(error as Error).message} A handout is printed with it.`);
  }
}

/** Drawing takes seconds: what cannot be written is said before. */
function checkFolder(pdf: string): void {
  const folder = dirname(resolve(pdf));
  if (existsSync(folder)) return;
  throw new StoryFileError(
    `${pdf} cannot be written: there is no folder ${folder}. Make it first.`,
  );
}

async function print(story: Story, pdf: string, layout: HandoutPlace): Promise<void> {
  const browser = await findBrowserHere();
  const files = await handoutFiles(story, layout);
  const folder = await mkdtemp(join(tmpdir(), 'legenda-handout-'));
  try {
    const printed = join(folder, 'handout.pdf');
    await printPdf({ files, pdf: printed, browser }).catch((error: Error) => {
      throw new StoryFileError(error.message);
    });
    await writeOutput(pdf, await readFile(printed));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * `legenda handout`: prints a story for paper, as PDF. Answers with the file's name. Throws
 * {@link StoryFileError} where the story or an option is wrong, or where no Chromium prints it.
 */
export async function handoutCommand(
  file: string,
  options: HandoutCommandOptions,
): Promise<string> {
  const paper = parsePaper(options.paper);
  const pdf = options.output ?? `${storySlug(file)}.pdf`;
  mustBeOutput(pdf, { ending: '.pdf', inputs: [file] });
  const story = readStory(file, (line) => process.stderr.write(`${line}\n`));
  checkFolder(pdf);
  mustBeOutput(pdf, { ending: '.pdf', inputs: listInputs(file, story) });
  const address = addressOf(file);
  const folder = dirname(resolve(file));
  const notes = options.notes ?? false;
  await print(story, pdf, { paper, notes, folder, ...(address && { address }) });
  return pdf;
}
