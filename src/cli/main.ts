import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { checkCommand } from './check.ts';
import type { ExportOptions } from './export.ts';
import { type FrameOptions, frameCommand } from './frame.ts';
import { type FrontOptions, frontCommand } from './front.ts';
import { type HandoutCommandOptions, handoutCommand } from './handout.ts';
import { type ShareOptions, shareCommand } from './share.ts';
import { type SideOptions, sideCommand, sideTable } from './side.ts';
import { StoryFileError } from './story-file-error.ts';

/** What a command that failed says: authors are told what is wrong, and those who look into it also where. */
function failure(error: unknown): string {
  if (error instanceof StoryFileError) return error.message;
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  if (process.env.LEGENDA_DEBUG) return stack ?? message;
  const [first] = message.split('\n');
  return `The command failed: ${first} (LEGENDA_DEBUG=1 shows where.)`;
}

/** Prints what a command gives. A command that fails says so in words, and sets the exit code to 1. */
async function print(make: () => string | Promise<string>): Promise<void> {
  try {
    process.stdout.write(`${await make()}\n`);
  } catch (error) {
    process.stderr.write(`${failure(error)}\n`);
    process.exitCode = 1;
  }
}

/** Ends in silence where nobody reads on, as in `legenda frame … | head`. */
function endWithReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
}

/** The `legenda` command with all its parts. */
export function createProgram(): Command {
  endWithReader();
  const program = new Command('legenda').description('Map stories from Markdown files.');
  program
    .command('check')
    .description('Say what is wrong in story files, with line and column.')
    .argument('<story.md...>')
    .action(async (files: string[]) => {
      for (const file of files) await print(() => checkCommand(file));
    });
  program
    .command('frame')
    .description('Print the frame of a story at one place, as JSON, without a browser.')
    .argument('<story.md>')
    .requiredOption('--at <playhead>', 'a place in the story: yalu, yalu:0.5 (half read), yalu+0.5')
    .option('--viewport <size>', 'size of the window in CSS pixels', '1280x800')
    .option('--reduced-motion', 'as for readers who asked for less motion')
    .action((file: string, options: FrameOptions) => print(() => frameCommand(file, options)));
  addHandoutCommand(program);
  addExportCommand(program);
  addDatedLineCommands(program);
  return program;
}

function addHandoutCommand(program: Command): void {
  program
    .command('handout')
    .description('Print a story for paper, as PDF: each step with its map, and all sources.')
    .argument('<story.md>')
    .option('--paper <paper>', 'a4 or letter', 'a4')
    .option('--notes', 'with the notes for teachers')
    .option('-o, --output <file>', 'the PDF; else it is named after the story’s folder')
    .action((file: string, options: HandoutCommandOptions) =>
      print(() => handoutCommand(file, options)),
    );
}

function addExportCommand(program: Command): void {
  program
    .command('export')
    .description(
      'Write a story as one file for a machine without a network, or as a folder or zip.',
    )
    .argument('<story.md>')
    .option('--single-file', 'one HTML file that needs no other and no host')
    .option('--folder <folder>', 'a folder for any web host; it must be new or empty')
    .option('--zip', 'such a folder as a zip file')
    .option('-o, --output <file>', 'the file; else it is named after the story’s folder')
    .action((file: string, options: ExportOptions) =>
      // Loads the bundler, which other commands do without.
      print(async () => (await import('./export.ts')).exportCommand(file, options)),
    );
}

const DATED_LINE = 'a dataset such as korea/front-line, or a GeoJSON file';

function addDatedLineCommands(program: Command): void {
  program
    .command('side')
    .description('Say on which side of a dated line a place was on a day, and how far from it.')
    .argument('<dated-line>', DATED_LINE)
    .argument('[where]', "a place's id, such as seoul, or lon,lat in degrees")
    .option('--date <date>', 'the day, such as 1951-01-10')
    .option('--within <dataset>', 'the land that the line divides', 'korea/peninsula')
    .option('--csv', 'answer rows of date,lon,lat from standard input')
    .action((name: string, where: string | undefined, options: SideOptions & { csv?: boolean }) =>
      print(() => side(name, where, options)),
    );
  program
    .command('front')
    .description('Print a dated line on one day as GeoJSON.')
    .argument('<dated-line>', DATED_LINE)
    .requiredOption('--date <date>', 'the day, such as 1950-12-01')
    .action((name: string, options: FrontOptions) => print(() => frontCommand(name, options)));
  program
    .command('share')
    .description('Print how much of an area each side of a dated line held, week by week, as CSV.')
    .argument('<dated-line>', DATED_LINE)
    .option('--within <dataset>', 'the polygons that are shared', 'korea/peninsula')
    .option('--every <days>', 'days from one row to the next', '7')
    .action((name: string, options: ShareOptions) => print(() => shareCommand(name, options)));
}

function side(name: string, where = '', options: SideOptions & { csv?: boolean }): string {
  const { date, within, csv } = options;
  if (csv) {
    const warn = (line: string): void => {
      process.stderr.write(`${line}\n`);
      process.exitCode = 1;
    };
    return sideTable(name, readFileSync(0, 'utf8'), { within, warn });
  }
  if (date && where) return sideCommand(name, where, { date, within });
  throw new StoryFileError(
    'Say which place and which day, like: legenda side korea/front-line --date 1951-01-10 seoul',
  );
}
