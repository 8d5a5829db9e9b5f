import { formatDay, isoDate } from './calendar.ts';
import { formatValues } from './chart-text.ts';
import { joined, type Markup, markup } from './markup.ts';
import type { Chart } from './story.ts';

/** All numbers of a chart as an HTML table, for readers of `lang` (BCP 47). */
export function chartMarkup(chart: Chart, lang: string): Markup {
  const format = formatValues(chart, lang);
  const rows = chart.rows.map(([day, ...values]) => {
    const date = markup`<time datetime="${isoDate(day)}">${formatDay(day, lang)}</time>`;
    const cells = values.map((value) => markup`<td>${format(value)}</td>`);
    return markup`<tr><th scope="row">${date}</th>${cells}</tr>`;
  });
  const columns = ['Date', ...chart.series.map(({ title }) => title)];
  const head = columns.map((title) => markup`<th scope="col">${title}</th>`);
  return markup`<table><caption>${chart.title}</caption>
<thead><tr>${head}</tr></thead>
<tbody>${joined(rows, '\n')}</tbody></table>`;
}
