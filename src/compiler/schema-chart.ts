import { z } from 'zod';
import { text } from './schema-values.ts';

const series = z
  .strictObject({
    column: text('The column of the table.', 'north_percent', 'the name of a column'),
    title: text('What readers call it: a word or two.', 'North'),
    side: z
      .enum(['north', 'south', 'neutral'])
      .default('neutral')
      .meta({
        title: 'one of `north`, `south`, `neutral`',
        description: 'Whose it is, which chooses the colour.',
        examples: ['north'],
      }),
  })
  .meta({
    title: 'keys `column` and `title`',
    description: 'One area of the chart.',
    examples: [{ column: 'north_percent', title: 'North', side: 'north' }],
  });

/** The chart under a story's timeline. */
export const chartSchema = z
  .strictObject({
    from: text(
      'The table: of `geo/`, by its path without ending, or a CSV file beside the story, such as `prices.csv`. It needs a column `date` of days in order; lines outside the dates of the story are left out.',
      'korea/share',
      'the name of a table',
    ),
    title: text('What the numbers are.', 'Share of the peninsula held by each side'),
    unit: z
      .string()
      .default('')
      .meta({ title: 'text', description: 'What stands behind each number.', examples: ['%'] }),
    series: z
      .array(series)
      .min(1)
      .meta({
        title: 'a list of columns with their titles',
        description: 'What is drawn, one on the other, the first at the top.',
        examples: [[{ column: 'north_percent', title: 'North', side: 'north' }]],
      }),
  })
  .meta({
    title: 'keys that say what is drawn',
    description: 'A small area chart under the timeline.',
    examples: [
      {
        from: 'korea/share',
        title: 'Share',
        series: [{ column: 'north_percent', title: 'North' }],
      },
    ],
  });
