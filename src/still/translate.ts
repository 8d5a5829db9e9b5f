import { RADIANS } from '../core/camera.ts';
import { type MaybeMarkup, markup } from '../core/markup.ts';
import type { Read } from './evaluate.ts';
import type { Scene } from './scene.ts';
import { attributes } from './sheet.ts';
import { tenth } from './svg-path.ts';

/** A layer's drawing. */
interface Layered {
  /** What its properties begin with: `fill`, `line`, `circle`. */
  name: string;
  /** Opacity of all of the layer at once; 1 by default. */
  whole?: number;
  drawn: MaybeMarkup;
}

/** How far a layer is moved, CSS pixels right and down: with the map's bearing or with the picture. */
export function translation({ frame }: Scene, read: Read, name: string): [x: number, y: number] {
  const [x = 0, y = 0] = read<number[]>(`${name}-translate`) ?? [];
  if (read<string>(`${name}-translate-anchor`) !== 'map') return [x, y];
  const angle = frame.camera.bearing * RADIANS;
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
  return [x * cos + y * sin, y * cos - x * sin];
}

/** A layer's drawing in its place, with the opacity of the whole layer. */
export function translated(
  scene: Scene,
  read: Read,
  { name, whole = 1, drawn }: Layered,
): MaybeMarkup {
  const [x, y] = translation(scene, read, name);
  const transform = x || y ? `translate(${tenth(x)} ${tenth(y)})` : undefined;
  if (!drawn || (!transform && whole === 1)) return drawn;
  return markup`<g${attributes({ transform, opacity: whole })}>${drawn}</g>`;
}
