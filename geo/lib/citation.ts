import { readInput } from './inputs.ts';

/**
 * Writes out the short names of works in a source note ("Appleman ch III" names the book), by the
 * list in `inputs/citations.json`. Text that no short name matches stays as it is.
 */
export function writeOut(source: string): string {
  const works = new Map(JSON.parse(readInput('citations.json')) as [string, string][]);
  const names = [...works.keys()].sort((a, b) => b.length - a.length);
  const anyName = new RegExp(`(?<![\\w.])(${names.map(escaped).join('|')})(?!\\w)`, 'g');
  return source.replace(anyName, (name) => works.get(name) ?? name).replace(/,([;,)]|$)/g, '$1');
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
