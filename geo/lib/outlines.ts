import fontverter from 'fontverter';
import { Blob, DrawFuncs, Face, Font } from 'harfbuzzjs';

/** How wide a letter is with its room, and its outline: SVG path data from the left end of its baseline, y down. */
export type Outline = [advance: number, outline: string];

/** Units of the library to one of the grid: it reads advances as whole numbers. */
const FINER = 64;

/** Writes path data with relative commands on a grid of whole numbers, y down. */
interface Pen {
  draw: (command: 'm' | 'l' | 'q' | 'c', points: readonly number[]) => void;
  close: () => void;
  data: () => string;
}

const row = (numbers: readonly number[]): string =>
  numbers.map((each, at) => (at > 0 && each >= 0 ? ` ${each}` : `${each}`)).join('');

/** A step of a line as SVG writes it shortest. */
function shortest(command: string, steps: readonly number[]): [string, readonly number[]] {
  const [dx = 0, dy = 0] = steps;
  if (command !== 'l' || (dx !== 0 && dy !== 0)) return [command, steps];
  return dy === 0 ? ['h', [dx]] : ['v', [dy]];
}

function createPen(): Pen {
  let [x, y] = [0, 0];
  let start = [0, 0];
  let text = '';
  let last = '';
  const write = (command: string, numbers: readonly number[]) => {
    // The same command again needs no letter, nor does a line after a move.
    const isSame = command === last || (last === 'm' && command === 'l');
    const digits = row(numbers);
    const gap = digits.startsWith('-') ? '' : ' ';
    text += (isSame ? gap : command) + digits;
    last = command;
  };
  return {
    draw(command, points) {
      // Each point is rounded as it is, so that roundings do not add up.
      const grid = points.map((each, at) => Math.round(((at % 2 === 0 ? 1 : -1) * each) / FINER));
      const steps = grid.map((each, at) => each - (at % 2 === 0 ? x : y) + 0);
      [x, y] = grid.slice(-2) as [number, number];
      if (command === 'm') start = [x, y];
      if (steps.some((step) => step !== 0) || command === 'm') write(...shortest(command, steps));
    },
    close() {
      write('z', []);
      [x, y] = start as [number, number];
    },
    data: () => text,
  };
}

/** Functions that draw with the pen that each call brings. */
function createDrawFuncs(): DrawFuncs {
  const funcs = new DrawFuncs();
  const draw = (pen: unknown, command: 'm' | 'l' | 'q' | 'c', ...points: number[]) =>
    (pen as Pen).draw(command, points);
  funcs.setMoveToFunc((x, y, pen) => draw(pen, 'm', x, y));
  funcs.setLineToFunc((x, y, pen) => draw(pen, 'l', x, y));
  funcs.setQuadraticToFunc((ax, ay, x, y, pen) => draw(pen, 'q', ax, ay, x, y));
  funcs.setCubicToFunc((ax, ay, bx, by, x, y, pen) => draw(pen, 'c', ax, ay, bx, by, x, y));
  funcs.setClosePathFunc((pen) => (pen as Pen).close());
  return funcs;
}

/**
 * The outlines of a font file's letters, in the order of Unicode: of all that the file has and
 * `isWanted` lets through. In parts of an em: with 256 for `em`, an em is 256 units.
 */
export async function outlinesOf(
  file: Uint8Array,
  em: number,
  isWanted: (letter: string) => boolean,
): Promise<[letter: string, outline: Outline][]> {
  const face = new Face(new Blob(await fontverter.convert(file, 'truetype')), 0);
  const font = new Font(face);
  font.setScale(em * FINER, em * FINER);
  const funcs = createDrawFuncs();
  const points = [...face.collectUnicodes()].sort((a, b) => a - b);
  return points
    .map((point) => String.fromCodePoint(point))
    .filter(isWanted)
    .map((letter) => {
      const glyph = font.nominalGlyph(letter.codePointAt(0) ?? 0) ?? 0;
      const pen = createPen();
      font.drawGlyph(glyph, funcs, pen);
      return [letter, [Math.round(font.glyphHAdvance(glyph) / FINER), pen.data()]];
    });
}
