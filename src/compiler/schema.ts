import { z } from 'zod';
import { PLACE_NAMES, type PlaceNames } from '../core/place-names.ts';
import { cameraSchema } from './schema-camera.ts';
import { chartSchema } from './schema-chart.ts';
import { layerSchema } from './schema-layer.ts';
import {
  duration,
  isLanguageTag,
  LAYER_ID,
  movable,
  movableDay,
  names,
  period,
  singleDay,
  text,
} from './schema-values.ts';

/** What a step's block may hold. */
export const stepSchema = z
  .strictObject({
    camera: cameraSchema,
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
        description:
          'How much of a shown route is drawn, 0 to 1 from its start. Default: as far as it had come by the date, where its dataset has dates; it fades in the month after its last. Else all of it.',
        examples: [{ crossings: '0 .. 1' }],
      })
      .optional(),
    play: duration('0.2s', '60s', {
      description:
        'How long the motion of the step takes where it is played: when it is presented to a class. Default: 3 to 8 seconds, by the days that pass. Readers move it themselves, by scrolling.',
      examples: ['6s', '800ms'],
    }).optional(),
    label: names('The places whose names are drawn, by their ids.', ['andong', 'jian']).optional(),
    alt: text(
      'The picture in one sentence, for readers who cannot see it.',
      'Three arrows cross the Yalu.',
    ).optional(),
  })
  .meta({ title: 'a step block', description: 'What the map shows at a step.' });

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
    'place-names': z
      .enum(Object.keys(PLACE_NAMES) as [PlaceNames, ...PlaceNames[]])
      .default('period')
      .meta({
        title: 'one of `period`, `modern`, `ko`, `zh`, `ru`',
        description:
          'In which form the map writes names: in the English of 1950 or of today, in Korean, Chinese or Russian. The reader can choose another.',
        examples: ['period', 'ko'],
      }),
    dates: period(
      'The first and last day of the timeline; no step may leave it. Default: what the steps span.',
    ).optional(),
    layers: z
      .record(z.string().regex(LAYER_ID), layerSchema)
      .meta({
        title: 'names with a layer each',
        description: 'What steps can show, in drawing order, the lowest first.',
        examples: [{ front: { from: 'korea/front-line', as: 'dated-line' } }],
      })
      .default({}),
    chart: chartSchema.optional(),
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
