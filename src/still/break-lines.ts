/** A character of a text that is to be broken into lines. */
export interface BrokenCharacter {
  character: string;
  /** How far it moves the pen on, with the letter-spacing after it, em. */
  advance: number;
}

/** A place where a line may end: before the character at `index`. */
interface Break {
  index: number;
  /** What stands before it, white space not counted. */
  x: number;
  /** How uneven the lines up to it are. */
  badness: number;
  prior: Break | undefined;
}

/** MapLibre weighs lines in parts of an em, and so do we, that penalties weigh the same. */
const EM = 24;

const MAY_END_LINE = /[\n &)+\-/\u00ad\u00b7\u200b\u2010\u2013\u2027]/;
const IS_IDEOGRAPH =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u;

function mayBreak(characters: readonly BrokenCharacter[], at: number): boolean {
  const before = characters[at - 1]?.character ?? '';
  const opens = characters[at]?.character === '(' && at + 1 < characters.length;
  return opens || MAY_END_LINE.test(before) || IS_IDEOGRAPH.test(before);
}

/** How bad it is to break between two characters, whatever lines come of it. */
function penaltyOf(before: string, after: string): number {
  const parts = [before === '\n' ? -10_000 : 0, /[(（]/.test(before) ? 50 : 0];
  const penalty = parts.reduce((sum, part) => sum + part, /[)）]/.test(after) ? 50 : 0);
  return Math.abs(penalty) * penalty;
}

/** The last line may rather be too short than too long. */
function raggedness(width: number, target: number, isLast: boolean): number {
  const off = ((width - target) * EM) ** 2;
  if (!isLast) return off;
  return width < target ? off / 2 : off * 2;
}

function bestBreak(
  place: { index: number; x: number; penalty: number },
  priors: readonly Break[],
  lines: { target: number; isLast: boolean },
): Break {
  const { index, x, penalty } = place;
  const cost = lines.isLast ? 0 : penalty;
  const first: Break = {
    index,
    x,
    badness: raggedness(x, lines.target, lines.isLast) + cost,
    prior: undefined,
  };
  return priors.reduce((best, prior) => {
    const badness = raggedness(x - prior.x, lines.target, lines.isLast) + cost + prior.badness;
    return badness <= best.badness ? { index, x, badness, prior } : best;
  }, first);
}

function indexesOf(last: Break | undefined): number[] {
  return last ? [...indexesOf(last.prior), last.index] : [];
}

/**
 * Where the lines of a text end, as MapLibre breaks them: lines of about the same width, of which as
 * many as `maxWidth` (em) asks for; a newline always ends one. Each number is of the first character
 * after a line; the last one is the text's length.
 */
export function breakLines(characters: readonly BrokenCharacter[], maxWidth: number): number[] {
  const total = characters.reduce((sum, { advance }) => sum + advance, 0);
  const hasNewline = characters.some(({ character }) => character === '\n');
  if (total <= maxWidth && !hasNewline) return [characters.length];
  const target = total / Math.max(1, Math.ceil(total / maxWidth));
  const breaks: Break[] = [];
  let x = 0;
  for (const [index, { character, advance }] of characters.entries()) {
    if (index > 0 && mayBreak(characters, index)) {
      const penalty = penaltyOf(characters[index - 1]?.character ?? '', character);
      breaks.push(bestBreak({ index, x, penalty }, breaks, { target, isLast: false }));
    }
    if (!/\s/.test(character)) x += advance;
  }
  const end = { index: characters.length, x, penalty: 0 };
  return indexesOf(bestBreak(end, breaks, { target, isLast: true }));
}
