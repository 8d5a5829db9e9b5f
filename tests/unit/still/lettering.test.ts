import { describe, expect, it } from 'vitest';
import { setText, type Typesetting } from '../../../src/still/lettering.ts';
import { glyphs } from '../../support/glyphs.ts';

const advance = (character: string, face = 'Atlas Regular'): number =>
  glyphs.faces[face]![character]![0] / glyphs.em;

const set = (text: string, setting: Partial<Typesetting> = {}) =>
  setText([{ text }], { face: 'Atlas Regular', ...setting }, glyphs);

describe('setText', () => {
  it('sets letter after letter by their advances', () => {
    const { width, glyphs: placed } = set('Onjong');
    const widths = [...'Onjong'].map((letter) => advance(letter));
    expect(width).toBeCloseTo(widths.reduce((sum, each) => sum + each));
    expect(placed.map(({ x }) => x)[1]).toBeCloseTo(advance('O'));
  });

  it('has room between letters, and none after the last', () => {
    expect(set('Yalu', { letterSpacing: 0.1 }).width).toBeCloseTo(set('Yalu').width + 0.3);
  });

  it('is as high as its lines, and centres the shorter ones', () => {
    const { height, width, glyphs: placed } = set('Sea of\nJapan', { lineHeight: 1 });
    expect(height).toBe(2);
    const [first, second] = [placed[0]!, placed.find(({ y }) => y > 1.5)!];
    const widths = [set('Sea of').width, set('Japan').width];
    expect([first.x, second.x]).toEqual(widths.map((each) => (width - each) / 2));
    expect(second.y - first.y).toBeCloseTo(1);
  });

  it('has the baseline 10/24 em under the middle of a line, as MapLibre does', () => {
    expect(set('A', { lineHeight: 1.2 }).glyphs[0]!.y).toBeCloseTo(0.6 + 10 / 24);
  });

  it('sets parts with a scale of their own', () => {
    const sections = [
      { text: 'XX\n', scale: 0.5 },
      { text: 'Guards', scale: 0.8 },
    ];
    const { height, glyphs: placed } = setText(
      sections,
      { face: 'Atlas Regular', lineHeight: 1 },
      glyphs,
    );
    expect(height).toBeCloseTo(1.3);
    expect(placed[0]).toMatchObject({ character: 'X', scale: 0.5 });
    expect(placed.at(-1)!.y).toBeCloseTo(0.5 + 0.8 * (27 / 24));
  });

  it('takes from the regular face what a face lacks', () => {
    const [letter] = set('평양', { face: 'Atlas Bold' }).glyphs;
    expect(letter!.outline).toBe(glyphs.faces['Atlas Regular']!.평![1]);
  });

  it('keeps room for letters that no face has, and says that they have no outline', () => {
    const { width, glyphs: placed } = set('ሀሁ');
    expect(placed.map(({ outline }) => outline)).toEqual([undefined, undefined]);
    expect(width).toBeGreaterThan(1);
  });

  it('takes a letter and its mark for the one letter that they are', () => {
    expect(set('u\u0308').glyphs.map(({ character }) => character)).toEqual(['ü']);
  });

  it('is nothing for no text', () => {
    expect(set('')).toMatchObject({ width: 0, glyphs: [] });
  });
});
