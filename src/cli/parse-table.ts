import Papa from 'papaparse';
import type { Table } from '../compiler/catalog.ts';

/** A CSV file's text (RFC 4180, commas) as a table. Spaces around a cell are no part of it. */
export function parseTable(text: string): Table {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter: ',' });
  const rows = data.map((cells) => cells.map((cell) => cell.trim()));
  const [error] = errors;
  if (!error) return { rows };
  return { rows, fault: { row: String((error.row ?? 0) + 1), fault: error.message } };
}
