import { html, nothing, type TemplateResult } from 'lit';
import { STILL_SIZE } from '../core/still-markup.ts';

const { width, height } = STILL_SIZE.wide;

/** The address of a step's still; empty or `undefined` where there is none. */
export type StillOf = (stepId: string) => string | undefined;

/** Where stills are that lie beside the story's file, which is at `src`; none where that is empty. */
export function stillsBeside(src: string | undefined): StillOf {
  if (!src) return () => undefined;
  const folder = new URL('.', new URL(src, document.baseURI)).href;
  return (stepId) => `${folder}still/${encodeURIComponent(stepId)}.svg#map`;
}

/** A still on its sheet, or the blank sheet where `address` is absent. Words stand beside it, so it has none. */
export function stillSheet(address: string | undefined): TemplateResult {
  const picture = address
    ? html`<img src=${address} alt="" width=${width} height=${height} loading="lazy" decoding="async" />`
    : nothing;
  return html`<span class="still" part="still">${picture}</span>`;
}
