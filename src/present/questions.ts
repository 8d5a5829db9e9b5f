const TAG = /<(\/?)([a-z][a-z0-9]*)((?:"[^"]*"|[^">])*)>/gi;
const VOID = new Set(['br', 'hr', 'img', 'wbr']);

/**
 * The questions for the class in a step's notes, as HTML: its numbered lists (`<ol>`) that stand in
 * nothing else. What is around them guides the teacher. Empty where there are none. The notes must be
 * sanitised, as the compiler leaves them.
 */
export function questionsOf(notesHtml: string): string {
  const lists: string[] = [];
  let depth = 0;
  let start: number | undefined;
  for (const { 0: tag, 1: slash, 2: name = '', index } of notesHtml.matchAll(TAG)) {
    const element = name.toLowerCase();
    if (VOID.has(element)) continue;
    if (!slash) {
      if (depth === 0 && element === 'ol') start = index;
      depth++;
      continue;
    }
    depth = Math.max(0, depth - 1);
    if (depth > 0 || start === undefined) continue;
    lists.push(notesHtml.slice(start, index + tag.length));
    start = undefined;
  }
  return lists.join('\n');
}
