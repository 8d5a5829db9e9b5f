import type { DataFeature } from '../data/dataset.ts';

/** A property of a feature that a layer cannot be drawn with. */
export interface FeatureMistake {
  feature: DataFeature;
  key: string;
  /** What stands there, in words. */
  given: string;
  /** What to write, as a sentence. */
  needed: string;
}

/** A mistake in a feature. */
export function mistake(
  feature: DataFeature,
  words: Omit<FeatureMistake, 'feature'>,
): FeatureMistake {
  return { feature, ...words };
}
