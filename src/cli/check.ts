import { readStory } from './read-story.ts';

/** `legenda check`: says how much is right in a story file. Throws as {@link readStory} does. */
export function checkCommand(file: string): string {
  const story = readStory(file, (line) => process.stderr.write(`${line}\n`));
  return `${file}: ${story.steps.length} steps, no errors.`;
}
