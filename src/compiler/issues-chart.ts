import { error } from './issue-kind.ts';

/** Mistakes in the chart, and in the table that it is drawn from. */
export const CHART_ISSUES = {
  'unknown-table': error('There is no table `{name}`.', '{suggestion}', {
    name: 'korea/shares',
    suggestion: 'Did you mean `korea/share`?',
  }),
  'unreadable-table': error(
    'Line {row} of the table `{table}` cannot be read as CSV: {fault}.',
    'Put commas between cells, and quotation marks around a cell that has commas in it.',
    { table: 'korea/share', row: '12', fault: 'Quoted field unterminated' },
  ),
  'table-without-dates': error(
    'The table `{table}` has no column `date`.',
    'Call the column of days `date`; its first row has {columns}.',
    { table: 'korea/share', columns: '`week`, `north_percent`' },
  ),
  'unknown-column': error('The table `{table}` has no column `{name}`.', '{suggestion}', {
    table: 'korea/share',
    name: 'north_per_cent',
    suggestion: 'Did you mean `north_percent`?',
  }),
  'repeated-column': error(
    'The table `{table}` has more than one column `{name}`.',
    'Rename one of them.',
    { table: 'korea/share', name: 'north_percent' },
  ),
  'wrong-table-date': error(
    'Line {row} of the table `{table}` has {given} as `date`, which is no day.',
    'Write days of the calendar like 1950-09-04.',
    { table: 'korea/share', row: '12', given: '"4.9.1950"' },
  ),
  'table-order': error(
    'Line {row} of the table `{table}` has {date}, which does not come after the line before.',
    'Write the lines in the order of their days, each day once.',
    { table: 'korea/share', row: '12', date: '1950-09-04' },
  ),
  'wrong-table-value': error(
    'Line {row} of the table `{table}` has {given} as `{name}`.',
    'Write a number of 0 or more in digits, such as 56.8.',
    { table: 'korea/share', row: '12', given: '"about 90"', name: 'north_percent' },
  ),
  'short-table': error(
    'The table `{table}` has {count} within the dates of the story.',
    'A chart needs two lines or more; look at `dates` in the front matter, or add lines.',
    { table: 'korea/share', count: '1 line' },
  ),
} as const;
