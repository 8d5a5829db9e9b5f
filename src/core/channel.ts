/**
 * A way to all other windows of a lesson. It carries plain JSON, and may lose messages, bring them twice or
 * in another order: windows agree all the same, at the latest when one of them next says that it is there.
 */
export interface Channel {
  /** Tells all others, who hear it later, not before it returns. Coming back to this window does no harm. Must not throw. */
  post(message: object): void;
  /** Calls back with what others have posted, until what it returns is called. It is checked there. */
  listen(listener: (value: unknown) => void): () => void;
  /** Ends it: nothing is sent or heard any more. Called once, after the last `post`. */
  close(): void;
}

/** Opens a {@link Channel} to the windows of the lesson with this name, which tells stories apart. */
export type OpenChannel = (name: string) => Channel;
