import type { GeoContext } from 'd3-geo';
import simplify from 'simplify-js';
import type { Point } from './screen.ts';

/** How far a drawn line may be off, CSS pixels. */
const TOLERANCE = 0.25;

/** A number of pixels to a tenth, as short as SVG lets it be. */
export function tenth(value: number): string {
  const text = String(Math.round(value * 10) / 10 + 0);
  return text.replace(/^(-?)0\./, '$1.');
}

/** Numbers in a row: the sign of the next one parts them, or a space. */
function row(values: readonly number[]): string {
  return values
    .map((value, i) => (i > 0 && value >= 0 ? ` ${tenth(value)}` : tenth(value)))
    .join('');
}

const rounded = (value: number): number => Math.round(value * 10) / 10;

/** A line of points as SVG path data, in tenths of a pixel, each from the one before. */
export function pathData(points: readonly Point[], isClosed = false): string {
  const [first, ...others] = points.map(([x, y]): Point => [rounded(x), rounded(y)]);
  if (!first) return '';
  let [x, y] = first;
  const steps = others.flatMap(([nextX, nextY]): string[] => {
    const [dx, dy] = [rounded(nextX - x), rounded(nextY - y)];
    if (dx === 0 && dy === 0) return [];
    [x, y] = [rounded(x + dx), rounded(y + dy)];
    return [row([dx, dy])];
  });
  if (steps.length === 0) return '';
  const rest = steps.reduce((all, step) => `${all}${step.startsWith('-') ? '' : ' '}${step}`);
  return `M${row(first)}l${rest}${isClosed ? 'z' : ''}`;
}

/** The points of a line without those that nobody would miss. */
export function simplified(points: readonly Point[]): Point[] {
  const objects = points.map(([x, y]) => ({ x, y }));
  return simplify(objects, TOLERANCE, true).map(({ x, y }): Point => [x, y]);
}

/** A context for `geoPath` of d3-geo that writes short path data. */
export interface SvgPen extends GeoContext {
  data: () => string;
}

/** Makes an {@link SvgPen}. It simplifies each line by a quarter of a pixel. */
export function createSvgPen(): SvgPen {
  const parts: string[] = [];
  let line: Point[] = [];
  const end = (isClosed: boolean): void => {
    if (line.length > 1) parts.push(pathData(simplified(line), isClosed));
    line = [];
  };
  return {
    moveTo(x, y) {
      end(false);
      line = [[x, y]];
    },
    lineTo(x, y) {
      line.push([x, y]);
    },
    closePath: () => end(true),
    beginPath: () => {},
    arc: () => {},
    data() {
      end(false);
      return parts.join('');
    },
  };
}
