import { describe, expect, it } from 'vitest';
import { chartMarkup } from '../../../src/core/chart-markup.ts';
import { describeRow } from '../../../src/core/chart-text.ts';
import type { Chart } from '../../../src/core/story.ts';
import { day } from '../../support/fixture-story.ts';

const chart: Chart = {
  title: 'Share of the <peninsula>',
  unit: '%',
  decimals: 1,
  series: [
    { title: 'North & China', side: 'north' },
    { title: 'South', side: 'south' },
  ],
  rows: [
    [day('1950-09-04'), 92, 8],
    [day('1950-09-11'), 94.7, 5.3],
  ],
};
const [first] = chart.rows;

describe('a row in words', () => {
  it('has the date, each title, and each number with its unit', () => {
    expect(describeRow(chart, first!, 'en')).toBe(
      '4 September 1950: North & China 92.0\u00a0%, South 8.0\u00a0%',
    );
  });

  it('is written as readers of another language write', () => {
    expect(describeRow(chart, chart.rows[1]!, 'de')).toBe(
      '11. September 1950: North & China 94,7\u00a0%, South 5,3\u00a0%',
    );
  });

  it('has bare numbers where there is no unit', () => {
    const bare = { ...chart, unit: '', decimals: 0 };
    expect(describeRow(bare, first!, 'en')).toMatch(/North & China 92, South 8$/);
  });
});

describe('the table of a chart', () => {
  const table = String(chartMarkup(chart, 'en'));

  it('names what it shows, its columns and each of its days', () => {
    expect(table).toContain('<caption>Share of the &lt;peninsula&gt;</caption>');
    const columns = [...table.matchAll(/<th scope="col">([^<]*)</g)].map(([, title]) => title);
    expect(columns).toEqual(['Date', 'North &amp; China', 'South']);
    expect(table.match(/<th scope="row">/g)).toHaveLength(2);
    expect(table).toContain('<time datetime="1950-09-04">4 September 1950</time>');
  });

  it('has every number', () => {
    const cells = [...table.matchAll(/<td>([^<]*)</g)].map(([, text]) => text);
    expect(cells).toEqual(['92.0\u00a0%', '8.0\u00a0%', '94.7\u00a0%', '5.3\u00a0%']);
  });
});
