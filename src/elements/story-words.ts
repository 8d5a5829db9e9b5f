import { html, nothing, type TemplateResult } from 'lit';
import type { Picture } from './controllers/story-stages.ts';

/** What a reader is told of what is amiss. */
export interface Said {
  /** In words; empty where nothing is. */
  message: string;
  /** True where something has not come that may come when the page is loaded anew. */
  missing: boolean;
}

/** Loading anew keeps the place: it is in the address, and in the history. Not while there is no network to load by. */
const reload = (): TemplateResult | typeof nothing =>
  navigator.onLine ? html`<button @click=${() => location.reload()}>Reload</button>` : nothing;

/**
 * What is said over the stage: at once, what could not be done; and when there is time for it, what of the map has not
 * come yet and comes by itself.
 */
export function storyWords(
  { message, missing }: Said,
  picture: Picture | undefined,
): TemplateResult {
  const notice = message ? '' : (picture?.notice ?? '');
  const say = (name: string, words: string, isMissing: boolean) =>
    words ? html`<p part=${name}>${words} ${isMissing ? reload() : nothing}</p>` : nothing;
  return html`<div class="message" role="alert">${say('message', message, missing)}</div>
    <div class="notice" role="status">${say('notice', notice, true)}</div>`;
}
