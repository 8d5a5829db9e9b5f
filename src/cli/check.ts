import { readStory } from './read-story.ts';

/** `legenda check`: says what is wrong in story files, or how much is right. */
export function checkCommand(files: readonly string[]): string {
  const lines = files.map((file) => {
    const story = readStory(file, (line) => process.stderr.write(`${line}\n`));
    return `${file}: ${story.steps.length} steps, no errors.`;
  });
  return lines.join('\n');
}
