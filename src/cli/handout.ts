import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { emitHandout } from '../compiler/emit-handout.ts';
import {
  type HandoutLayout,
  handoutStillSize,
  PAPERS,
  type Paper,
} from '../compiler/handout-style.ts';
import type { Story } from '../core/story.ts';
import { findBrowser, findMachine } from './find-browser.ts';
import { printPdf } from './print-pdf.ts';
import { mapCredit } from './read-sources.ts';
import { readStory, StoryFileError } from './read-story.ts';
import { readSiteAddress } from './site-address.ts';
import { createStillPress } from './stills.ts';
import { storySlug } from './story-slug.ts';

/** Options of `legenda handout`, as typed. */
export interface HandoutCommandOptions {
  paper: string;
  notes?: boolean;
  /** Path of the PDF; without it, it is named after the story's folder. */
  output?: string;
}

const FONTS = [
  '@fontsource/old-standard-tt/400.css',
  '@fontsource/old-standard-tt/400-italic.css',
  '@fontsource/old-standard-tt/700.css',
  '@fontsource/source-serif-4/400.css',
  '@fontsource/source-serif-4/400-italic.css',
  '@fontsource/source-serif-4/600.css',
];

function parsePaper(text: string): Paper {
  const name = text.toLowerCase();
  if (name in PAPERS) return name as Paper;
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

/** Writes the handout's document and its stills into a folder; the path of the document. */
async function writeDocument(story: Story, folder: string, layout: Layout): Promise<string> {
  const drawn = await createStillPress().sheets(story, handoutStillSize(layout));
  const stills = new Map<string, string>();
  for (const [id, svg] of drawn) {
    const name = `still-${stills.size}.svg`;
    await writeFile(join(folder, name), svg);
    stills.set(id, name);
  }
  const { resolve: find } = createRequire(import.meta.url);
  const fontSheets = FONTS.map((sheet) => pathToFileURL(find(sheet)).href);
  const page = join(folder, 'handout.html');
  const html = emitHandout(story, { ...layout, stills, fontSheets, credit: mapCredit() });
  await writeFile(page, html);
  return page;
}

/** The layout, and where the story is: its folder, and its page where that is known. */
type Layout = HandoutLayout & { folder: string; address?: string };

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

async function print(story: Story, pdf: string, layout: Layout): Promise<void> {
  const browser = await findBrowserHere();
  const folder = await mkdtemp(join(tmpdir(), 'legenda-handout-'));
  try {
    const page = await writeDocument(story, folder, layout);
    await printPdf({ page, pdf, browser }).catch((error: Error) => {
      throw new StoryFileError(error.message);
    });
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
  const story = readStory(file, (line) => process.stderr.write(`${line}\n`));
  const pdf = options.output ?? `${storySlug(file)}.pdf`;
  checkFolder(pdf);
  const address = addressOf(file);
  const folder = `${pathToFileURL(dirname(resolve(file))).href}/`;
  const notes = options.notes ?? false;
  await print(story, pdf, { paper, notes, folder, ...(address && { address }) });
  return pdf;
}
