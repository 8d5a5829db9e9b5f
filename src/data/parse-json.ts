import type { Fault } from './faults.ts';
import { scanJson } from './scan-json.ts';

/** How many lists and objects may stand in one another: GeoJSON needs about ten. */
export const MOST_NESTED = 100;

/** An offset in a text as line and column, from 1, as editors count them. */
function placeOf(text: string, at: number): string {
  const before = text.slice(0, at).split(/\r\n|\n|\r/);
  return `line ${before.length}, column ${(before.at(-1) ?? '').length + 1}`;
}

/** What stands at an offset: a word or a sign. */
function foundAt(text: string, at: number): string {
  if (at >= text.length) return 'the end of the file';
  const [found = ''] = /^(?:[\w.+-]{1,20}|[\s\S])/u.exec(text.slice(at, at + 20)) ?? [];
  return /^[\n\r]/.test(found) ? 'the end of the line' : `\`${found}\``;
}

/** The value of a JSON text; a fault with line and column where it is none, or is nested too deeply. */
export function parseJson(text: string): { value: unknown } | { fault: Fault } {
  const wrong = scanJson(text, MOST_NESTED);
  if (!wrong) return { value: JSON.parse(text) };
  const { at, needed } = wrong;
  const where = placeOf(text, at);
  if (needed === undefined) {
    const values = { where, most: String(MOST_NESTED) };
    return { fault: { code: 'data-nested-deeply', values } };
  }
  const values = { where, found: foundAt(text, at), needed };
  return { fault: { code: 'data-not-json', values } };
}
