import { readFileSync } from 'node:fs';

/**
 * A waypoint as an input writes it: `[lon, lat, what is there and when, date]`; the date is the ISO
 * date of being there, or `coming .. going on`.
 */
export type Waypoint = [lon: number, lat: number, name?: string, date?: string];

/** The folder `geo/`, as a URL that ends with a slash. */
export const GEO = new URL('../', import.meta.url);

/** The text of a committed input, such as `front-lines.jsonl`. */
export function readInput(name: string): string {
  return readFileSync(new URL(`inputs/${name}`, GEO), 'utf8');
}

/** The records of a JSON Lines input: one JSON object a line. */
export function readRecords<T>(name: string): T[] {
  return readInput(name)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T);
}

/** The rows of a CSV input (RFC 4180, quotes doubled), each by the names in the first line. */
export function readTable(name: string): Record<string, string>[] {
  const [head, ...rows] = readInput(name)
    .split('\n')
    .filter((line) => line !== '')
    .map(splitRow);
  return rows.map((row) => Object.fromEntries(head!.map((key, at) => [key, row[at] ?? ''])));
}

function splitRow(line: string): string[] {
  const cells = line.match(/("([^"]|"")*"|[^,]*)(,|$)/g)?.slice(0) ?? [];
  if (!line.endsWith(',')) cells.pop();
  return cells.map((cell) =>
    cell
      .replace(/,$/, '')
      .replace(/^"(.*)"$/, '$1')
      .replaceAll('""', '"'),
  );
}
