import { describe, expect, it } from 'vitest';
import { emitStillKeys } from '../../../src/compiler/emit-key.ts';
import { readRealStory } from '../../support/fixture-story.ts';

const story = readRealStory();
const keys = emitStillKeys(story);

describe('emitStillKeys', () => {
  it('has the day at the end of each step, and how sure it is', () => {
    expect(`${keys.get('yalu')?.date}`).toBe(
      '<time dir="auto" datetime="1950-10-25">25 October 1950</time> <span>no continuous front; front uncertain by 20 km</span>',
    );
  });

  it('has what the picture shows and nothing else', () => {
    expect(`${keys.get('yalu')?.legend}`).toContain('No continuous front');
    expect(`${keys.get('talks')?.legend}`).not.toContain('No continuous front');
    expect(keys.get('kuntsevo')?.legend).toBe('');
    expect([...keys.keys()]).toEqual(story.steps.map(({ id }) => id));
  });

  it('has no style that a strict page would refuse', () => {
    for (const { date, legend } of keys.values())
      expect(`${date}${legend}`).not.toMatch(/style=|on\w+=/);
  });
});
