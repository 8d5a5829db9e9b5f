/** From the middle of a line's height to where its letters seem to start in MapLibre, em. */
const BASELINE = 7 / 24;

type Ask = <T>(name: string) => T;

/** Which way text stands from its place: -1, 0 or 1, right and down. */
function sideOf(anchor: string): [x: number, y: number] {
  const x = anchor.endsWith('left') ? 1 : anchor.endsWith('right') ? -1 : 0;
  const y = anchor.startsWith('top') ? 1 : anchor.startsWith('bottom') ? -1 : 0;
  return [x, y];
}

/** How far a text is moved right and down from its place, em: by `text-radial-offset` where it has one. */
export function textOffset(ask: Ask, anchor: string): readonly [x: number, y: number] {
  const radial = Math.max(0, ask<number>('text-radial-offset'));
  if (!radial) return ask('text-offset');
  const [x, y] = sideOf(anchor);
  const far = x && y ? radial / Math.SQRT2 : radial;
  return [x * far, y * (far - BASELINE)];
}
