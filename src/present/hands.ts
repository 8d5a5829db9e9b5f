import type { Stage } from '../core/stage.ts';
import type { LngLat } from '../core/story.ts';
import type { Action } from './actions.ts';
import type { Lesson } from './lesson.ts';
import type { PenTool, StoryPen } from './story-pen.ts';

/** What the hands on a map work with. */
export interface HandsOptions {
  /** What the map lies in. */
  box: Element;
  /** The live map, once there is one. */
  stageOf: () => Stage | undefined;
  act: (action: Action) => void;
  /** The pointer of this window has moved; `null` where it is gone. */
  onPoint: (at: LngLat | null) => void;
  /** Says a short line to the presenter, and which tool is in the hand. */
  notice: (text: string, tool: PenTool) => void;
}

/** The pointer and the pen of one window. */
export interface Hands {
  /** Takes up a tool, or puts it down where it is in the hand already. */
  take(tool: PenTool): void;
  tool(): PenTool;
  /** Moves what is in the hand by CSS pixels; where that is nothing, takes up the pointer first. */
  nudge(dx: number, dy: number): void;
  /** Puts the pen or the eraser down on the map, or lifts it. */
  press(): void;
  /** Says a short line to the presenter; without one, how to use what is in the hand. */
  say(text?: string): void;
  /** Another window points there. */
  point(at: LngLat | null): void;
  /** The map or the lesson has changed. */
  show(lesson: Lesson): void;
  dispose(): void;
}

const NOTICES: Readonly<Record<PenTool, string>> = {
  none: '',
  pointer: 'Pointer: move the mouse, or Shift and the arrow keys. l puts it down.',
  draw: 'Drawing: drag on the map; by keys, x and Shift with the arrows. d stops, e erases.',
  erase: 'Erasing: drag over lines; by keys, x and Shift with the arrows. e stops.',
};

/** Lays a pen over a map: it points, draws and erases, for all windows. */
export function createHands({ box, stageOf, act, onPoint, notice }: HandsOptions): Hands {
  const pen = document.createElement('story-pen') as StoryPen;
  pen.stageOf = stageOf;
  box.append(pen);
  // What there is to be seen may have come before the map on which it has its place.
  const arrival = new MutationObserver(() => pen.requestUpdate());
  arrival.observe(box, { subtree: true, attributeFilter: ['live'] });
  const point = (at: LngLat | null): void => {
    pen.point = at;
    onPoint(at);
  };
  pen.addEventListener('pen-point', (event) => point((event as CustomEvent<LngLat>).detail));
  pen.addEventListener('pen-line', (event) =>
    act({ type: 'draw-line', line: (event as CustomEvent<LngLat[]>).detail }),
  );
  pen.addEventListener('pen-erase', (event) =>
    act({ type: 'erase-lines', lines: (event as CustomEvent<number[]>).detail }),
  );
  const say = (text = NOTICES[pen.tool]): void => notice(text, pen.tool);
  const take = (tool: PenTool): void => {
    pen.lift();
    const next = pen.tool === tool ? 'none' : tool;
    if (pen.tool === 'pointer' && next !== 'pointer') point(null);
    pen.tool = next;
    say();
  };
  return {
    take,
    tool: () => pen.tool,
    nudge(dx, dy) {
      if (pen.tool === 'none') take('pointer');
      pen.nudge(dx, dy);
    },
    press: () => pen.press(),
    say,
    point(at) {
      pen.point = at;
    },
    show({ lines }) {
      pen.lines = lines;
      pen.requestUpdate();
    },
    dispose() {
      arrival.disconnect();
      pen.remove();
    },
  };
}
