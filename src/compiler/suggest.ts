/**
 * How many single-letter edits (insert, delete, replace, swap of neighbours) turn one word into
 * another: the optimal string alignment distance.
 */
export function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped =
        i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
          ? beforeLast[j - 2]! + 1
          : Number.POSITIVE_INFINITY;
      row.push(Math.min(replaced, swapped, last[j]! + 1, row[j - 1]! + 1));
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length]!;
}

/** No longer word is compared, in letters, and with no more candidates: a comparison takes time for each. */
const LONGEST_WORD = 60;
const MOST_COMPARED = 5000;

/**
 * The candidate spelt most like `word`, or `undefined` where none is near: at most a third of the
 * word's letters may differ (at least one, at most three), whatever the case of the letters.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  if (word.length > LONGEST_WORD) return undefined;
  const limit = Math.min(3, Math.max(1, Math.round(word.length / 3)));
  let best: string | undefined;
  let bestDistance = limit + 1;
  let compared = 0;
  for (const candidate of candidates) {
    if (compared++ >= MOST_COMPARED) break;
    if (Math.abs(candidate.length - word.length) >= bestDistance) continue;
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (distance >= bestDistance) continue;
    best = candidate;
    bestDistance = distance;
  }
  return best;
}

function take(names: Iterable<string>, most: number): string[] {
  const taken: string[] = [];
  for (const name of names) {
    if (taken.length >= most) break;
    taken.push(name);
  }
  return taken;
}

const MOST_LISTED = 12;

/** A hint for a name that does not exist: the nearest spelling, else the names there are. */
export function suggestion(word: string, names: Iterable<string>, plural: string): string {
  const known = take(names, MOST_COMPARED);
  const near = nearest(word, known);
  if (near !== undefined) return `Did you mean \`${near}\`?`;
  if (known.length === 0) return `There are no ${plural}.`;
  const listed = known.slice(0, MOST_LISTED).map((name) => `\`${name}\``);
  const rest = known.length > MOST_LISTED ? ' and others' : '';
  return `The ${plural} are ${listed.join(', ')}${rest}.`;
}
