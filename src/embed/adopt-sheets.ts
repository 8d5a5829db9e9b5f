import { PHONE_BELOW } from '../core/viewport.ts';

/** Below the width of a phone, as styles know it. */
const PHONE = `(max-width: ${PHONE_BELOW - 0.02}px)`;

/** Lengths that are shares of the window's height, where the window is not what the reader sees. */
const ROOT_SHEET = `
.stage, .bar { position: relative; inset: auto; }
button.share { display: none; }
::slotted(*) { --legenda-gap: calc(62 * var(--legenda-vh)); }
@media ${PHONE} { ::slotted(*) { --legenda-gap: calc(34 * var(--legenda-vh)); } }`;

const STEP_SHEET = `
.card { position: relative; top: 0; }
.track { height: calc(32 * var(--legenda-vh)); }
:host([moves]) .track { height: calc(85 * var(--legenda-vh)); }
@media ${PHONE} {
  .track { height: calc(18 * var(--legenda-vh)); }
  :host([moves]) .track { height: calc(55 * var(--legenda-vh)); }
}`;

const PAGE_SHEET = `
html { overflow: hidden; }
body.story header { min-height: calc(100 * var(--legenda-vh) - 72px); margin-bottom: calc(30 * var(--legenda-vh)); }
header .site { margin-bottom: calc(15 * var(--legenda-vh)); }
header .teach, header .invitation { display: none; }
@media ${PHONE} {
  body.story header { min-height: 0; margin: 0; padding-bottom: calc(30 * var(--legenda-vh)); }
  header .site { margin-bottom: 0.8rem; }
  map-story > figure > div > svg { width: max(100%, calc(46.2 * var(--legenda-vh))); }
}`;

/** A frame of fixed height: what does not fit is not scrolled, and a wheel or a finger over it is the page's. */
const STEPS_SHEET = `
html { height: 100%; }
main { position: fixed; inset: 0; overflow: hidden; overflow: clip; touch-action: pan-y pinch-zoom; }`;

function adopt(root: DocumentOrShadowRoot, text: string): () => void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  return () => {
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((each) => each !== sheet);
  };
}

/** What an embedded story's styles are put on. */
export interface SheetOptions {
  root: ShadowRoot;
  steps: readonly Element[];
  /** Whether the frame has a fixed height. */
  fixed: boolean;
}

/** Puts the styles of an embedded story on its page; returns what takes them off. */
export function adoptSheets({ root, steps, fixed }: SheetOptions): () => void {
  const ends = [
    adopt(root, ROOT_SHEET),
    adopt(document, fixed ? PAGE_SHEET + STEPS_SHEET : PAGE_SHEET),
    ...steps.map((step) => adopt(step.shadowRoot as ShadowRoot, STEP_SHEET)),
  ];
  return () => {
    for (const end of ends) end();
  };
}
