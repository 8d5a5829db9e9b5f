import type { Position } from 'geojson';
import { project } from '../core/camera.ts';
import type { LngLat, StoryLayer } from '../core/story.ts';
import { groundOfGeometry, groundPath } from './ground-path.ts';
import type { Scene } from './scene.ts';
import type { Point } from './screen.ts';

/** A line `[lon, lat][]` in pixels. */
export function screenLine({ screen }: Scene, line: readonly Position[]): Point[] {
  return line.map((position) => screen.project(...project(position as LngLat)));
}

/** Value of `clip-path` that cuts to the ground inside a layer's `within`; none where it has none. */
export function withinClip(scene: Scene, { within }: StoryLayer): string | undefined {
  const { story, sheet, screen, zoom } = scene;
  const features = within ? (story.data[within]?.features ?? []) : [];
  if (features.length === 0) return undefined;
  const ground = features.flatMap(({ geometry }) => groundOfGeometry(geometry));
  const path = sheet.path(groundPath(screen, zoom, ground));
  const clip = sheet.define(
    (id) => `<clipPath id="${id}"><use href="${path}" clip-rule="evenodd"/></clipPath>`,
  );
  return `url(#${clip})`;
}
