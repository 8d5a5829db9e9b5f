import { type Camera, project, RADIANS, type Size, TILE_SIZE, unproject } from '../core/camera.ts';
import { clamp01 } from '../core/easing.ts';
import type { Padding } from '../core/viewport.ts';

/** A point of the picture: CSS pixels from its left and upper edge. */
export type Point = [x: number, y: number];

/** How a place of the Web Mercator unit square comes to stand in a picture. */
export interface Screen {
  size: Size;
  /** The camera's centre on the Web Mercator unit square. */
  center: Point;
  /** 1 where the Earth is a globe, 0 where it is flat, and between on the way from one to the other. */
  globe: number;
  /**
   * Where a place is drawn. One on the far side of the globe lies outside of its edge, the farther the
   * more it is hidden, so that what is partly hidden needs no cutting but by the edge itself.
   */
  project: (x: number, y: number) => Point;
  /** Whether a place is on the side of the globe that is seen; always true where the Earth is flat. */
  isSeen: (x: number, y: number) => boolean;
  /** The place that is drawn at a point; `undefined` beside the globe. */
  unproject: (point: Point) => Point | undefined;
  /** The edge of the globe as a ring of points; empty where the Earth is flat. */
  limb: Point[];
  /** How far the camera is from the middle of the globe, in its radii; `undefined` where the Earth is flat. */
  height: number | undefined;
}

/** A point before the division by depth, in pixels from the middle of what is not padded. */
type Clip = [x: number, y: number, depth: number];
type Vector = [number, number, number];

/** Where the globe begins to turn into the flat map, and where it has done so: zooms of the style. */
const GLOBE_UNTIL = 3.4;
const FLAT_FROM = 4.4;

/** A point at least so deep, in parts of the camera's distance, can be drawn. */
const NEAREST = 0.05;

const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const scaled = (a: Vector, by: number): Vector => [a[0] * by, a[1] * by, a[2] * by];
const sum = (a: Vector, b: Vector): Vector => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];

/** The unit vector of a place: x to longitude 90, y to the North Pole, z to longitude 0. */
function onSphere(x: number, y: number): Vector {
  const [lon, lat] = unproject([x, y]).map((angle) => angle * RADIANS) as Point;
  return [Math.sin(lon) * Math.cos(lat), Math.sin(lat), Math.cos(lon) * Math.cos(lat)];
}

function offSphere([x, y, z]: Vector): Point {
  return project([Math.atan2(x, z) / RADIANS, Math.asin(Math.max(-1, Math.min(1, y))) / RADIANS]);
}

/** The camera's own axes: what lies right, down and towards it, for a point of the tangent plane. */
function turn({ bearing, pitch }: Camera) {
  const [sinB, cosB] = [Math.sin(bearing * RADIANS), Math.cos(bearing * RADIANS)];
  const [sinP, cosP] = [Math.sin(pitch * RADIANS), Math.cos(pitch * RADIANS)];
  return {
    /** East, south and up in pixels, to right, down and depth lost. */
    there([east, south, up]: Vector): Vector {
      const right = east * cosB + south * sinB;
      const down = south * cosB - east * sinB;
      return [right, down * cosP - up * sinP, down * sinP + up * cosP];
    },
    back([right, down, near]: Vector): Vector {
      const [flat, up] = [down * cosP + near * sinP, near * cosP - down * sinP];
      return [right * cosB - flat * sinB, right * sinB + flat * cosB, up];
    },
  };
}

function flatEarth(camera: Camera, distance: number) {
  const world = TILE_SIZE * 2 ** camera.zoom;
  const [cx, cy] = project(camera.center);
  const { there, back } = turn(camera);
  return {
    clip(x: number, y: number): Clip {
      const dx = x - cx;
      const [right, down, near] = there([(dx - Math.round(dx)) * world, (y - cy) * world, 0]);
      return [right, down, distance - near];
    },
    place([x, y]: Point): Point | undefined {
      // A ray from the camera, down to the ground.
      const [east, south, up] = back([x, y, -distance]);
      const eye = back([0, 0, distance]);
      if (up >= 0) return undefined;
      const far = -eye[2] / up;
      return [cx + (eye[0] + east * far) / world, cy + (eye[1] + south * far) / world];
    },
  };
}

