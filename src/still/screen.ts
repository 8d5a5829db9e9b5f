import { type Camera, project, type Size } from '../core/camera.ts';
import { clamp01 } from '../core/easing.ts';
import { FLAT_FROM } from '../core/limit-camera.ts';
import type { Padding } from '../core/viewport.ts';
import {
  type Clip,
  flatEarth,
  globeEarth,
  offSphere,
  onSphere,
  type Point,
  type Vector,
} from './earth.ts';

export type { Point } from './earth.ts';

/** How a place of the Web Mercator unit square comes to stand in a picture. */
export interface Screen {
  size: Size;
  /** The camera's centre on the Web Mercator unit square. */
  center: Point;
  /** 1 where the Earth is a globe, 0 where it is flat, and between on the way from one to the other. */
  globe: number;
  /**
   * Where a place is drawn; on the flat map x may lie beyond the world's edge, for the world beside it. A
   * place on the far side of the globe lies outside of its edge, the farther the more it is hidden, so
   * that what is partly hidden needs no cutting but by the edge itself.
   */
  project: (x: number, y: number) => Point;
  /** The x of a place in the world that is nearest to the camera's centre. */
  near: (x: number) => number;
  /** How much larger than at the centre things on the ground look at a place, as they are nearer. */
  scaleAt: (x: number, y: number) => number;
  /** The least and the greatest x that the flat map shows. */
  span: readonly [west: number, east: number];
  /** Whether a place is on the side of the globe that is seen; always true where the Earth is flat. */
  isSeen: (x: number, y: number) => boolean;
  /** The place that is drawn at a point; `undefined` beside the globe. */
  unproject: (point: Point) => Point | undefined;
  /** The edge of the globe as a ring of points; empty where the Earth is flat. */
  limb: Point[];
  /**
   * The places a little way behind the edge of the globe, as a ring round the camera's centre; empty where
   * the Earth is flat. Round a pole it runs over all longitudes and is closed along the pole.
   */
  horizon: Point[];
  /** How far the camera is from the middle of the globe, in its radii; `undefined` where the Earth is flat. */
  height: number | undefined;
}

/** Where the globe begins to turn into the flat map: a zoom of the style. */
const GLOBE_UNTIL = 3.4;

/** A point at least so deep, in parts of the camera's distance, can be drawn. */
const NEAREST = 0.05;

const LIMB_POINTS = 180;
/** How far behind the globe's edge the horizon lies, radians: no stroke along it is seen. */
const BEHIND = 0.07;

type Earths = { flat: ReturnType<typeof flatEarth>; round: ReturnType<typeof globeEarth> };

/** The least and the greatest x of the flat map in a picture, of which every corner shows ground. */
function spanOf({ flat }: Earths, middle: Point, { width, height }: Size): Screen['span'] {
  const corners = [0, width].flatMap((x) => [0, height].map((y): Point => [x, y]));
  const xs = corners.map(([x, y]) => flat.place([x - middle[0], y - middle[1]])?.[0] ?? 0);
  return [Math.min(...xs), Math.max(...xs)];
}

/** Points of the ring on the globe at an angle from under the camera. */
function ringAt({ round }: Earths, angle: number): Vector[] {
  return Array.from({ length: LIMB_POINTS }, (_, i) =>
    round.towards(round.around((i / LIMB_POINTS) * 2 * Math.PI), angle),
  );
}

/** {@link Screen.horizon} round a centre `cx`. */
function horizonOf(earths: Earths, cx: number): Point[] {
  const { edge } = earths.round;
  const angle = edge + Math.min(BEHIND, (Math.PI / 2 - edge) / 2);
  const near = ringAt(earths, angle).map((p): Point => {
    const [x, y] = offSphere(p);
    return [x - Math.round(x - cx), y];
  });
  const isRoundPole = near.some(([x], i) => Math.abs(x - near.at(i - 1)![0]) > 0.5);
  if (!isRoundPole) return near;
  const sorted = near.sort(([a], [b]) => a - b);
  const isNorth = earths.round.angle([0, 1, 0]) < angle;
  const pole = isNorth ? -0.01 : 1.01;
  const [first, last] = [sorted[0]![1], sorted.at(-1)![1]];
  const [west, east] = [cx - 0.5, cx + 0.5];
  return [[west, pole], [west, first], ...sorted, [east, last], [east, pole]];
}

