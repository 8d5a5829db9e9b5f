import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTurns } from '../../../src/embed/turns.ts';

/** Two turns at most, and whom each was given to. */
function twoTurns() {
  const given: string[] = [];
  const turns = createTurns<string>(2, (who) => given.push(who));
  return { turns, given };
}

describe('turns of the stories on a page', () => {
  it('are had at once by the first who ask', () => {
    const { turns, given } = twoTurns();
    expect(['a', 'b', 'c', 'd'].map(turns.ask)).toEqual([true, true, false, false]);
    expect(given).toEqual([]);
  });

  it('go on to who has waited longest, when one ends', () => {
    const { turns, given } = twoTurns();
    for (const who of ['a', 'b', 'c', 'd']) turns.ask(who);
    turns.end('b');
    expect(given).toEqual(['c']);
    turns.end('a');
    expect(given).toEqual(['c', 'd']);
  });

  it('are not given to who has stopped waiting', () => {
    const { turns, given } = twoTurns();
    for (const who of ['a', 'b', 'c', 'd']) turns.ask(who);
    turns.end('c');
    expect(given).toEqual([]);
    turns.end('a');
    expect(given).toEqual(['d']);
  });

  it('are one for each, however often it asks, and who asks again keeps its place', () => {
    const { turns, given } = twoTurns();
    for (const who of ['a', 'a', 'a', 'b', 'c', 'd', 'c']) turns.ask(who);
    expect(turns.ask('a')).toBe(true);
    turns.end('a');
    turns.end('a');
    expect(given).toEqual(['c']);
  });

  it('come to who waits, whatever one does that takes and leaves them again and again', () => {
    const { turns, given } = twoTurns();
    for (const who of ['a', 'greedy', 'c']) turns.ask(who);
    for (let i = 0; i < 100; i += 1) {
      turns.end('greedy');
      turns.ask('greedy');
    }
    expect(given).toEqual(['c']);
  });

  it('are never more than there are, and never lie idle while one waits', () => {
    const who = fc.constantFrom(...'abcdefg');
    const moves = fc.array(fc.tuple(fc.constantFrom('ask' as const, 'end' as const), who));
    const check = fc.property(moves, (moves) => {
      const held = new Set<string>();
      const waiting: string[] = [];
      const turns = createTurns<string>(2, (next) => {
        expect(next).toBe(waiting.shift());
        held.add(next);
      });
      for (const [move, who] of moves) {
        if (move === 'ask') {
          const has = turns.ask(who);
          if (has) held.add(who);
          else if (!waiting.includes(who)) waiting.push(who);
        } else {
          held.delete(who);
          if (waiting.includes(who)) waiting.splice(waiting.indexOf(who), 1);
          turns.end(who);
        }
        expect(held.size).toBeLessThanOrEqual(2);
        if (waiting.length > 0) expect(held.size).toBe(2);
      }
    });
    fc.assert(check, { numRuns: 2000 });
  });
});
