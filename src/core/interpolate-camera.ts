import {
  type Camera,
  mercatorVector,
  project,
  quantizeCamera,
  type Size,
  TILE_SIZE,
  unproject,
} from './camera.ts';
import { clamp01, lerp } from './easing.ts';
import { FARTHEST_ZOOM } from './limit-camera.ts';
import type { Travel } from './story.ts';

/** How {@link interpolateCamera} goes from one camera to the other. */
export interface InterpolateCameraOptions {
  travel: Travel;
  /** What the map is drawn on, CSS pixels: the wider it is, the less a flight has to zoom out. */
  viewport: Size;
}

/** Where a camera is on its way: its zoom, and the part (0 to 1) of the ground it has covered. */
export interface PathPoint {
  zoom: number;
  part: number;
}

/** A way from one camera to another, without turning and tilting. */
export interface CameraPath {
  /** Its length as the eye sees it (van Wijk and Nuij's S): screens covered or zoomed, 0 or more. */
  length: number;
  /** The point `t` (0 to 1) of the way along. */
  at: (t: number) => PathPoint;
}

/** MapLibre's `curve`: how far a flight zooms out. The paper's own users chose 1.42. */
const RHO = 1.42;

/**
 * Zoom at a steady pace and a straight line on the Mercator map, paced so that the whole move is one
 * zoom about one fixed point: what is in sight at both ends stays in sight between.
 */
function easePath(from: Camera, to: Camera): CameraPath {
  const dz = to.zoom - from.zoom;
  const k = -dz * Math.LN2;
  const at = (t: number): PathPoint => ({
    zoom: lerp(from.zoom, to.zoom, t),
    part: Math.abs(k) < 1e-9 ? t : Math.expm1(k * t) / Math.expm1(k),
  });
  return { length: Math.abs(k), at };
}

/**
 * The square of rho, lowered where the optimal path would zoom out beyond `wMax`. With the paper's
 * u(s) and w(s), the greatest w is at most `wMax` when rho² u1 ≤ √(wMax² - w0²) + √(wMax² - w1²).
 */
function curvature([w0, w1]: readonly [number, number], u1: number, wMax: number): number {
  const room =
    Math.sqrt(Math.max(0, wMax ** 2 - w0 ** 2)) + Math.sqrt(Math.max(0, wMax ** 2 - w1 ** 2));
  return Math.max(1e-6, Math.min(RHO ** 2, room / u1));
}

/**
 * The optimal path for zooming and panning: the one along which the picture changes at a steady
 * rate and in all the least. `t` is proportional to the length of the path.
 *
 * J. J. van Wijk and W. A. A. Nuij, "Smooth and efficient zooming and panning", IEEE InfoVis 2003,
 * with rho 1.42 as in MapLibre's `flyTo`; u and w in CSS pixels at the start's zoom, w the longer
 * side of the viewport. Where both ends lie over the same point it is a zoom at a steady pace. It
 * never zooms out beyond {@link FARTHEST_ZOOM}, or beyond its ends if they are lower.
 */
export function flyPath(from: Camera, to: Camera, viewport: Size): CameraPath {
  const w0 = Math.max(viewport.width, viewport.height, 1);
  const w1 = w0 * 2 ** (from.zoom - to.zoom);
  const u1 = Math.hypot(...mercatorVector(from.center, to.center)) * TILE_SIZE * 2 ** from.zoom;
  if (u1 < 1e-9 * Math.min(w0, w1)) {
    const straight = easePath(from, to);
    return { ...straight, length: straight.length / RHO };
  }
  const floor = Math.min(FARTHEST_ZOOM, from.zoom, to.zoom);
  const rho2 = curvature([w0, w1], u1, w0 * 2 ** (from.zoom - floor));
  const rho = Math.sqrt(rho2);
  const reach = rho2 * u1;
  const r0 = -Math.asinh((w1 ** 2 - w0 ** 2 + reach ** 2) / (2 * w0 * reach));
  const r1 = -Math.asinh((w1 ** 2 - w0 ** 2 - reach ** 2) / (2 * w1 * reach));
  const at = (t: number): PathPoint => {
    const turned = (r1 - r0) * t;
    const spread = Math.cosh(r0 + turned);
    return {
      zoom: Math.max(floor, from.zoom + Math.log2(spread / Math.cosh(r0))),
      // The paper's cosh(r0) tanh(r0 + ρs) - sinh(r0), written so that it loses no digits.
      part: clamp01((w0 * Math.sinh(turned)) / (reach * spread)),
    };
  };
  return { length: (r1 - r0) / rho, at };
}

/**
 * The way from one camera to another, as a pure function of `t`, 0 to 1: reached forwards,
 * backwards or by a jump, the same `t` gives the same digits.
 *
 * - `jump`: `from` while `t` is under 0.5, `to` from there on.
 * - `ease`: straight on the Mercator map, the zoom at a steady pace, about one fixed point.
 * - `fly`: {@link flyPath}, at a steady pace along it.
 *
 * Bearing and pitch turn at a steady pace, bearing and longitude the short way round. There is no
 * easing in time: whoever moves `t` decides that. At 0 and below it is `from` itself, at 1 and above
 * `to` itself; between them it is rounded as by {@link quantizeCamera}.
 */
export function interpolateCamera(
  from: Camera,
  to: Camera,
  options: InterpolateCameraOptions,
): (t: number) => Camera {
  const { travel, viewport } = options;
  if (travel === 'jump') return (t) => (t >= 0.5 ? to : from);
  const path = travel === 'fly' ? flyPath(from, to, viewport) : easePath(from, to);
  const [x, y] = project(from.center);
  const [dx, dy] = mercatorVector(from.center, to.center);
  const turn = to.bearing - from.bearing;
  const shortTurn = turn - 360 * Math.round(turn / 360);
  return (t) => {
    if (!(t > 0)) return from;
    if (t >= 1) return to;
    const { zoom, part } = path.at(t);
    return quantizeCamera({
      center: unproject([x + dx * part, y + dy * part]),
      zoom,
      bearing: from.bearing + shortTurn * t,
      pitch: lerp(from.pitch, to.pitch, t),
    });
  };
}
