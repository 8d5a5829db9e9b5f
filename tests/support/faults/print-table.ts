import type { Reporter, TestCase } from '@playwright/test/reporter';
import { HEAD, ROW } from './table.ts';

/** Prints the rows that tests have made as one table when all have run. */
export default class PrintTable implements Reporter {
  readonly #rows: string[] = [];

  onTestEnd({ annotations }: TestCase): void {
    for (const { type, description = '' } of annotations) {
      if (type === ROW) this.#rows.push(description);
    }
  }

  onEnd(): void {
    if (this.#rows.length > 0) console.log(['', HEAD, ...this.#rows].join('\n'));
  }

  printsToStdio(): boolean {
    return false;
  }
}
