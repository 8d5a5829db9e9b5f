import type { Step } from '../core/story.ts';

/** What of a step can move while it is read. */
type Picture = Pick<Step, 'camera' | 'date' | 'show' | 'reveal'>;

/** Whether a step's picture moves while the step is read. */
export function stepMoves({ date, reveal, show, camera }: Picture): boolean {
  const cameras = Object.values(camera).flatMap(({ target, bearing, pitch }) => [
    bearing,
    pitch,
    ...('zoom' in target ? [target.zoom] : []),
  ]);
  const layers = [...Object.values(reveal), ...Object.values(show)];
  const ranges = [...(date ? [date] : []), ...layers, ...cameras];
  return ranges.some(([from, to]) => from !== to);
}
