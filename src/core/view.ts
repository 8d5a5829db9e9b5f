import { type Camera, mercatorVector, RADIANS, TILE_SIZE } from './camera.ts';
import type { LngLat } from './story.ts';
import type { Viewport } from './viewport.ts';

/** Half-way between these zooms, where MapLibre turns the globe into the flat map, one stands for the other. */
const FLAT_FROM = 3.9;

/** A place seen from the middle of the picture: pixels east, south and up; `undefined` behind the globe. */
type Ground = (place: LngLat) => readonly [number, number, number] | undefined;

function flatGround({ center, zoom }: Camera): Ground {
  const world = TILE_SIZE * 2 ** zoom;
  return (place) => {
    const [dx, dy] = mercatorVector(center, place);
    return [dx * world, dy * world, 0];
  };
}

function roundGround({ center, zoom, bearing, pitch }: Camera, distance: number): Ground {
  const [lon, lat] = center.map((angle) => angle * RADIANS) as LngLat;
  const radius = (TILE_SIZE * 2 ** zoom) / (2 * Math.PI) / Math.cos(lat);
  // The camera from the middle of the globe, in its radii: what lies beyond its horizon is not seen.
  const [turned, tilted] = [bearing * RADIANS, pitch * RADIANS];
  const aside = (Math.sin(tilted) * distance) / radius;
  const eye = [
    -aside * Math.sin(turned),
    aside * Math.cos(turned),
    1 + (Math.cos(tilted) * distance) / radius,
  ] as const;
  return (place) => {
    const [x, y] = place.map((angle) => angle * RADIANS) as LngLat;
    const turn = x - lon;
    const up = Math.sin(lat) * Math.sin(y) + Math.cos(lat) * Math.cos(y) * Math.cos(turn);
    const east = Math.cos(y) * Math.sin(turn);
    const south = Math.sin(lat) * Math.cos(y) * Math.cos(turn) - Math.cos(lat) * Math.sin(y);
    if (east * eye[0] + south * eye[1] + up * eye[2] < 1) return undefined;
    return [east * radius, south * radius, (up - 1) * radius];
  };
}

/**
 * Tells whether a place, `[lon, lat]`, is in sight of a camera: drawn on the part of the stage that neither
 * the column of cards nor the bar covers. Right to some pixels; on the way from the globe to the flat map,
 * between zooms 3.4 and 4.4, to some more.
 */
export function createView(camera: Camera, viewport: Viewport): (place: LngLat) => boolean {
  const { stage, padding, card, kind, bar } = viewport;
  const distance = 1.5 * stage.height;
  const ground = camera.zoom < FLAT_FROM ? roundGround(camera, distance) : flatGround(camera);
  const [sinB, cosB] = [Math.sin(camera.bearing * RADIANS), Math.cos(camera.bearing * RADIANS)];
  const [sinP, cosP] = [Math.sin(camera.pitch * RADIANS), Math.cos(camera.pitch * RADIANS)];
  const left = kind === 'wide' ? card.left + card.width : 0;
  const middle = [
    (stage.width + padding.left - padding.right) / 2,
    (stage.height + padding.top - padding.bottom) / 2,
  ] as const;
  return (place) => {
    const seen = ground(place);
    if (!seen) return false;
    const [east, south, up] = seen;
    const [right, down] = [east * cosB + south * sinB, south * cosB - east * sinB];
    const depth = distance - down * sinP - up * cosP;
    if (depth <= 0) return false;
    const x = middle[0] + (right * distance) / depth;
    const y = middle[1] + ((down * cosP - up * sinP) * distance) / depth;
    return x >= left && x <= stage.width && y >= 0 && y <= stage.height - bar;
  };
}
