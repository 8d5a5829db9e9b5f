import { describe, expect, test } from 'vitest';
import { matchSteps } from '../../../src/present/panels/match-steps.ts';

const TITLES = [
  'Kim’s plan',
  'Across the parallel',
  'Inchon',
  undefined,
  'The plan of 3 men',
  'Séoul',
];

describe('going to a step', () => {
  test('finds it by its number, which comes before titles that have the number in them', () => {
    expect(matchSteps(TITLES, '3')).toEqual([2, 4]);
  });

  test('finds it by a part of its title, those that begin with it first', () => {
    expect(matchSteps(TITLES, 'plan')).toEqual([0, 4]);
    expect(matchSteps(TITLES, 'the')).toEqual([4, 1]);
  });

  test('takes no notice of case, accents, spaces around and the form of an apostrophe', () => {
    expect(matchSteps(TITLES, " KIM'S ")).toEqual([0]);
    expect(matchSteps(TITLES, 'seoul')).toEqual([5]);
  });

  test('finds a step whose title may not be seen by its number alone', () => {
    expect(matchSteps(TITLES, '4')).toEqual([3]);
    expect(matchSteps(TITLES, 'undefined')).toEqual([]);
  });

  test('finds nothing for no text, for 0 and for a number past the end', () => {
    expect(matchSteps(TITLES, '  ')).toEqual([]);
    expect(matchSteps(TITLES, '0')).toEqual([]);
    expect(matchSteps(TITLES, '7')).toEqual([]);
  });
});
