import { describe, expect, it } from 'vitest';
import type { GuestMessage } from '../../../src/embed/protocol.ts';
import { ampHeight, pymHeight, stepsHeight } from '../../../src/embed/tell-height.ts';
import { createTeller } from '../../../src/embed/tell-reading.ts';

function listen() {
  const said: GuestMessage[] = [];
  const clock = { time: 0 };
  const teller = createTeller({
    last: () => 'c',
    say: (message) => said.push(message),
    now: () => clock.time,
  });
  const at = (step: string, progress = 0) => ({ step, progress, travel: 0 });
  return { said, clock, teller, at };
}

describe('the page around a story is told', () => {
  it('nothing of a story that nobody sees', () => {
    const { said, teller, at } = listen();
    teller.see(at('a'), false);
    teller.see(at('b'), false);
    expect(said).toEqual([]);
  });

  it('each step, and how long it was in sight', () => {
    const { said, clock, teller, at } = listen();
    teller.see(at('a'), true);
    clock.time = 1540;
    teller.see(at('a', 0.5), true);
    teller.see(at('b'), true);
    expect(said).toEqual([
      { type: 'step', step: 'a' },
      { type: 'dwell', step: 'a', seconds: 1.5 },
      { type: 'step', step: 'b' },
    ]);
  });

  it('not of the time in which the story is out of sight', () => {
    const { said, clock, teller, at } = listen();
    teller.see(at('a'), true);
    clock.time = 1000;
    teller.see(at('a'), false);
    clock.time = 9000;
    teller.see(at('a'), true);
    clock.time = 11_000;
    teller.see(at('b'), true);
    expect(said.filter(({ type }) => type === 'dwell')).toEqual([
      { type: 'dwell', step: 'a', seconds: 1 },
      { type: 'dwell', step: 'a', seconds: 2 },
    ]);
  });

  it('once that the last step has been read', () => {
    const { said, teller, at } = listen();
    teller.see(at('c', 0.5), true);
    teller.see(at('c', 1), true);
    teller.see(at('b', 1), true);
    teller.see(at('c', 1), true);
    expect(said.filter(({ type }) => type === 'end')).toHaveLength(1);
  });
});

describe('the height of a frame', () => {
  it('is told in the words of pym.js and of AMP', () => {
    expect(pymHeight('story', 680)).toBe('pymxPYMxstoryxPYMxheightxPYMx680');
    expect(ampHeight(680)).toEqual({ sentinel: 'amp', type: 'embed-size', height: 680 });
  });

  it('that goes step by step fits a phone and a wide column', () => {
    expect(stepsHeight(390)).toBe(683);
    expect(stepsHeight(1000)).toBe(620);
    expect(stepsHeight(3000)).toBe(820);
  });
});
