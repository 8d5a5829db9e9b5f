import { type Cell, isLate } from './cell.ts';
import type { Resource } from './resources.ts';
import type { Seen } from './run-cell.ts';

/** True where what is missing must be said: the picture is not the live one, or a part is not there. */
export function mustSay(
  { resource, fault }: Cell,
  { shown, met, done }: Pick<Seen, 'shown' | 'met' | 'done'>,
): boolean {
  const isUntold = resource.silent || (resource.calm && fault === 'slow');
  const isMissed = resource.part ? !done : shown !== 'live';
  return met > 0 && !isUntold && isMissed;
}

const mayReload = ({ silent }: Resource): boolean => silent === true;

/** What is wrong with a cell, in a few words each; nothing where it is as it should be. */
export function faultsOf(cell: Cell, seen: Seen): string[] {
  const { settled, healed } = seen;
  const found: [boolean, string][] = [
    [seen.met === 0 && !isLate(cell), 'never asked for'],
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
