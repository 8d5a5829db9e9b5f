import { Command } from 'commander';
import { checkCommand } from './check.ts';
import { type FrameOptions, frameCommand } from './frame.ts';
import { StoryFileError } from './read-story.ts';

function print(make: () => string): void {
  try {
    process.stdout.write(`${make()}\n`);
  } catch (error) {
    if (!(error instanceof StoryFileError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}

/** The `legenda` command with all its parts. */
export function createProgram(): Command {
  const program = new Command('legenda').description('Map stories from Markdown files.');
  program
    .command('check')
    .description('Say what is wrong in story files, with line and column.')
    .argument('<story.md...>')
    .action((files: string[]) => {
      for (const file of files) print(() => checkCommand(file));
    });
  program
    .command('frame')
    .description('Print the frame of a story at one place, as JSON, without a browser.')
    .argument('<story.md>')
    .requiredOption('--at <playhead>', 'a place in the story: yalu, yalu:0.5 (half read), yalu+0.5')
    .option('--viewport <size>', 'size of the window in CSS pixels', '1280x800')
    .option('--reduced-motion', 'as for readers who asked for less motion')
    .action((file: string, options: FrameOptions) => print(() => frameCommand(file, options)));
  return program;
}
