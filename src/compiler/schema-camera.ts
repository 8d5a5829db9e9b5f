import { z } from 'zod';
import { movable, text, type ValueMistake } from './schema-values.ts';

/** The greatest latitude of the web Mercator projection, in degrees. */
const MAX_LATITUDE = 85.0511;

const longitude = z.number().min(-180).max(180);
const latitude = z.number().min(-MAX_LATITUDE).max(MAX_LATITUDE);
const eastLongitude = z.number().min(-180).max(540);

const bounds = z
  .tuple([longitude, latitude, eastLongitude, latitude])
  .superRefine(([west, south, east, north], context) => {
    const reversed = (first: string, a: number, second: string, b: number) => {
      const params: ValueMistake = {
        code: 'bounds-order',
        first,
        firstValue: String(a),
        second,
        secondValue: String(b),
      };
      context.addIssue({ code: 'custom', params });
    };
    if (west >= east) reversed('west', west, 'east', east);
    if (south >= north) reversed('south', south, 'north', north);
  })
  .meta({
    title: 'a box `[west, south, east, north]`',
    description:
      'Look at a box, in degrees, fitted into the part of the viewport that no text covers. East may pass 180 to cross the antimeridian.',
    examples: [[124, 39.6, 127.2, 41.6]],
  });

const center = z.tuple([longitude, latitude]).meta({
  title: 'a position `[longitude, latitude]`',
  description: 'Look at a position, in degrees; needs `zoom`.',
  examples: [[126.98, 37.57]],
});

const cameraKeys = {
  bounds: bounds.optional(),
  place: text('Look at a place, by its id; needs `zoom`.', 'seoul', 'the id of a place').optional(),
  layer: text(
    'Look at all of a layer, by its name.',
    'crossings',
    'the name of a layer',
  ).optional(),
  center: center.optional(),
  zoom: movable(0, 22, {
    description: 'How near, as MapLibre counts it; only beside `center` or `place`.',
    examples: [6.5, '6 .. 8'],
  }).optional(),
  bearing: movable(-360, 360, {
    description: 'What is up, in degrees clockwise from north. Default 0.',
    examples: [20, '0 .. 90'],
  }).optional(),
  pitch: movable(0, 60, {
    description: 'The tilt, in degrees from straight down. Default 0.',
    examples: [20, '0 .. 45'],
  }).optional(),
  travel: z
    .enum(['jump', 'ease', 'fly'])
    .meta({
      title: 'one of `jump`, `ease`, `fly`',
      description:
        'How the camera comes here from the step before: at once, straight, or up and down again. Default `fly`.',
      examples: ['ease'],
    })
    .optional(),
};

/** Where the map looks at a step. */
export const cameraSchema = z
  .strictObject({
    ...cameraKeys,
    phone: z
      .strictObject(cameraKeys)
      .meta({
        title: 'the same keys as `camera`',
        description:
          'What differs on a tall, narrow viewport. Another thing to look at replaces the one above; other keys are merged.',
        examples: [{ bounds: [124.1, 39.7, 126.6, 41.5] }],
      })
      .optional(),
  })
  .meta({
    title: 'keys that say where to look',
    description: 'What the map looks at: exactly one of `bounds`, `place`, `layer`, `center`.',
    examples: [{ bounds: [124, 39.6, 127.2, 41.6], pitch: 20 }],
  });
