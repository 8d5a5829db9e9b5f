/**
 * What a story is made of, in order: what the page has put in it, or, on a page that has no style for a
 * story, what the story has put in its own shadow root. With the name of a slot only what is for that.
 */
export function storyContent(host: Element, slot?: string): HTMLElement[] {
  const own = host.shadowRoot?.querySelectorAll('slot > *') ?? [];
  const all = [...host.children, ...own] as HTMLElement[];
  return slot === undefined ? all : all.filter((each) => each.slot === slot);
}
