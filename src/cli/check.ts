import { readStory } from './read-story.ts';

/** `legenda check`: says how much is right in a story file. Throws as {@link readStory} does. */
export function checkCommand(file: string): string {
  const story = readStory(file, (line) => process.stderr.write(`${line}\n`));
  const { length } = story.steps;
  return `${file}: ${length} ${length === 1 ? 'step' : 'steps'}, no errors.`;
}
