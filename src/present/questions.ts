/** The questions for the class in a step's notes: its numbered lists, as HTML; empty where it has none. */
export function questionsOf(notesHtml: string): string {
  return (notesHtml.match(/<ol[\s\S]*?<\/ol>/g) ?? []).join('\n');
}
