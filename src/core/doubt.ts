/**
 * What is not sure of a front: `uncertainty` is how far it may be off, km, and `broken` says whether there was
 * none. Empty where all is sure.
 */
export function doubtOf(uncertainty?: number, broken?: boolean): string {
  return [broken && 'no continuous front', uncertainty && `front uncertain by ${uncertainty} km`]
    .filter(Boolean)
    .join('; ');
}
