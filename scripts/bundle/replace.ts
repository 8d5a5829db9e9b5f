/**
 * What is looked for in a text, and what stands there instead, letter by letter: `$1` means nothing.
 * All of it is replaced for text and for `/g`.
 */
export type Replacement = readonly [found: string | RegExp, instead: string];

/** `text` after the replacements, one after the other. Throws where one of them finds nothing. */
export function replaceAll(text: string, replacements: readonly Replacement[]): string {
  return replacements.reduce((before, [found, instead]) => {
    const after =
      typeof found === 'string'
        ? before.replaceAll(found, () => instead)
        : before.replace(found, () => instead);
    if (after === before) throw new Error(`Nothing to replace: ${found}`);
    return after;
  }, text);
}
