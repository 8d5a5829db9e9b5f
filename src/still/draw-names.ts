import { attributes, joined, type Markup, type MaybeMarkup, markup } from '../core/markup.ts';
import { drawText, type Kit } from './draw-text.ts';
import { type NameSpec, type PlacedName, TAG_FRAME } from './place-names.ts';
import { tenth } from './svg-path.ts';

/** The tag behind a name, with its frame outside the room that it leaves the text. */
function drawTag(
  { spec, box }: PlacedName,
  { fill, stroke, padding }: NonNullable<NameSpec['tag']>,
): Markup {
  const half = TAG_FRAME / 2;
  const [top, right, bottom, left] = padding;
  const [x, y] = [box.left - left - half, box.top - top - half];
  const [width, height] = [box.right + right + half - x, box.bottom + bottom + half - y];
  const [across, down, wide, tall] = [x, y, width, height].map(tenth);
  const sides = attributes({ x: across, y: down, width: wide, height: tall });
  const { opacity: shine = 1 } = spec;
  const opacity = shine < 1 ? markup` opacity="${shine}"` : '';
  return markup`<rect${sides} fill="${fill}" stroke="${stroke}" stroke-width="${TAG_FRAME}"${opacity}/>`;
}

function drawName(name: PlacedName, kit: Kit): MaybeMarkup {
  const { spec, lettering, box, lettersTop } = name;
  const { rotate = 0, at } = spec;
  const text = drawText(lettering, { ...spec, x: box.left, y: lettersTop }, kit);
  const drawn = joined([spec.tag ? drawTag(name, spec.tag) : '', text]);
  if (rotate === 0) return drawn;
  return markup`<g transform="rotate(${tenth(rotate)} ${at.map(tenth).join(' ')})">${drawn}</g>`;
}

const NO_DEPTH = [0, 0] as const;

/** Placed names as SVG, those of the greatest depth last, of one depth in the order given. */
export function drawNames(names: readonly PlacedName[], kit: Kit): MaybeMarkup {
  const depth = ({ spec }: PlacedName) => spec.depth ?? NO_DEPTH;
  const sorted = names.toSorted((a, b) => {
    const [one, other] = [depth(a), depth(b)];
    return one[0] - other[0] || one[1] - other[1];
  });
  return joined(sorted.map((name) => drawName(name, kit)));
}
