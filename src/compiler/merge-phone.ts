import type { CameraKeys } from './schema.ts';

/** The keys of a camera that say what to look at; a camera has exactly one of them. */
export const TARGETS = ['bounds', 'place', 'layer', 'center'] as const;

/** One of the keys that say what to look at. */
export type Target = (typeof TARGETS)[number];

/** The targets that a camera names, in the order of the format. */
export function targetsOf(camera: CameraKeys): Target[] {
  return TARGETS.filter((key) => camera[key] !== undefined);
}

/** Whether a target needs a zoom beside it; the others are fitted to the viewport. */
export function needsZoom(target: Target): boolean {
  return target === 'place' || target === 'center';
}

/**
 * The camera for a phone: another target replaces the one above, and a zoom from above goes with a
 * target that is fitted; all other keys are merged.
 */
export function mergePhone(camera: CameraKeys, phone: CameraKeys): CameraKeys {
  const [target] = targetsOf(phone);
  if (!target) return { ...camera, ...phone };
  const { bounds: _b, place: _p, layer: _l, center: _c, ...others } = camera;
  if (needsZoom(target)) return { ...others, ...phone };
  const { zoom: _, ...rest } = others;
  return { ...rest, ...phone };
}
