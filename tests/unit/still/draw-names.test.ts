import { describe, expect, it } from 'vitest';
import { drawNames } from '../../../src/still/draw-names.ts';
import { type NameSpec, placeNames } from '../../../src/still/place-names.ts';
import { createKit, glyphs } from '../../support/glyphs.ts';

const room = { size: { width: 400, height: 300 }, obstacles: [], glyphs };
const spec: NameSpec = {
  ...{ at: [100, 100], sections: [{ text: 'Anna' }], face: 'Atlas Regular', size: 16 },
  color: '#2f2822',
};

function draw(more: Partial<NameSpec> = {}) {
  const kit = createKit('k-');
  const svg = String(drawNames(placeNames([{ ...spec, ...more }], room), kit));
  return { svg, defs: String(kit.sheet.defs()) };
}

describe('drawNames', () => {
  it('writes the outline of a letter once, with the prefix in its id', () => {
    const { svg, defs } = draw();
    expect(defs.match(/<path/g)).toHaveLength(3);
    expect(defs).toContain(`d="${glyphs.faces['Atlas Regular']!.A![1]}"`);
    expect(svg.match(/<use href="#k-/g)).toHaveLength(4);
    expect(svg).not.toContain('<text');
  });

  it('draws letters in the size and colour of the name', () => {
    expect(draw().svg).toMatch(
      /^<g transform="translate\([\d.]+ [\d.]+\)scale\(\.125\)" fill="#2f2822">/,
    );
  });

  it('draws the halo of all letters under all letters, of its width on each side', () => {
    const { svg } = draw({ halo: { color: '#f7f1e1', width: 1.5 } });
    // Three pixels in units of 1/8 pixel.
    expect(svg).toMatch(
      /<use href="(#k-\w+)" stroke="#f7f1e1" stroke-width="24"\/><use href="\1"\/><\/g>$/,
    );
  });

  it('draws a tag behind a name, its frame outside the room that it leaves', () => {
    const tag = { fill: '#fff', stroke: '#900', padding: [0, 10, 0, 10] as const };
    const { svg } = draw({ tag });
    const width = Number(/<rect[^>]* width="([\d.]+)"/.exec(svg)![1]);
    const text = [...'Anna'].reduce(
      (sum, each) => sum + glyphs.faces['Atlas Regular']![each]![0],
      0,
    );
    expect(width).toBeCloseTo(text / 8 + 20 + 1.5, 1);
    expect(svg.indexOf('<rect')).toBeLessThan(svg.indexOf('<use'));
  });

  it('turns a name round its place', () => {
    expect(draw({ rotate: -30 }).svg).toMatch(/^<g transform="rotate\(-30 100 100\)">/);
  });

  it('writes letters that no face has as text', () => {
    expect(draw({ sections: [{ text: 'Aሀ<' }] }).svg).toMatch(
      /<text [^>]*font-family="serif"[^>]*>ሀ<\/text>/,
    );
  });

  it('shines through as the name does', () => {
    expect(draw({ opacity: 0.5 }).svg).toContain(' opacity=".5"');
    expect(draw({ opacity: 1 }).svg).not.toContain('opacity');
  });
});