/**
 * The picture of a camera as MapLibre GL draws it: perspective with a field of view of 36.87 degrees, so
 * that the camera is one and a half times the picture's height away; below zoom 3.4 a globe of the
 * size at which its ground has the flat map's scale at the centre; between, the flat and the round
 * place are mixed before the division by depth (`interpolateProjection` in MapLibre's shaders).
 */
export function createScreen(camera: Camera, size: Size & { padding: Padding }): Screen {
  const { width, height, padding } = size;
  const distance = 1.5 * height;
  const middle: Point = [
    (width + padding.left - padding.right) / 2,
    (height + padding.top - padding.bottom) / 2,
  ];
  const flat = flatEarth(camera, distance);
  const round = globeEarth(camera, distance);
  const earths = { flat, round };
  const center = project(camera.center);
  const globe = clamp01((FLAT_FROM - camera.zoom) / (FLAT_FROM - GLOBE_UNTIL));
  const seen = ([x, y, depth]: Clip): Point => {
    const scale = distance / Math.max(depth, distance * NEAREST);
    return [middle[0] + x * scale, middle[1] + y * scale];
  };
  const mixed = (a: Clip, b: Clip): Clip =>
    a.map((value, i) => value + (b[i]! - value) * globe) as Clip;
  const onGlobe = (p: Vector): Point => {
    const angle = round.angle(p);
    if (angle <= round.edge) return seen(round.clip(p));
    const under = seen(round.clip(round.towards(p, 0)));
    const at = seen(round.clip(round.towards(p, round.edge)));
    const out = 1.02 + (angle - round.edge);
    return [under[0] + (at[0] - under[0]) * out, under[1] + (at[1] - under[1]) * out];
  };
  const clipOf = (x: number, y: number): Clip => {
    if (globe === 0) return flat.clip(x, y);
    const onRound = round.clip(onSphere(x, y));
    return globe === 1 ? onRound : mixed(flat.clip(x, y), onRound);
  };
  const projected = (x: number, y: number): Point => {
    return globe === 1 ? onGlobe(onSphere(x, y)) : seen(clipOf(x, y));
  };
  const isRound = globe === 1;
  return {
    size: { width, height },
    center,
    globe,
    project: projected,
    near: (x) => x - Math.round(x - center[0]),
    scaleAt: (x, y) => distance / clipOf(x, y)[2],
    span: spanOf(earths, middle, size),
    isSeen: (x, y) => !isRound || round.angle(onSphere(x, y)) <= round.edge,
    unproject([x, y]) {
      const from: Point = [x - middle[0], y - middle[1]];
      if (globe === 0) return flat.place(from);
      return isRound ? round.place(from) : solve(projected, [x, y], flat.place(from));
    },
    height: isRound ? round.height : undefined,
    limb: isRound ? ringAt(earths, round.edge).map((p) => seen(round.clip(p))) : [],
    horizon: globe > 0 ? horizonOf(earths, center[0]) : [],
  };
}

/** Newton's way from a first guess to the place that is drawn at a point; `undefined` where it leads nowhere. */
function solve(
  projected: Screen['project'],
  [x, y]: Point,
  guess: Point | undefined,
): Point | undefined {
  if (!guess) return undefined;
  let [u, v] = guess;
  const step = 1e-6;
  for (let i = 0; i < 12; i += 1) {
    const [x0, y0] = projected(u, v);
    if (Math.hypot(x - x0, y - y0) < 0.01) return [u, v];
    const [xu, yu] = projected(u + step, v);
    const [xv, yv] = projected(u, v + step);
    const [a, b, c, d] = [xu - x0, xv - x0, yu - y0, yv - y0];
    const size = a * d - b * c;
    if (size === 0) return undefined;
    u += (step * (d * (x - x0) - b * (y - y0))) / size;
    v += (step * (a * (y - y0) - c * (x - x0))) / size;
  }
  return undefined;
}
