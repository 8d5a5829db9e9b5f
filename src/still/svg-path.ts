import type { GeoContext } from 'd3-geo';
import simplify from 'simplify-js';
import type { Point } from './screen.ts';

/** How finely a drawing is written, CSS pixels: its points lie on a grid, and lines may be off by as much. */
interface Fineness {
  grid: number;
  tolerance: number;
}

/** For what the story is about: fronts, routes. */
const FINE: Fineness = { grid: 0.1, tolerance: 0.2 };
/** For coasts, rivers and borders, whose own drawing is no finer. */
const COARSE: Fineness = { grid: 0.5, tolerance: 0.5 };
/** A number as short as SVG lets it be, to a tenth. */
export function tenth(value: number): string {
  return String(Math.round(value * 10) / 10 + 0).replace(/^(-?)0\./, '$1.');
}

/** Numbers in a row: a sign parts them, or a space. */
function row(values: readonly number[]): string {
  return values
    .map((value, i) => (i > 0 && value >= 0 ? ` ${tenth(value)}` : tenth(value)))
    .join('');
}

/** A line of points as SVG path data, each point from the one before; `grid` is a tenth of a pixel by default. */
export function pathData(points: readonly Point[], isClosed = false, { grid } = FINE): string {
  const whole = points.map(([x, y]): Point => [Math.round(x / grid), Math.round(y / grid)]);
  const [first] = whole;
  if (!first) return '';
  const steps = whole.slice(1).map(([x, y], i): Point => [x - whole[i]![0], y - whole[i]![1]]);
  const moved = steps.filter(([dx, dy]) => dx !== 0 || dy !== 0);
  if (moved.length === 0) return '';
  const text = moved.map((step) => row(step.map((value) => value * grid)));
  const rest = text.reduce((all, step) => `${all}${step.startsWith('-') ? '' : ' '}${step}`);
  return `M${row(first.map((value) => value * grid))}l${rest}${isClosed ? 'z' : ''}`;
}

/** The points of a line without those that nobody would miss. */
export function simplified(points: readonly Point[], { tolerance } = FINE): Point[] {
  const objects = points.map(([x, y]) => ({ x, y }));
  return simplify(objects, tolerance, true).map(({ x, y }): Point => [x, y]);
}

/** A ring of which the grid leaves no area, as a small square: it fills, is stroked, and clips. */
function speck(ring: readonly Point[]): string {
  const { grid } = COARSE;
  const corner = ([0, 1] as const).map((axis) => {
    const values = ring.map((point) => point[axis]);
    const middle = (Math.min(...values) + Math.max(...values)) / 2;
    return Math.round(middle / grid - 0.5) * grid;
  });
  const side = tenth(grid);
  return `M${row(corner)}h${side}v${side}h-${side}z`;
}

/** Whether a ring has an area on the grid. */
function hasArea(ring: readonly Point[]): boolean {
  const whole = ring.map(
    ([x, y]): Point => [Math.round(x / COARSE.grid), Math.round(y / COARSE.grid)],
  );
  const twice = whole.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = whole[(i + 1) % whole.length]!;
    return sum + x * nextY - nextX * y;
  }, 0);
  return twice !== 0;
}

/** A context for `geoPath` of d3-geo that writes short path data. */
export interface SvgPen extends GeoContext {
  data: () => string;
}

/** Bends a line before it is written. */
export type Reshape = (line: readonly Point[], isClosed: boolean) => readonly Point[];

/** Makes an {@link SvgPen} for coasts and the like; lines are written as `reshape` leaves them. */
export function createSvgPen(reshape: Reshape = (line) => line): SvgPen {
  /** Each once: islets that lie together are one dot. */
  const parts = new Set<string>();
  let line: Point[] = [];
  const end = (isClosed: boolean): void => {
    const points = reshape(simplified(line, COARSE), isClosed);
    const isSpeck = isClosed && line.length > 2 && !hasArea(points);
    if (line.length > 1) parts.add(isSpeck ? speck(line) : pathData(points, isClosed, COARSE));
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
      return [...parts].join('');
    },
  };
}
