/**
 * Tells the page what has happened in an element: `detail` is what the event called `name` is about.
 * It goes up through all that the element stands in, shadow roots too.
 */
export function emit(element: Element, name: string, detail: unknown): void {
  element.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
}
