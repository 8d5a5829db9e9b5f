import { formatDay, isoDate } from './calendar.ts';
import { formatValues } from './chart-text.ts';
import { escapeHtml } from './step-markup.ts';
import type { Chart } from './story.ts';

/** All numbers of a chart as an HTML table, for readers of `lang` (BCP 47). */
export function chartMarkup(chart: Chart, lang: string): string {
  const format = formatValues(chart, lang);
  const rows = chart.rows.map(([day, ...values]) => {
    const date = `<time datetime="${isoDate(day)}">${formatDay(day, lang)}</time>`;
    const cells = values.map((value) => `<td>${escapeHtml(format(value))}</td>`).join('');
    return `<tr><th scope="row">${date}</th>${cells}</tr>`;
  });
  const columns = ['Date', ...chart.series.map(({ title }) => escapeHtml(title))];
  const head = columns.map((title) => `<th scope="col">${title}</th>`).join('');
  return `<table><caption>${escapeHtml(chart.title)}</caption>
<thead><tr>${head}</tr></thead>
<tbody>${rows.join('\n')}</tbody></table>`;
}
