/** What a lesson's time is reckoned from. */
export interface TimeOptions {
  /** When it began, milliseconds since 1970; `null` before it did. */
  began: number | null;
  /** Milliseconds since 1970. */
  now: number;
  /** How long it may take; absent where that is not said. */
  minutes?: number | undefined;
}

/** A lesson's time, milliseconds. */
export interface LessonTime {
  /** Since it began, 0 or more. */
  elapsed: number;
  /** Until its end, below 0 after it; absent where it has none. */
  remaining?: number;
}

/** The time that a lesson has taken, and the time it has left. */
export function timeOf({ began, now, minutes }: TimeOptions): LessonTime {
  const elapsed = began === null ? 0 : Math.max(0, now - began);
  if (minutes === undefined) return { elapsed };
  return { elapsed, remaining: minutes * 60_000 - elapsed };
}

/** A time in milliseconds as `m:ss`, or `-m:ss` below zero; without parts of a second. */
export function formatTime(time: number): string {
  const seconds = Number.isFinite(time) ? Math.trunc(time / 1000) : 0;
  const rest = String(Math.abs(seconds) % 60).padStart(2, '0');
  return `${seconds < 0 ? '-' : ''}${Math.floor(Math.abs(seconds) / 60)}:${rest}`;
}
