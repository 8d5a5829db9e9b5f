/** A story file that could not be compiled; the message has one line for each issue. */
export class StoryFileError extends Error {}
