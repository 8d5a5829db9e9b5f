import type { Bounds, CameraSpec, Range } from '../core/story.ts';
import type { Places } from './find-places.ts';
import type { CameraKeys } from './schema.ts';

/** What the names in a camera stand for. */
export interface CameraContext {
  places(): Places;
  boundsOfLayer(id: string): Bounds | undefined;
}

/**
 * A camera as the core wants it, from one in which no error was found.
 *
 * @throws TypeError where there is nothing to look at.
 */
export function resolveCamera(keys: CameraKeys, context: CameraContext): CameraSpec {
  const { bearing = [0, 0], pitch = [0, 0], travel = 'fly' } = keys;
  return { target: targetOf(keys, context), bearing: wrapBearing(bearing), pitch, travel };
}

function targetOf(keys: CameraKeys, context: CameraContext): CameraSpec['target'] {
  const { bounds, layer, center, place, zoom } = keys;
  if (bounds) return { bounds };
  const box = layer ? context.boundsOfLayer(layer) : undefined;
  if (box) return { bounds: box };
  const position = center ?? (place ? context.places()?.get(place)?.position : undefined);
  if (position && zoom) return { center: position, zoom };
  throw new TypeError('A camera looks at nothing, and no issue says so.');
}

/** Turned by whole rounds so that the start is within -180 to 180; the turn itself stays as long. */
function wrapBearing([start, end]: Range): Range {
  const rounds = Math.abs(start) > 180 ? Math.sign(start) * 360 : 0;
  return [start - rounds, end - rounds];
}
