/** Why something that MapLibre knows cannot be in a story's style, and what to do instead. */
export interface Reason {
  reason: string;
  remedy: string;
}

const NO_PICTURES: Reason = {
  reason: 'a story has no pictures for its map',
  remedy: 'Draw with colours, lines, circles and `text-field`.',
};
const NO_STATE: Reason = {
  reason: 'the features of a story have no state',
  remedy: 'Use `[get, …]` for a property of the feature, and `opacity` in a step.',
};
const NOT_OURS: Reason = {
  reason: 'the map of a story does not give it',
  remedy: 'Use `[get, …]` for a property of the feature, or `[zoom]`.',
};
const ONE_ANCHOR: Reason = {
  reason: 'where a name stands would depend on where it stood before',
  remedy: 'Use `text-anchor` and `text-offset`.',
};

const PROPERTIES: Readonly<Record<string, Reason>> = {
  'icon-image': NO_PICTURES,
  'fill-pattern': NO_PICTURES,
  'line-pattern': NO_PICTURES,
  'line-gradient': {
    reason: 'the lines of a story are not measured',
    remedy: 'Use `line-color`, or draw the layer as a `route`.',
  },
  'text-variable-anchor': ONE_ANCHOR,
  'text-variable-anchor-offset': ONE_ANCHOR,
  visibility: {
    reason: 'each step says which layers are shown',
    remedy: 'Name the layer in `show` where it is to be seen.',
  },
};

const OPERATORS: Readonly<Record<string, Reason>> = {
  image: NO_PICTURES,
  'feature-state': NO_STATE,
  'heatmap-density': NOT_OURS,
  'line-progress': NOT_OURS,
  elevation: NOT_OURS,
  accumulated: NOT_OURS,
};

const TRANSITION: Reason = {
  reason: 'the map follows the reader, and does not go on by itself',
  remedy: 'Let values move in a step: `opacity: { name: 0 .. 1 }`.',
};

/** The part of the map's global state that a style may ask for: in which form names are written. */
export const GLOBAL_STATE = 'names';

const UNKNOWN_STATE: Reason = {
  reason: `of the map’s state a style can ask for \`${GLOBAL_STATE}\` alone`,
  remedy: 'Use `[get, …]` for a property of the feature.',
};

/** Why a property that the specification knows is not for stories; `undefined` for one that is. */
export function reasonAgainst(property: string): Reason | undefined {
  if (property.endsWith('-transition')) return TRANSITION;
  return Object.hasOwn(PROPERTIES, property) ? PROPERTIES[property] : undefined;
}

/** Why an expression is not for stories; `undefined` for one that is. */
export function reasonAgainstExpression([name, state]: readonly unknown[]): Reason | undefined {
  if (name === 'global-state') return state === GLOBAL_STATE ? undefined : UNKNOWN_STATE;
  return Object.hasOwn(OPERATORS, String(name)) ? OPERATORS[String(name)] : undefined;
}
