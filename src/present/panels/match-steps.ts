/** Text as it is compared: without case, accents and the form of its apostrophes. */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[‘’ʼ`]/g, "'")
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();

/**
 * Which steps, from 0, a text asks for: the one whose number it is, from 1, and then those in whose title it
 * stands, the ones that begin with it first. `titles` has `undefined` for a title that may not be seen, which
 * is found by its number alone. None where the text is empty.
 */
export function matchSteps(titles: readonly (string | undefined)[], text: string): number[] {
  const wanted = plain(text);
  if (!wanted) return [];
  const places = titles.map((title) => (title === undefined ? -1 : plain(title).indexOf(wanted)));
  const all = [...titles.keys()];
  const number = /^\d+$/.test(wanted) ? Number(wanted) - 1 : -1;
  const numbered = all.filter((index) => index === number);
  const beginning = all.filter((index) => index !== number && places[index] === 0);
  const within = all.filter((index) => index !== number && (places[index] ?? -1) > 0);
  return [...numbered, ...beginning, ...within];
}
