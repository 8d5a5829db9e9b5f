import type { Frame, Page } from '@playwright/test';

/** How far something may stick out, CSS pixels: rounding, and the slant of italic letters. */
const TOLERANCE = 1.5;

/**
 * What sticks out of its place to the side: each element and each line of text in the elements that `inside`
 * selects, in any shadow root, against the nearest box around it that scrolls, or else against `place`, the
 * box around it that a card is. One line each; empty where all is well. Folded text is opened first.
 */
export function outside(
  page: Page | Frame,
  { inside, place }: { inside: string; place: string },
): Promise<string[]> {
  return page.evaluate(
    ({ inside, place, tolerance }) => {
      const roots: ParentNode[] = [document];
      for (const root of roots) {
        for (const { shadowRoot } of root.querySelectorAll('*')) {
          if (shadowRoot) roots.push(shadowRoot);
        }
      }
      const all = (selector: string): Element[] =>
        roots.flatMap((root) => [...root.querySelectorAll(selector)]);
      for (const details of all('details')) (details as HTMLDetailsElement).open = true;
      const above = (node: Node): Element | null => {
        const { assignedSlot } = node as Element;
        const up = assignedSlot ?? node.parentNode;
        return up instanceof ShadowRoot ? up.host : (up as Element | null);
      };
      const placeOf = (node: Node): Element => {
        let at = above(node);
        while (at && at !== document.documentElement) {
          const scrolls = /auto|scroll/.test(getComputedStyle(at).overflowX);
          if (scrolls || at.matches(place)) return at;
          at = above(at);
        }
        return document.documentElement;
      };
      const found: string[] = [];
      const compare = (node: Node, boxes: Iterable<DOMRect>, name: string): void => {
        const around = placeOf(node);
        const scrolls = /auto|scroll/.test(getComputedStyle(around).overflowX);
        // What scrolls is held against the place of its own.
        if (scrolls && !around.matches(place)) return;
        const card = around.getBoundingClientRect();
        for (const { left, right, width } of boxes) {
          if (width === 0 || (left >= card.left - tolerance && right <= card.right + tolerance)) {
            continue;
          }
          const at = [left, right, card.left, card.right].map(Math.round);
          found.push(`${name}: ${at[0]} to ${at[1]}, in ${at[2]} to ${at[3]}`);
          return;
        }
      };
      for (const root of all(inside)) {
        for (const element of root.querySelectorAll('*')) {
          compare(element, element.getClientRects(), `<${element.localName}>`);
        }
        const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        for (let text = texts.nextNode(); text; text = texts.nextNode()) {
          const range = document.createRange();
          range.selectNodeContents(text);
          compare(text, range.getClientRects(), `"${text.textContent?.trim().slice(0, 30)}"`);
        }
      }
      return found;
    },
    { inside, place, tolerance: TOLERANCE },
  );
}

/** How much wider a page is than its window, CSS pixels. */
export function tooWide(page: Page | Frame): Promise<number> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
}
