import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ReaderError, wordsFor } from '../../../src/core/reader-error.ts';
import { keepLoading, loadPart } from '../../../src/net/load-part.ts';
import { withinMinute } from '../../../src/net/times.ts';

const RAW = new TypeError('Failed to fetch dynamically imported module: https://example.org/x.js');

/** An import that fails some times before it comes. */
const failing = (times: number) => {
  let left = times;
  return vi.fn(async () => {
    left -= 1;
    if (left >= 0) throw RAW;
    return 'the part';
  });
};

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('loadPart', () => {
  it('asks once where the part comes', async () => {
    const load = failing(0);
    expect(await loadPart('Sharing', load)).toBe('the part');
    expect(load).toHaveBeenCalledTimes(1);
  });

  it('asks once more after a pause', async () => {
    const load = failing(1);
    const part = loadPart('Sharing', load);
    await vi.advanceTimersByTimeAsync(500);
    expect(load).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(1000);
    expect(await part).toBe('the part');
  });

  it('then says to the reader what is missing and what to do, without the words of the browser', async () => {
    const part = loadPart('Sharing', failing(2)).catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(2000);
    const error = (await part) as ReaderError;
    expect(error).toBeInstanceOf(ReaderError);
    expect(error.message).toMatch(/^Sharing could not be loaded\. .*reload/);
    expect(error.message).not.toMatch(/fetch|module|\.js/);
    expect(error.cause).toBe(RAW);
  });
});

describe('keepLoading', () => {
  it('asks until the part comes, and tells each failure', async () => {
    const load = failing(5);
    const told: string[] = [];
    const part = keepLoading('The map', load, (error) => told.push(wordsFor(error, 'raw')));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await part).toBe('the part');
    expect(load).toHaveBeenCalledTimes(6);
    expect(told).toHaveLength(2);
    expect(told[0]).toMatch(/^The map could not be loaded\. If it does not come, reload/);
  });
});

describe('wordsFor', () => {
  it('gives no error’s own words but those that are for readers', () => {
    expect(wordsFor(RAW, 'The map cannot be shown.')).toBe('The map cannot be shown.');
    expect(wordsFor(undefined, 'The map cannot be shown.')).toBe('The map cannot be shown.');
  });
});

describe('withinMinute', () => {
  it('passes on what comes in time', async () => {
    expect(await withinMinute(Promise.resolve(3))).toBe(3);
    await expect(withinMinute(Promise.reject(RAW))).rejects.toBe(RAW);
  });

  it('rejects what never comes after a minute', async () => {
    const end = withinMinute(new Promise(() => {})).catch(({ message }: Error) => message);
    await vi.advanceTimersByTimeAsync(60_001);
    expect(await end).toMatch(/within a minute/);
  });
});
