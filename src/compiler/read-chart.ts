import { type Day, parseDay } from '../core/calendar.ts';
import type { Chart, ChartRow, Range } from '../core/story.ts';
import type { OpenCatalog, Table } from './catalog.ts';
import type { FrontMatterDraft } from './front-matter.ts';
import type { IssueLog } from './issue-log.ts';
import { reportFaults } from './report-faults.ts';
import type { FrontMatter } from './schema.ts';
import { suggestion } from './suggest.ts';

type ChartEntry = NonNullable<FrontMatter['chart']>;

/** What {@link readChart} needs beside the front matter. */
export interface ChartContext {
  /** First and last day of the story; `null` where it has none, `undefined` where a mistake hides it. */
  dates: Range<Day> | null | undefined;
  catalog: OpenCatalog;
  log: IssueLog;
}

interface Context extends ChartContext {
  chart: ChartEntry;
  /** Offset of `from`, where what is wrong with the table itself is told. */
  at: number;
  /** Offset of the name of a series' column. */
  columnAt: (index: number) => number;
}

/** A row of the table with the line it stands in, counted from 1 as editors do. */
interface Line {
  row: string;
  cells: string[];
}

const NUMBER = /^\d+(\.\d+)?$/;

/**
 * The chart of the front matter with the numbers of its table. Reports what is wrong with the table,
 * the first mistake of each column; `undefined` where there is no chart, or a mistake.
 */
export function readChart(
  { yaml, keys: { chart } }: FrontMatterDraft,
  options: ChartContext,
): Chart | undefined {
  if (!chart) return undefined;
  const context: Context = {
    ...options,
    chart,
    at: yaml.valueAt(['chart', 'from']),
    columnAt: (index) => yaml.valueAt(['chart', 'series', index, 'column']),
  };
  const table = findTable(context);
  const [head = [], ...lines] = table?.rows ?? [];
  const columns = table && findColumns(head, context);
  if (!columns) return undefined;
  const body = lines
    .map((cells, i): Line => ({ row: String(i + 2), cells }))
    .filter(({ cells }) => cells.some(Boolean));
  const days = readDays(body, head.indexOf('date'), context);
  const values = columns.map((column, i) => readValues(body, column, { ...context, index: i }));
  if (!days || values.includes(undefined)) return undefined;
  const all = days.map((day, i): ChartRow => [day, ...values.map((each) => each![i]!)]);
  const rows = all.filter(([day]) => isWithin(day, context.dates));
  if (rows.length < 2) {
    const count = rows.length === 1 ? '1 line' : 'no line';
    context.log.report('short-table', context.at, { table: chart.from, count });
    return undefined;
  }
  const { title, unit, series } = chart;
  const drawn = series.map(({ title, side }) => ({ title, side }));
  return { title, unit, decimals: decimalsOf(body, columns), series: drawn, rows };
}

function findTable({ chart, catalog, at, log }: Context): Table | undefined {
  const name = chart.from;
  const table = catalog.table(name);
  if (!table) {
    const hint = suggestion(name, catalog.tableNames, 'tables');
    log.report('unknown-table', at, { name, suggestion: hint });
    return undefined;
  }
  if ('faults' in table) {
    reportFaults(log, at, { file: name, ...table });
    return undefined;
  }
  if (table.fault) {
    log.report('unreadable-table', at, { table: name, ...table.fault });
    return undefined;
  }
  return table;
}

/** Where the columns of the series stand in the table; `undefined` where one does not. */
function findColumns(head: string[], context: Context): number[] | undefined {
  const { chart, at, columnAt, log } = context;
  const table = chart.from;
  const names = ['date', ...chart.series.map(({ column }) => column)];
  const firsts = new Map<string, number>();
  const seconds = new Map<string, number>();
  for (const [i, name] of head.entries()) {
    const known = firsts.has(name) ? seconds : firsts;
    known.set(name, known.get(name) ?? i);
  }
  const found = names.map((name, i) => {
    const column = firsts.get(name) ?? -1;
    const second = seconds.get(name);
    const place = () => (i === 0 ? at : columnAt(i - 1));
    if (second !== undefined) log.report('repeated-column', place, { table, name });
    if (column < 0 && i > 0) {
      const hint = () => suggestion(name, firsts.keys(), 'columns');
      log.report('unknown-column', place, { table, name, suggestion: hint });
    } else if (column < 0) {
      const columns = head.map((each) => `\`${each}\``).join(', ') || 'nothing';
      log.report('table-without-dates', place, { table, columns });
    }
    return second === undefined ? column : -1;
  });
  return found.includes(-1) ? undefined : found.slice(1);
}

function readDays(lines: Line[], column: number, context: Context): Day[] | undefined {
  const { chart, at, log } = context;
  const days = lines.map(({ cells }) => parseDay(cells[column] ?? ''));
  const wrong = lines[days.indexOf(undefined)];
  if (wrong) {
    const values = { table: chart.from, row: wrong.row, given: given(wrong.cells[column]) };
    log.report('wrong-table-date', at, values);
    return undefined;
  }
  const known = days as Day[];
  const early = lines.find((_, i) => i > 0 && known[i]! <= known[i - 1]!);
  if (!early) return known;
  const date = early.cells[column] ?? '';
  log.report('table-order', at, { table: chart.from, row: early.row, date });
  return undefined;
}

function readValues(
  lines: Line[],
  column: number,
  { chart, columnAt, log, index }: Context & { index: number },
): number[] | undefined {
  const wrong = lines.find(({ cells }) => !NUMBER.test(cells[column] ?? ''));
  if (!wrong) return lines.map(({ cells }) => Number(cells[column]));
  const name = chart.series[index]?.column ?? '';
  const values = { table: chart.from, row: wrong.row, given: given(wrong.cells[column]), name };
  log.report('wrong-table-value', () => columnAt(index), values);
  return undefined;
}

/** The most digits that any number drawn has behind its point. */
function decimalsOf(lines: Line[], columns: number[]): number {
  const texts = lines.flatMap(({ cells }) => columns.map((column) => cells[column] ?? ''));
  return texts.reduce((most, text) => Math.max(most, text.split('.')[1]?.length ?? 0), 0);
}

const given = (cell: string | undefined): string => (cell ? JSON.stringify(cell) : 'nothing');

function isWithin(day: Day, dates: Range<Day> | null | undefined): boolean {
  if (!dates) return dates === undefined;
  return day >= dates[0] && day <= dates[1];
}
