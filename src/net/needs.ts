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
  /** Something is needed from now on. It is missed even while the picture is said to be whole where it is `lasting`. */
  begin(options?: { lasting: boolean }): Need;
  /** The picture is whole: what has not come is not missed, until {@link Needs.resume}. */
  rest(): void;
  /** The picture is to be another: what has not come may be missed again, after its time. */
  resume(): void;
}

/** Keeps account of one thing that is needed. */
interface Account extends Need {
  isLasting: boolean;
  watch(): void;
  leave(): void;
}

/**
 * Keeps account of what a map needs. `onChange` is called when the worst of it becomes another: something that has not
 * come for {@link TIMES.late} is late, and something that has been failing for {@link TIMES.tell} is failing.
 */
export function createNeeds(onChange: (shortage: Shortage) => void): Needs {
  const all = new Set<Account>();
  const late = new Set<Account>();
  const failing = new Set<Account>();
  let last: Shortage = 'none';
  let isResting = false;
  const tell = (): void => {
    const now = failing.size > 0 ? 'failing' : late.size > 0 ? 'late' : 'none';
    if (now === last) return;
    last = now;
    onChange(now);
  };
  const createAccount = (isLasting: boolean): Account => {
    let stopLate: (() => void) | undefined;
    let stopFailing: (() => void) | undefined;
    let hasFailed = false;
    const add = (what: Set<Account>) => (): void => {
      what.add(account);
      tell();
    };
    const account: Account = {
      isLasting,
      watch() {
        stopLate ??= afterTime(TIMES.late, add(late));
        if (hasFailed) stopFailing ??= afterTime(TIMES.tell, add(failing));
      },
      leave() {
        stopLate?.();
        stopFailing?.();
        stopLate = undefined;
        stopFailing = undefined;
        late.delete(account);
        failing.delete(account);
      },
      fail() {
        hasFailed = true;
        if (all.has(account) && (isLasting || !isResting)) account.watch();
      },
      end() {
        all.delete(account);
        account.leave();
        tell();
      },
    };
    return account;
  };
  const resume = (): void => {
    if (!isResting) return;
    isResting = false;
    for (const account of all) account.watch();
  };
  return {
    resume,
    begin({ lasting } = { lasting: false }) {
      // Something new is asked for: the picture is not whole any more.
      resume();
      const account = createAccount(lasting);
      all.add(account);
      account.watch();
      return account;
    },
    rest() {
      if (isResting) return;
      isResting = true;
      for (const account of all) if (!account.isLasting) account.leave();
      tell();
    },
  };
}
