import type { Covers } from '../core/stage.ts';

const creditIn = (root: ShadowRoot): Element[] =>
  root.querySelector<HTMLSlotElement>('slot[name="credit"]')?.assignedElements() ?? [];

/** The plates that lie over a story's stage, as they are drawn: the date, the legend, the credit. */
function platesIn(root: ShadowRoot): Element[] {
  const date = root.querySelector('story-date')?.shadowRoot?.querySelector('div');
  const legend = root.querySelector('story-legend')?.shadowRoot?.querySelector('details');
  return [date ?? [], legend ?? [], creditIn(root)].flat();
}

/** What of a story's page lies over its stage, `<story-stage>`. */
export function coversOf(stage: Element): Covers {
  const root = stage.getRootNode() as ShadowRoot;
  return {
    boxes() {
      const { left: x, top: y } = stage.getBoundingClientRect();
      return platesIn(root).map((plate) => {
        const { left, top, right, bottom } = plate.getBoundingClientRect();
        return { left: left - x, top: top - y, right: right - x, bottom: bottom - y };
      });
    },
    watch(onChange) {
      const sizes = new ResizeObserver(onChange);
      // A reader opens the legend, a font arrives.
      const all = [...root.querySelectorAll('story-legend'), ...creditIn(root)];
      for (const each of all) sizes.observe(each);
      return () => sizes.disconnect();
    },
  };
}
