/** An error whose message is for the reader of a story: whole sentences, which say what is missing and what to do. */
export class ReaderError extends Error {}

/** What a reader is told of an error: its own words where they are for readers, else `otherwise`. */
export function wordsFor(error: unknown, otherwise: string): string {
  return error instanceof ReaderError ? error.message : otherwise;
}
