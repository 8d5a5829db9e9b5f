import type { Fault } from '../data/faults.ts';
import { fillIn, type IssueKind } from './issue-kind.ts';
import type { IssueCode, IssueLog, IssueValues, Late } from './issue-log.ts';
import { DATA_ISSUES } from './issues-data.ts';

/** Reports the faults of a file at the offset where a story names it. */
export function reportFaults(
  log: IssueLog,
  at: Late<number>,
  { file, faults }: { file: string; faults: readonly Fault[] },
): void {
  for (const { code, values } of faults) {
    log.report(code as IssueCode, at, { file, ...values } as IssueValues<IssueCode>);
  }
}

/** A fault of a file in words, for who named the file outside of a story. */
export function describeFault(file: string, { code, values }: Fault): string {
  const { message, hint }: IssueKind = DATA_ISSUES[code];
  const words = { file, ...values };
  return `${fillIn(message, words)} ${fillIn(hint, words)}`;
}
