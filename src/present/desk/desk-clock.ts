import { html, nothing, type TemplateResult } from 'lit';
import { keepFocus } from '../ask.ts';
import { formatTime, timeOf } from '../timer.ts';

const TIME_OF_DAY = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

/** What the desk's clock shows. */
export interface DeskClock {
  /** When the lesson began, milliseconds since 1970; `null` before it did. */
  began: number | null;
  /** Milliseconds since 1970. */
  now: number;
  /** The plan, minutes; absent where there is none. */
  minutes: number | undefined;
  /** Called where the teacher begins the time anew. */
  restart: () => void;
}

const row = (label: string, value: string) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`;

/** The time of day, the time gone and what is left of the plan. */
export function deskClock({ began, now, minutes, restart }: DeskClock): TemplateResult {
  const { elapsed, remaining } = timeOf({ began, now, ...(minutes ? { minutes } : {}) });
  const isOver = remaining !== undefined && remaining < 0;
  const plan = isOver ? `Over ${minutes} min` : `Left of ${minutes} min`;
  return html`<div class="clock" part="clock">
    <dl>
      ${row('Now', TIME_OF_DAY.format(now))} ${row('Gone', formatTime(elapsed))}
      ${remaining === undefined ? nothing : row(plan, formatTime(Math.abs(remaining)))}
    </dl>
    <button class="restart" title="Time gone begins at 0 again" @mousedown=${keepFocus} @click=${restart}>Restart</button>
  </div>`;
}
