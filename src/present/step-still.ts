import { html, nothing, type TemplateResult } from 'lit';
import { STILL_SIZE } from '../core/still-markup.ts';

const { width, height } = STILL_SIZE.wide;

/** A still on its sheet, or the blank sheet where `address` is absent. Words stand beside it, so it has none. */
export function stillSheet(address: string | undefined): TemplateResult {
  const picture = address
    ? html`<img src=${address} alt="" width=${width} height=${height} loading="lazy" decoding="async" />`
    : nothing;
  return html`<span class="still" part="still">${picture}</span>`;
}
