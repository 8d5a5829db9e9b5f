import { html, nothing, type TemplateResult } from 'lit';
import type { Story } from '../../core/story.ts';
import type { StillOf } from '../../elements/still-address.ts';
import { ask, keepFocus } from '../ask.ts';
import type { Lesson } from '../lesson.ts';
import { isOpening, nextIndex, presentIndex } from '../step-place.ts';
import { stillSheet } from '../step-still.ts';

/** What the desk shows of the story. */
export interface DeskPlace {
  story: Story;
  lesson: Lesson;
}

/** All titles of the story, to go to any. */
export function deskSteps(desk: Element, { story, lesson }: DeskPlace): TemplateResult {
  const present = presentIndex(story, lesson);
  return html`<nav class="steps" part="steps" aria-label="Steps">
    <ol>
      ${story.steps.map(
        ({ id, title }, index) => html`<li>
          <button
            aria-current=${index === present ? 'step' : nothing}
            @mousedown=${keepFocus}
            @click=${() => ask(desk, { type: 'visit', step: id })}
          >
            <b>${index + 1}</b> <span>${title}</span>
          </button>
        </li>`,
      )}
    </ol>
  </nav>`;
}

/** The still of the step that comes next, or that none does. */
export function deskNext({ story, lesson }: DeskPlace, stillOf: StillOf): TemplateResult {
  const next = story.steps[nextIndex(story, lesson) ?? -1];
  return html`<section class="next" part="next">
    <h2>${next ? html`<i>Next:</i> ${next.title}` : 'This is the end of the story.'}</h2>
    ${next ? stillSheet(stillOf(next.id)) : nothing}
  </section>`;
}

/** Previous and Next. Next ends a move that is still going on: `playing`. */
export function deskMoves(
  desk: Element,
  { story, lesson }: DeskPlace,
  playing: boolean,
): TemplateResult {
  const next = story.steps[nextIndex(story, lesson) ?? -1];
  const hint = playing ? 'ends the move' : (next?.title ?? 'the end');
  const isLast = !next && !playing;
  const isFirst = isOpening(story, lesson) && !playing;
  return html`<div class="moves" part="moves">
    <button
      class="previous"
      aria-disabled=${isFirst ? 'true' : nothing}
      @mousedown=${keepFocus}
      @click=${() => isFirst || ask(desk, { type: 'previous' })}
    >
      Previous
    </button>
    <button
      class="strong forward"
      aria-disabled=${isLast ? 'true' : nothing}
      @mousedown=${keepFocus}
      @click=${() => isLast || ask(desk, { type: 'next' })}
    >
      <strong>Next</strong> <i>${hint}</i>
    </button>
  </div>`;
}
