/** The faces in which the atlas has letters: what `text-font` may name. The first stands where none is named. */
export const ATLAS_FACES = ['Atlas Regular', 'Atlas Italic', 'Atlas Bold'] as const;
