import { formatDay } from './calendar.ts';
import type { Chart, ChartRow } from './story.ts';

/**
 * Writes a chart's numbers for readers of `lang` (BCP 47): with as many digits as its table has, and
 * with the unit, which is never parted from its number.
 */
export function formatValues({ decimals, unit }: Chart, lang: string): (value: number) => string {
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  const format = new Intl.NumberFormat(lang, digits);
  return (value) => `${format.format(value)}${unit && `\u00a0${unit}`}`;
}

/** A row in words, such as "4 September 1950: North 92.4 %, South 7.6 %". */
export function describeRow(chart: Chart, [day, ...values]: ChartRow, lang: string): string {
  const format = formatValues(chart, lang);
  const parts = chart.series.map(({ title }, i) => `${title} ${format(values[i] ?? 0)}`);
  return `${formatDay(day, lang)}: ${parts.join(', ')}`;
}
