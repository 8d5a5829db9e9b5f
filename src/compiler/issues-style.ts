import { error, warning } from './issue-kind.ts';

/** Mistakes in the `style` of a layer, which MapLibre's style specification finds, or the map cannot draw. */
export const STYLE_ISSUES = {
  'unknown-style-property': error(
    'A `{type}` layer has no {part} property `{key}`.',
    '{suggestion}',
    {
      type: 'circle',
      part: 'paint',
      key: 'circle-colour',
      suggestion: 'Did you mean `circle-color`?',
    },
  ),
  'unknown-style-operator': error('There is no expression `{name}`.', '{suggestion}', {
    name: 'interpolat',
    suggestion: 'Did you mean `interpolate`?',
  }),
  'wrong-style': error('`{key}` cannot be drawn: {problem}.', '{remedy}', {
    key: 'line-width',
    problem: 'number expected, string found',
    remedy: 'Write, for example, `line-width: 2`.',
  }),
  'wrong-color': error(
    '`{given}` is not a colour.',
    'Write, for example, `#9c3b2e`, `rgba(156, 59, 46, 0.5)` or `steelblue`, in quotation marks.',
    { given: 'steelbleu' },
  ),
  'style-not-here': error('`{name}` has nothing to draw from: {reason}.', '{remedy}', {
    name: 'icon-image',
    reason: 'a story has no pictures for its map',
    remedy: 'Draw with colours, lines, circles and `text-field`.',
  }),
  'style-not-in-still': warning(
    'Only the live map draws this `{name}`: the still {instead}.',
    'The still is what is printed, and what is seen before the map comes. Leave `{name}` out where both are to be alike.',
    { name: 'symbol-placement', instead: 'leaves the names out' },
  ),
  'unknown-face': error('The map has no letters called `{face}`.', '{suggestion}', {
    face: 'Open Sans Regular',
    suggestion: 'The faces are `Atlas Regular`, `Atlas Italic`, `Atlas Bold`.',
  }),
} as const;
