import { boxViewport } from '../core/present-viewport.ts';
import { adopt } from './adopt.ts';
import { deskStageStyles } from './styles/desk-stage.ts';
import type { View, ViewOptions } from './view.ts';

/** The teacher's window: a desk, with the map in the place that it keeps for it. */
export function createDeskView({ host, root, story, src, settings, onResize }: ViewOptions): View {
  const desk = document.createElement('presenter-desk');
  Object.assign(desk, { story, src, minutes: settings.minutes, now: Date.now() });
  const place = ({ detail: box }: CustomEvent<DOMRect>): void => {
    for (const side of ['top', 'left', 'width', 'height'] as const) {
      host.style.setProperty(`--legenda-desk-${side}`, `${box[side]}px`);
    }
    onResize();
  };
  const takeOff = adopt(root, deskStageStyles);
  const ticks = setInterval(() => {
    desk.now = Date.now();
  }, 1000);
  desk.addEventListener('present-stage', place);
  root.append(desk);
  return {
    element: desk,
    viewport() {
      const { width, height } = desk.stageBox();
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
