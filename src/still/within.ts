import type { Position } from 'geojson';
import { project } from '../core/camera.ts';
import { markup } from '../core/markup.ts';
import type { LngLat, StoryLayer } from '../core/story.ts';
import { groundOfGeometry } from './ground.ts';
import { groundPath } from './ground-path.ts';
import type { Scene } from './scene.ts';
import type { Point } from './screen.ts';

/** A line `[lon, lat][]` in pixels: whole, the short way where it crosses the antimeridian, in the nearest world. */
export function screenLine({ screen }: Scene, line: readonly Position[]): Point[] {
  let last: number | undefined;
  const places = line.map((position): Point => {
    const [x, y] = project(position as LngLat);
    last = last === undefined ? x : x - Math.round(x - last);
    return [last, y];
  });
  const xs = places.map(([x]) => x);
  const middle = (Math.min(...xs) + Math.max(...xs)) / 2;
  const shift = places.length > 0 ? screen.near(middle) - middle : 0;
  return places.map(([x, y]) => screen.project(x + shift, y));
}

/** Value of `clip-path` that cuts to the ground inside a layer's `within`; none where it has none. */
export function withinClip(scene: Scene, { within }: StoryLayer): string | undefined {
  const { story, sheet, screen, zoom } = scene;
  const features = within ? (story.data[within]?.features ?? []) : [];
  if (features.length === 0) return undefined;
  const ground = features.flatMap(({ geometry }) => groundOfGeometry(geometry));
  const path = sheet.path(groundPath(screen, zoom, ground));
  const clip = sheet.define(
    (id) => markup`<clipPath id="${id}"><use href="${path}" clip-rule="evenodd"/></clipPath>`,
  );
  return `url(#${clip})`;
}