function globeEarth(camera: Camera, distance: number) {
  const [lon, lat] = camera.center.map((angle) => angle * RADIANS) as Point;
  const radius = (TILE_SIZE * 2 ** camera.zoom) / (2 * Math.PI) / Math.cos(lat);
  const { there, back } = turn(camera);
  const up: Vector = [Math.sin(lon) * Math.cos(lat), Math.sin(lat), Math.cos(lon) * Math.cos(lat)];
  const east: Vector = [Math.cos(lon), 0, -Math.sin(lon)];
  const south: Vector = [
    Math.sin(lon) * Math.sin(lat),
    -Math.cos(lat),
    Math.cos(lon) * Math.sin(lat),
  ];
  const eye = back([0, 0, distance]);
  // From the middle of the globe, in radii.
  const outOf = ([e, s, u]: Vector): Vector =>
    sum(sum(scaled(east, e / radius), scaled(south, s / radius)), scaled(up, u / radius));
  const seat = sum(outOf(eye), up);
  const height = Math.sqrt(dot(seat, seat));
  const axis = scaled(seat, 1 / height);
  /** The angle from under the camera to the edge that it sees. */
  const edge = Math.acos(1 / height);
  const clip = (p: Vector): Clip => {
    const [right, down, near] = there([
      dot(p, east) * radius,
      dot(p, south) * radius,
      (dot(p, up) - 1) * radius,
    ]);
    return [right, down, distance - near];
  };
  return {
    edge,
    height,
    angle: (p: Vector): number => Math.acos(Math.max(-1, Math.min(1, dot(p, axis)))),
    clip,
    /** The point of the globe at `angle` from under the camera, in the direction of `p`. */
    towards(p: Vector, angle: number): Vector {
      const across = sum(p, scaled(axis, -dot(p, axis)));
      const size = Math.sqrt(dot(across, across)) || 1;
      return sum(scaled(axis, Math.cos(angle)), scaled(across, Math.sin(angle) / size));
    },
    around(turned: number): Vector {
      const side: Vector = Math.abs(axis[1]) > 0.9 ? [1, 0, 0] : [0, 1, 0];
      const first = sum(side, scaled(axis, -dot(side, axis)));
      const a = scaled(first, 1 / Math.sqrt(dot(first, first)));
      const b: Vector = [
        axis[1] * a[2] - axis[2] * a[1],
        axis[2] * a[0] - axis[0] * a[2],
        axis[0] * a[1] - axis[1] * a[0],
      ];
      return sum(scaled(a, Math.cos(turned)), scaled(b, Math.sin(turned)));
    },
    place([x, y]: Point): Point | undefined {
      const ray = outOf(back([x, y, -distance]));
      const [a, b, c] = [dot(ray, ray), dot(ray, seat), dot(seat, seat) - 1];
      const root = b * b - a * c;
      if (root < -1e-9 * b * b) return undefined;
      return offSphere(sum(seat, scaled(ray, (-b - Math.sqrt(Math.max(0, root))) / a)));
    },
  };
}

const LIMB_POINTS = 180;

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
  const projected = (x: number, y: number): Point => {
    if (globe === 0) return seen(flat.clip(x, y));
    const p = onSphere(x, y);
    return globe === 1 ? onGlobe(p) : seen(mixed(flat.clip(x, y), round.clip(p)));
  };
  const isRound = globe === 1;
  return {
    size: { width, height },
    center: project(camera.center),
    globe,
    project: projected,
    isSeen: (x, y) => !isRound || round.angle(onSphere(x, y)) <= round.edge,
    unproject([x, y]) {
      const from: Point = [x - middle[0], y - middle[1]];
      if (globe === 0) return flat.place(from);
      return isRound ? round.place(from) : solve(projected, [x, y], flat.place(from));
    },
    height: isRound ? round.height : undefined,
    limb: isRound
      ? Array.from({ length: LIMB_POINTS }, (_, i) =>
          seen(
            round.clip(round.towards(round.around((i / LIMB_POINTS) * 2 * Math.PI), round.edge)),
          ),
        )
      : [],
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
