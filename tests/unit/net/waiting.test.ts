import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createNeeds, type Shortage } from '../../../src/net/needs.ts';
import { createPauses } from '../../../src/net/pauses.ts';
import { pauseAfter, TIMES } from '../../../src/net/times.ts';
import { waitUnless } from '../../../src/net/wait-unless.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const never = new Promise<never>(() => {});

describe('what is tried until it succeeds', () => {
  it('is tried after pauses that grow up to the longest', async () => {
    const times: number[] = [];
    const begun = Date.now();
    const done = createPauses().persist(async (round) => {
      times.push(Date.now() - begun);
      if (round < 7) throw new Error('not yet');
      return round;
    });
    await vi.advanceTimersByTimeAsync(300_000);
    expect(await done).toBe(7);
    expect(times.slice(1).map((time, i) => time - times[i]!)).toEqual([
      1000, 2000, 4000, 8000, 16_000, 30_000, 30_000,
    ]);
  });

  it('is tried at once when there is a reason to', async () => {
    const pauses = createPauses();
    let rounds = 0;
    const done = pauses.persist(async () => {
      rounds += 1;
      if (rounds < 3) throw new Error('not yet');
    });
    await vi.advanceTimersByTimeAsync(0);
    pauses.wake();
    await vi.advanceTimersByTimeAsync(0);
    pauses.wake();
    await done;
    expect(rounds).toBe(3);
  });

  it('ends when nobody wants it any more, also while a try is under way', async () => {
    for (const attempt of [() => never, () => Promise.reject(new Error('not yet'))]) {
      const end = new AbortController();
      const done = createPauses().persist(attempt, { signal: end.signal });
      await vi.advanceTimersByTimeAsync(100);
      end.abort(new Error('over'));
      await expect(done).rejects.toThrow('over');
      expect(vi.getTimerCount()).toBe(0);
    }
  });

  it('waits for the longest pause, however often it has failed', () => {
    expect(pauseAfter(1000)).toBe(TIMES.longestPause);
  });
});

describe('what a map needs', () => {
  const watch = () => {
    const said: Shortage[] = [];
    return { said, needs: createNeeds((shortage) => said.push(shortage)) };
  };

  it('is not spoken of where it comes after a short break', async () => {
    const { said, needs } = watch();
    const need = needs.begin();
    need.fail();
    await vi.advanceTimersByTimeAsync(TIMES.tell - 1);
    need.end();
    await vi.advanceTimersByTimeAsync(TIMES.late);
    expect(said).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is late where it has not come, and failing where it has failed, until it comes', async () => {
    const { said, needs } = watch();
    const [slow, broken] = [needs.begin(), needs.begin()];
    await vi.advanceTimersByTimeAsync(TIMES.late);
    broken.fail();
    broken.fail();
    await vi.advanceTimersByTimeAsync(TIMES.tell);
    broken.end();
    slow.end();
    expect(said).toEqual(['late', 'failing', 'late', 'none']);
  });

  it('is not missed while the picture is whole without it, and missed again when it changes', async () => {
    const { said, needs } = watch();
    const need = needs.begin();
    need.fail();
    await vi.advanceTimersByTimeAsync(TIMES.tell);
    needs.rest();
    await vi.advanceTimersByTimeAsync(60_000);
    needs.resume();
    needs.resume();
    await vi.advanceTimersByTimeAsync(TIMES.tell);
    need.end();
    expect(said).toEqual(['failing', 'none', 'failing', 'none']);
  });
});

describe('who waits', () => {
  it('is told what fails, where it has failed without a break for some time', async () => {
    let words = '';
    const done = waitUnless(never, () => words);
    const told = expect(done).rejects.toThrow('The map is away.');
    words = 'The map is away.';
    await vi.advanceTimersByTimeAsync(TIMES.giveUp - 1000);
    words = '';
    await vi.advanceTimersByTimeAsync(1000);
    words = 'The map is away.';
    const begun = Date.now();
    await vi.advanceTimersByTimeAsync(TIMES.giveUp + 1000);
    await told;
    expect(Date.now() - begun).toBeLessThanOrEqual(TIMES.giveUp + 1000);
  });

  it('is not told where it comes in time', async () => {
    let come = (_: string): void => {};
    const done = waitUnless(new Promise<string>((resolve) => (come = resolve)), () => 'away');
    await vi.advanceTimersByTimeAsync(TIMES.giveUp - 1000);
    come('here');
    expect(await done).toBe('here');
    await vi.advanceTimersByTimeAsync(0);
    expect(vi.getTimerCount()).toBe(0);
  });
});
