/** The fragment of an address that opens a story at a step: `#yalu`. */
export function hashFor(stepId: string): string {
  return `#${encodeURIComponent(stepId)}`;
}

/** The step a fragment names, or `undefined` where it names none of `stepIds`. */
export function stepFromHash(hash: string, stepIds: readonly string[]): string | undefined {
  const raw = hash.replace(/^#/, '');
  try {
    const id = decodeURIComponent(raw);
    return stepIds.includes(id) ? id : undefined;
  } catch {
    return undefined;
  }
}
