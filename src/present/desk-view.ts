import { boxViewport } from '../core/present-viewport.ts';
import { adopt } from './adopt.ts';
import { deskStageStyles } from './styles/desk-stage.ts';
import type { View, ViewOptions } from './view.ts';

/** The teacher's window: a desk, with the map in the place that it keeps for it. */
export function createDeskView({ host, root, story, src, settings, onResize }: ViewOptions): View {
  const desk = document.createElement('presenter-desk');
  Object.assign(desk, { story, src, minutes: settings.minutes, now: Date.now() });
  /** Puts the map into the place that the desk keeps for it now. */
  const takePlace = (): DOMRect => {
    const box = desk.stageBox();
    for (const side of ['top', 'left', 'width', 'height'] as const) {
      host.style.setProperty(`--legenda-desk-${side}`, `${box[side]}px`);
    }
    return box;
  };
  const takeOff = adopt(root, deskStageStyles);
  const ticks = setInterval(() => {
    desk.now = Date.now();
  }, 1000);
  desk.addEventListener('present-stage', onResize);
  root.append(desk);
  return {
    element: desk,
    viewport() {
      // A map that is made for a size takes it from its place, so neither comes before the other.
      const { width, height } = takePlace();
      return boxViewport(Math.max(1, Math.round(width)), Math.max(1, Math.round(height)));
    },
    show({ lesson, frame, isPlaying, peers }) {
      Object.assign(desk, { lesson, date: frame.date, playing: isPlaying, peers });
    },
    isBusy: () => desk.isOpen,
    open: (panel) => desk.open(panel),
    close: () => desk.close(),
    notice(text, tool) {
      Object.assign(desk, { notice: text, tool });
    },
    dispose() {
      clearInterval(ticks);
      takeOff();
      desk.remove();
    },
  };
}
