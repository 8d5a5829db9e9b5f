import { html, nothing, type TemplateResult } from 'lit';
import type { Action, WindowAction } from '../actions.ts';
import { ask, askWindow, keepFocus } from '../ask.ts';
import type { CardMode, Lesson } from '../lesson.ts';
import { SHORTCUTS } from '../shortcuts.ts';

/** What the mouse does on the map, where it does not move it. */
export type DeskTool = 'pointer' | 'draw' | 'erase';

interface Tool {
  label: string;
  action: Action['type'] | WindowAction;
  /** Whether it is on; absent where it is no toggle. */
  on?: boolean;
  press: () => void;
}

const CARD: Readonly<Record<CardMode, string>> = {
  full: 'whole',
  headline: 'headline',
  none: 'none',
};

function tools(desk: Element, lesson: Lesson, present: DeskTool | undefined): Tool[] {
  const change = (
    label: string,
    type: 'black' | 'questions' | 'keep' | 'autoplay',
    on: boolean,
  ) => ({
    label,
    action: type,
    on,
    press: () => ask(desk, { type }),
  });
  const take = (label: string, tool: DeskTool) => ({
    label,
    action: tool,
    on: present === tool,
    press: () => askWindow(desk, tool),
  });
  return [
    {
      label: `Card: ${CARD[lesson.card]}`,
      action: 'card',
      press: () => ask(desk, { type: 'card' }),
    },
    change('Black', 'black', lesson.cover === 'black'),
    change('Questions', 'questions', lesson.questions),
    take('Pointer', 'pointer'),
    take('Draw', 'draw'),
    take('Erase', 'erase'),
    change('Keep', 'keep', lesson.keepLines),
    change('Autoplay', 'autoplay', lesson.autoplay),
    { label: 'Help', action: 'help', press: () => askWindow(desk, 'help') },
  ];
}

/** What a button's tip says: what it does, and its keys. */
function tipOf(action: Tool['action']): string {
  const shortcut = SHORTCUTS.find((one) => one.action === action);
  return shortcut ? `${shortcut.does} (${shortcut.shown})` : '';
}

function button({ label, action, on, press }: Tool) {
  return html`<button
    title=${tipOf(action) || nothing}
    aria-pressed=${on === undefined ? nothing : String(on)}
    @mousedown=${keepFocus}
    @click=${press}
  >
    ${label}
  </button>`;
}

/** The desk's buttons besides previous and next. `present` is the tool in the teacher's hand. */
export function deskTools(
  desk: Element,
  lesson: Lesson,
  present: DeskTool | undefined,
): TemplateResult {
  return html`<div class="tools" part="tools" role="group" aria-label="Tools">
    ${tools(desk, lesson, present).map(button)}
  </div>`;
}
