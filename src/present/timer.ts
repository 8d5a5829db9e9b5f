/** How long a lesson has run and how much is left, milliseconds; below 0 where it is over. */
export function timeOf(lesson: {
  began: number | null;
  now: number;
  minutes?: number | undefined;
}): {
  elapsed: number;
  remaining?: number;
} {
  const elapsed = lesson.began === null ? 0 : lesson.now - lesson.began;
  if (lesson.minutes === undefined) return { elapsed };
  return { elapsed, remaining: lesson.minutes * 60_000 - elapsed };
}

/** Milliseconds as minutes and seconds, such as `12:05`. */
export function formatTime(ms: number): string {
  const seconds = Math.floor(Math.abs(ms) / 1000);
  const text = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  return ms < 0 ? `−${text}` : text;
}
