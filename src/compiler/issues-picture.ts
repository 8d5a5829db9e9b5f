import { error, warning } from './issue-kind.ts';

/** Mistakes in what the map is asked to show: layers, places, cameras and dates. */
export const PICTURE_ISSUES = {
  'unknown-basemap': error('There is no basemap `{name}`.', '{suggestion}', {
    name: 'atlass',
    suggestion: 'Did you mean `atlas`?',
  }),
  'unknown-dataset': error('There is no dataset `{name}`.', '{suggestion}', {
    name: 'korea/front-lines',
    suggestion: 'Did you mean `korea/front-line`?',
  }),
  'unknown-feature': error('The dataset `{dataset}` has no feature `{id}`.', '{suggestion}', {
    dataset: 'korea/yalu-crossings',
    id: 'andon',
    suggestion: 'Did you mean `andong`?',
  }),
  'wrong-geometry': error(
    'A layer drawn as `{kind}` needs {needed}, but feature {feature} of `{dataset}` is a {geometry}.',
    'Choose another `as`, or limit the layer with `only`.',
    {
      kind: 'route',
      needed: 'LineString features',
      feature: '`andong`',
      dataset: 'places',
      geometry: 'Point',
    },
  ),
  'wrong-feature-property': error(
    'A layer drawn as `{kind}` cannot be made of feature {feature} of `{dataset}`, whose `{key}` is {given}.',
    '{needed}',
    {
      kind: 'dated-line',
      feature: '`andong`',
      dataset: 'korea/yalu-crossings',
      key: 'date',
      given: 'nothing',
      needed: 'Write a day of the calendar like "1950-10-19".',
    },
  ),
  'empty-dataset': error(
    'The dataset `{dataset}` has no feature, so there is nothing to draw.',
    'Add one to its file, or name another dataset.',
    { dataset: 'korea/routes' },
  ),
  'layer-needs-key': error(
    'A layer drawn as `{kind}` needs `{key}`.',
    'Add, for example, `{example}`.',
    { kind: 'dated-area', key: 'within', example: 'within: korea/land' },
  ),
  'layer-ignores-key': error(
    'A layer drawn as `{kind}` does nothing with `{key}`.',
    'Leave `{key}` out; it is for {kinds}.',
    { kind: 'route', key: 'sides', kinds: '`dated-line`, `dated-area`' },
  ),
  'bad-layer-id': error(
    '`{id}` cannot be the name of a layer.',
    'Use small letters, digits and hyphens, such as `{suggestion}`.',
    { id: 'Front Line', suggestion: 'front-line' },
  ),
  'style-owned-key': error(
    'A `style` may not have `{key}`, which the layer itself gives.',
    'Leave it out; `from` names the data, and the layer is called `{layer}`.',
    { key: 'source', layer: 'railways' },
  ),
  'remote-resource': error(
    'The style refers to `{address}`, but nothing is fetched from another address.',
    'Use plain colours and numbers.',
    { address: 'https://example.org/dots.png' },
  ),
  'unused-layer': warning('No step shows the layer `{id}`.', 'Show it in a step, or remove it.', {
    id: 'railways',
  }),
  'camera-without-target': error(
    '`{key}` does not say where to look.',
    'Add `bounds`, `place`, `layer` or `center`, such as `bounds: [124, 34, 130, 43]`.',
    { key: 'camera' },
  ),
  'camera-with-two-targets': error(
    '`{key}` has both `{first}` and `{second}`.',
    'Keep one: the camera can look at only one thing.',
    { key: 'camera', first: 'bounds', second: 'place' },
  ),
  'camera-needs-zoom': error(
    '`{target}` needs a `zoom` beside it.',
    'Add, for example, `zoom: 7`, or use `bounds`.',
    { target: 'camera.place' },
  ),
  'zoom-beyond-map': error(
    'The map is drawn to zoom {most} there, and `{key}` goes nearer.',
    'Write {most} or less.',
    { key: 'camera.zoom', most: '8' },
  ),
  'zoom-without-center': error(
    '`{key}` has no effect beside `{target}`, which is fitted to the viewport.',
    'Leave `zoom` out, or use `center` or `place`.',
    { key: 'camera.zoom', target: 'bounds' },
  ),
  'camera-outside-world': error(
    '`{key}` is {given}, which is outside the world.',
    'Order is longitude, latitude; here a number from {min} to {max} is needed.',
    { key: 'camera.center', given: '128', min: '-85.0511', max: '85.0511' },
  ),
  'bounds-order': error(
    '`{key}` has {first} {firstValue} where {second} is {secondValue}.',
    'The order is [west, south, east, north]; past 180 degrees, add 360 to east.',
    {
      key: 'camera.bounds',
      first: 'west',
      firstValue: '130',
      second: 'east',
      secondValue: '124',
    },
  ),
  'layer-without-extent': error(
    'The layer `{id}` is a single point, so no box fits it.',
    'Use `center` and `zoom`.',
    { id: 'capital' },
  ),
  'date-outside-story': error(
    'The date {date} is outside the story, which runs from {start} to {end}.',
    'Change the date, or `dates` in the front matter.',
    { date: '1953-08-01', start: '1950-06-25', end: '1953-07-27' },
  ),
  'unknown-layer': error('There is no layer `{id}`.', '{suggestion}', {
    id: 'frnt',
    suggestion: 'Did you mean `front`?',
  }),
  'unknown-place': error('There is no place `{id}`.', '{suggestion}', {
    id: 'soul',
    suggestion: 'Did you mean `seoul`?',
  }),
  'repeated-name': warning('`{id}` is named twice in `{key}`.', 'Keep one of the two.', {
    id: 'front',
    key: 'show',
  }),
  'layer-not-shown': error(
    '`{key}` names the layer `{id}`, which this step does not show.',
    'Add `{id}` to `show`, or leave it out here.',
    { key: 'opacity', id: 'front' },
  ),
  'reveal-not-route': error(
    '`reveal` draws a route bit by bit, but the layer `{id}` is drawn as `{kind}`.',
    'Use `opacity` for other layers.',
    { id: 'front', kind: 'dated-line' },
  ),
  'play-without-motion': warning(
    'The step `{step}` has a `play`, but nothing in it moves.',
    'Let something move with `..`, such as `date: 1950-10-19 .. 1950-10-25`, or leave `play` out.',
    { step: 'yalu' },
  ),
  'missing-alt': warning(
    'The step `{step}` does not say in words what its map shows.',
    'Add `alt:` with one sentence for readers who cannot see the map.',
    { step: 'yalu' },
  ),
} as const;
