import { describe, expect, it } from 'vitest';
import { type NameSpec, placeNames } from '../../../src/still/place-names.ts';
import { glyphs } from '../../support/glyphs.ts';

const size = { width: 400, height: 300 };
const name = (text: string, at: [number, number], more: Partial<NameSpec> = {}): NameSpec => ({
  ...{ at, sections: [{ text }], face: 'Atlas Regular', size: 15, color: '#000' },
  ...more,
});
const place = (specs: NameSpec[], obstacles: Parameters<typeof placeNames>[1]['obstacles'] = []) =>
  placeNames(specs, { size, obstacles, glyphs });
const texts = (...given: Parameters<typeof place>) =>
  place(...given).map(({ spec }) => spec.sections[0]!.text);

describe('placeNames', () => {
  it('leaves out a name that would lie over one of a higher rank', () => {
    const names = [
      name('Seoul', [100, 100]),
      name('Inchon', [110, 104]),
      name('Pusan', [300, 200]),
    ];
    expect(texts(names)).toEqual(['Seoul', 'Pusan']);
  });

  it('leaves obstacles free', () => {
    const box = { left: 90, top: 90, right: 110, bottom: 110 };
    expect(texts([name('Seoul', [100, 100])], [box])).toEqual([]);
  });

  it('keeps the padding of a name free', () => {
    const names = (padding: number) => [
      name('Seoul', [100, 100]),
      name('Inchon', [100, 120], { padding }),
    ];
    expect(texts(names(0))).toEqual(['Seoul', 'Inchon']);
    expect(texts(names(4))).toEqual(['Seoul']);
  });

  it('leaves out a name that would cross a line, and no other', () => {
    const line = { left: 100, top: 0, right: 100, bottom: size.height };
    const names = [name('Seoul', [90, 100]), name('Inchon', [40, 200]), name('Pusan', [300, 200])];
    expect(texts(names, [line])).toEqual(['Inchon', 'Pusan']);
  });

  it('leaves out a name that the edge cuts by a letter', () => {
    expect(texts([name('Vladivostok', [10, 100])])).toEqual([]);
    const [whole] = place([name('Vladivostok', [100, 100])]);
    const half = 100 - whole!.box.left;
    expect(texts([name('Vladivostok', [half, 100])])).toEqual(['Vladivostok']);
    expect(texts([name('Vladivostok', [half - 5, 100])])).toEqual([]);
    expect(texts([name('Vladivostok', [-100, 100])])).toEqual([]);
  });

  it.each([
    ['left', { left: 100 }],
    ['right', { right: 100 }],
    ['top', { top: 100 }],
    ['bottom', { bottom: 100 }],
  ] as const)('puts the %s side of a name at its place', (anchor, side) => {
    expect(place([name('Seoul', [100, 100], { anchor })])[0]!.box).toMatchObject(side);
  });

  it('moves a name by its offset in ems', () => {
    const [placed] = place([name('Seoul', [100, 100], { anchor: 'left', offset: [0.6, -1] })]);
    expect(placed!.box.left).toBeCloseTo(109);
    expect((placed!.box.top + placed!.box.bottom) / 2).toBeCloseTo(85);
  });

  it('keeps a tag with its frame free', () => {
    const tag = { fill: '#fff', stroke: '#000', padding: [1, 5, 4, 5] as const };
    const other = name('Seoul', [100, 123]);
    expect(texts([name('1st', [100, 100]), other])).toEqual(['1st', 'Seoul']);
    expect(texts([name('1st', [100, 100], { tag }), other])).toEqual(['1st']);
  });

  it('takes a turned name for the box round it', () => {
    const above = name('Han', [100, 75]);
    expect(texts([name('Naktong', [100, 100]), above])).toEqual(['Naktong', 'Han']);
    expect(texts([name('Naktong', [100, 100], { rotate: 90 }), above])).toEqual(['Naktong']);
  });

  it('places no name without letters', () => {
    expect(texts([name('', [100, 100])])).toEqual([]);
  });
});
