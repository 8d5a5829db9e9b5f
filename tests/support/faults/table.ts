import type { Cell } from './cell.ts';
import { faultsOf } from './judge.ts';
import type { Seen } from './run-cell.ts';

/** What a row of the table is kept under, beside the test that has made it. */
export const ROW = 'row';

const cut = (text: string, width: number): string =>
  (text.length > width ? `${text.slice(0, width - 1)}…` : text).padEnd(width);

/** The head of the table. */
export const HEAD = [
  cut('resource', 12),
  cut('fault', 16),
  cut('seen', 8),
  cut('after', 5),
  cut('said', 48),
  cut('settled()', 18),
  cut('after repair', 22),
  'verdict',
].join(' ');

/** What a reader is told; that nothing was amiss where the file had come before. */
const saidOf = ({ sentence, met }: Seen): string =>
  sentence || (met === 0 ? '(came before, not asked for again)' : '');

/** One line of the table. */
export function rowOf(cell: Cell, seen: Seen): string {
  const faults = faultsOf(cell, seen);
  const { shown, wrong, settled, healed, met, after } = seen;
  return [
    cut(cell.resource.name, 12),
    cut(cell.fault, 16),
    cut(shown + (wrong ? '!' : ''), 8),
    cut(met > 0 ? `${after} s` : '', 5),
    cut(saidOf(seen), 48),
    cut(settled[0] === settled[1] ? settled[0] : settled.join(', '), 18),
    cut(met === 0 ? 'whole' : healed === 'never' ? 'not whole' : `whole ${healed}`, 22),
    faults.length === 0 ? 'right' : faults.join('; ').toUpperCase(),
  ].join(' ');
}
