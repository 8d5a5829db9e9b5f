import type { Resource } from './resources.ts';
import type { Cell, Seen } from './run-cell.ts';

/** True where what is missing must be said: it is no longer awaited, and the picture is not the live one. */
function mustSay({ resource, fault }: Cell, { shown, met }: Seen): boolean {
  return met > 0 && fault !== 'slow' && !resource.silent && shown !== 'live';
}

const mayReload = ({ silent }: Resource): boolean => silent === true;

/** What is wrong with a cell, in a few words each; nothing where it is as it should be. */
export function faultsOf(cell: Cell, seen: Seen): string[] {
  const { settled, healed } = seen;
  const found: [boolean, string][] = [
    [!seen.readable, 'the text cannot be read'],
    [seen.wrong, 'wrong picture'],
    [settled[1] === 'waits', 'settled() hangs'],
    [seen.raw !== '', `raw words: ${seen.raw}`],
    [seen.uncaught.length > 0, `uncaught: ${seen.uncaught[0]}`],
    [mustSay(cell, seen) && !seen.sentence, 'nothing is said'],
    [healed === 'never', 'does not heal'],
    [
      healed === 'by a reload' && !mayReload(cell.resource),
      'heals by a reload that is not offered',
    ],
  ];
  return found.flatMap(([is, what]) => (is ? what : []));
}

const cut = (text: string, width: number): string =>
  (text.length > width ? `${text.slice(0, width - 1)}…` : text).padEnd(width);

/** The head of the table. */
export const HEAD = [
  cut('resource', 12),
  cut('fault', 16),
  cut('after 10 s', 10),
  cut('said', 48),
  cut('settled()', 18),
  cut('healed', 16),
  'verdict',
].join(' ');

/** One line of the table. */
export function rowOf(cell: Cell, seen: Seen): string {
  const faults = faultsOf(cell, seen);
  return [
    cut(cell.resource.name, 12),
    cut(cell.fault, 16),
    cut(seen.shown + (seen.wrong ? '!' : ''), 10),
    cut(seen.sentence || (seen.met === 0 ? '(not asked for)' : ''), 48),
    cut(seen.settled[0] === seen.settled[1] ? seen.settled[0] : seen.settled.join(', '), 18),
    cut(seen.healed, 16),
    faults.length === 0 ? 'right' : faults.join('; ').toUpperCase(),
  ].join(' ');
}
