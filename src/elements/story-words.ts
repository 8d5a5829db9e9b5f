import { html, nothing, type TemplateResult } from 'lit';
import type { Picture } from './controllers/story-stages.ts';

/**
 * What is said over the stage: at once, what could not be done; and when there is time for it, what of the map has not
 * come yet and comes by itself. Where there is nothing to see yet, not even a still, that is said too.
 */
export function storyWords(
  failure: string | undefined,
  picture: Picture | undefined,
  hasStills: boolean,
): TemplateResult {
  const notice = failure ? '' : picture?.notice;
  const isBlank = !(picture?.shown || hasStills || notice);
  const message = failure || (isBlank ? 'Drawing the map …' : '');
  const say = (name: string, words: string | undefined) =>
    words ? html`<p part=${name}>${words}</p>` : nothing;
  return html`<div class="message" role="alert">${say('message', message)}</div>
    <div class="notice" role="status">${say('notice', notice)}</div>`;
}
