import { afterTime, TIMES } from './times.ts';

/** How a map stands with what it needs: all is well, something is late, or something fails and is asked for again. */
export type Shortage = 'none' | 'late' | 'failing';

/** One thing that a map needs. */
export interface Need {
  /** Says that it has failed; it is still needed. */
  fail(): void;
  /** Says that it has come, or is no longer needed. */
  end(): void;
}

/** All that a map needs and has not got yet. */
export interface Needs {
  begin(): Need;
}

/**
 * Keeps account of what a map needs. `onChange` is called when the worst of it becomes another: something that has not
 * come for {@link TIMES.late} is late, and something that has been failing for {@link TIMES.tell} is failing.
 */
export function createNeeds(onChange: (shortage: Shortage) => void): Needs {
  const late = new Set<Need>();
  const failing = new Set<Need>();
  let last: Shortage = 'none';
  const tell = (): void => {
    const now = failing.size > 0 ? 'failing' : late.size > 0 ? 'late' : 'none';
    if (now === last) return;
    last = now;
    onChange(now);
  };
  return {
    begin() {
      const add = (what: Set<Need>) => (): void => {
        what.add(need);
        tell();
      };
      const stopLate = afterTime(TIMES.late, add(late));
      let stopFailing: (() => void) | undefined;
      const need: Need = {
        fail() {
          stopFailing ??= afterTime(TIMES.tell, add(failing));
        },
        end() {
          stopLate();
          stopFailing?.();
          late.delete(need);
          failing.delete(need);
          tell();
        },
      };
      return need;
    },
  };
}
