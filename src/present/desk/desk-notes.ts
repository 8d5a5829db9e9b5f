import { html, nothing, type TemplateResult } from 'lit';
import { keepFocus } from '../ask.ts';

/** The sizes of the notes, as numbers of their class in the style. */
export const NOTES_SIZES = { smallest: 1, usual: 2, largest: 5 } as const;

/** What the notes are shown from. */
export interface DeskNotes {
  /** One of {@link NOTES_SIZES}, or between. */
  size: number;
  resize: (size: number) => void;
}

function sizeButton({ size, resize }: DeskNotes, step: 1 | -1) {
  const limit = step > 0 ? NOTES_SIZES.largest : NOTES_SIZES.smallest;
  const isLimit = size === limit;
  const label = step > 0 ? 'A+' : 'A−';
  return html`<button
    aria-label="${label}: ${step > 0 ? 'larger' : 'smaller'} notes"
    aria-disabled=${isLimit ? 'true' : nothing}
    @mousedown=${keepFocus}
    @click=${() => isLimit || resize(size + step)}
  >
    ${label}
  </button>`;
}

/** The place of a step's notes, `.notes-text`, for the teacher alone, and buttons for their size. */
export function deskNotes(content: DeskNotes): TemplateResult {
  const { size } = content;
  return html`<section class="notes" part="notes" aria-labelledby="notes">
    <div class="notes-head">
      <h2 id="notes">Notes</h2>
      ${sizeButton(content, -1)} ${sizeButton(content, 1)}
    </div>
    <div class="notes-text size-${size}" dir="auto" tabindex="0" role="group" aria-labelledby="notes"></div>
  </section>`;
}
