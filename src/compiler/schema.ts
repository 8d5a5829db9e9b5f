import { z } from 'zod';
import {
  isLanguageTag,
  LAYER_ID,
  movable,
  movableDay,
  names,
  period,
  singleDay,
  text,
  type ValueMistake,
} from './schema-values.ts';

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

const camera = z
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

/** What a step's block may hold. */
export const stepSchema = z
  .strictObject({
    camera,
    date: movableDay(
      'The day that the map shows; a range moves while the step is read. Left out, the picture belongs to no day.',
    ).optional(),
    show: names('The layers that are drawn. What is not named here is not on the map.', [
      'front',
      'crossings',
    ]).optional(),
    opacity: z
      .record(
        z.string(),
        movable(0, 1, { description: 'An opacity.', examples: [0.5, '0.2 .. 1'] }),
      )
      .meta({
        title: 'layers with their opacity',
        description: 'How opaque a shown layer is, 0 to 1. Default 1.',
        examples: [{ front: 0.5 }, { front: '0.2 .. 1' }],
      })
      .optional(),
    reveal: z
      .record(z.string(), movable(0, 1, { description: 'A part.', examples: ['0 .. 1'] }))
      .meta({
        title: 'routes with the part that is drawn',
        description: 'How much of a shown route is drawn, 0 to 1 from its start. Default 1.',
        examples: [{ crossings: '0 .. 1' }],
      })
      .optional(),
    label: names('The places whose names are drawn, by their ids.', ['andong', 'jian']).optional(),
    alt: text(
      'The picture in one sentence, for readers who cannot see it.',
      'Three arrows cross the Yalu.',
    ).optional(),
  })
  .meta({ title: 'a step block', description: 'What the map shows at a step.' });

const layer = z
  .strictObject({
    from: text('The dataset that is drawn.', 'korea/front-line', 'the name of a dataset'),
    as: z.enum(['dated-line', 'dated-area', 'route', 'points', 'area', 'label', 'style']).meta({
      title: 'one of `dated-line`, `dated-area`, `route`, `points`, `area`, `label`, `style`',
      description:
        'How it is drawn: a line or the two areas beside it on the date of the step, a path that can be drawn bit by bit, marks, polygons, names, or a MapLibre layer of your own.',
      examples: ['dated-line'],
    }),
    title: z
      .string()
      .default('')
      .meta({
        title: 'text',
        description: 'What the legend calls it; empty keeps it out of the legend.',
        examples: ['Front line'],
      }),
    sides: z
      .strictObject({
        north: text('North of the line.', 'Held by the communist side'),
        south: text('South of the line.', 'Held by the United Nations side'),
      })
      .meta({
        title: 'keys `north` and `south`',
        description: 'For dated layers: what the legend calls the two sides.',
        examples: [{ north: 'Communist side', south: 'United Nations' }],
      })
      .optional(),
    only: names('The features of the dataset that are drawn, by their ids. Default all.', [
      'andong',
      'jian',
    ]).optional(),
    within: text(
      'For dated layers: the dataset of polygons that the drawing is cut to. `dated-area` needs it.',
      'korea/land',
      'the name of a dataset',
    ).optional(),
    side: z
      .enum(['north', 'south', 'neutral'])
      .default('neutral')
      .meta({
        title: 'one of `north`, `south`, `neutral`',
        description: 'Whose it is, which chooses the colour.',
        examples: ['north'],
      }),
    style: z
      .strictObject({
        type: z.enum(['fill', 'line', 'circle', 'symbol']).meta({
          title: 'one of `fill`, `line`, `circle`, `symbol`',
          description: 'The type of MapLibre layer.',
          examples: ['line'],
        }),
        paint: styleProperties('Paint properties.', { 'line-color': '#444' }),
        layout: styleProperties('Layout properties.', { 'line-cap': 'round' }),
        filter: z
          .array(z.unknown())
          .meta({
            title: 'a MapLibre expression',
            description: 'Which features are drawn.',
            examples: [['==', ['get', 'gauge'], 'narrow']],
          })
          .optional(),
        minzoom: zoomLimit('Not drawn below this zoom.'),
        maxzoom: zoomLimit('Not drawn from this zoom on.'),
      })
      .meta({
        title: 'a MapLibre layer without `id` and `source`',
        description: 'For `as: style`: how MapLibre draws it. It may not refer to other addresses.',
        examples: [{ type: 'line', paint: { 'line-color': '#444' } }],
      })
      .optional(),
  })
  .meta({
    title: 'keys that say what is drawn and how',
    description: 'One layer.',
    examples: [{ from: 'korea/front-line', as: 'dated-line' }],
  });

function styleProperties(description: string, example: Record<string, unknown>) {
  return z
    .record(z.string(), z.unknown())
    .meta({ title: 'MapLibre properties', description, examples: [example] })
    .optional();
}

function zoomLimit(description: string) {
  return z
    .number()
    .min(0)
    .max(24)
    .meta({ title: 'a number from 0 to 24', description, examples: [6] })
    .optional();
}

/** What the front matter may hold. */
export const frontMatterSchema = z
  .strictObject({
    title: text('The title of the story.', 'The death that moved an armistice'),
    description: text('The story in one sentence, for search and for cards.', 'How a war ended.'),
    lang: z
      .string()
      .refine(isLanguageTag)
      .default('en')
      .meta({
        title: 'a language tag of BCP 47',
        description: 'The language of the text.',
        examples: ['ko', 'en-GB'],
      }),
    byline: text('Who wrote it.', 'Kim Min-ji').optional(),
    published: singleDay('When it was published.').optional(),
    basemap: text('The map under the layers.', 'atlas', 'the name of a basemap').default('atlas'),
    dates: period(
      'The first and last day of the timeline; no step may leave it. Default: what the steps span.',
    ).optional(),
    layers: z
      .record(z.string().regex(LAYER_ID), layer)
      .meta({
        title: 'names with a layer each',
        description: 'What steps can show, in drawing order, the lowest first.',
        examples: [{ front: { from: 'korea/front-line', as: 'dated-line' } }],
      })
      .default({}),
  })
  .meta({ title: 'front matter', description: 'What a story says of itself.' });

/** Front matter that was read and checked. */
export type FrontMatter = z.output<typeof frontMatterSchema>;

/** A layer of the front matter that was read and checked. */
export type LayerEntry = FrontMatter['layers'][string];

/** A step block that was read and checked. */
export type StepBlock = z.output<typeof stepSchema>;

/** A camera as an author writes it, for one kind of viewport. */
export type CameraKeys = Omit<StepBlock['camera'], 'phone'>;
