import { z } from 'zod';
import { names, text } from './schema-values.ts';

/** One layer of a story. */
export const layerSchema = z
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
        description:
          'For `as: style`: how MapLibre draws it. All of it is checked; it may not refer to pictures or other addresses.',
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
