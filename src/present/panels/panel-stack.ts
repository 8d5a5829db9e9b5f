import { html, type LitElement, type TemplateResult } from 'lit';
import type { Story } from '../../core/story.ts';
import type { StillOf } from '../../elements/still-address.ts';
import type { Lesson } from '../lesson.ts';
import type { PanelDialog } from './panel-dialog.ts';

/** The dialogs of presenting. */
export type PanelName = 'help' | 'overview' | 'goto';

/** What the dialogs are made from. */
export interface PanelContent {
  story: Story | undefined;
  lesson: Lesson | undefined;
  /** Whether titles and stills of steps still to come may be seen. */
  reveal: boolean;
  minutes: number | undefined;
  stillOf: StillOf;
}

/** The dialogs in an element's shadow root, of which one is open at a time. */
export class PanelStack {
  readonly #host: LitElement;

  constructor(host: LitElement) {
    this.#host = host;
  }

  get #panels(): PanelDialog[] {
    return [...this.#host.renderRoot.querySelectorAll<PanelDialog>('[data-panel]')];
  }

  /** Whether a dialog is open. */
  get isOpen(): boolean {
    return this.#host.hasUpdated && this.#panels.some(({ isOpen }) => isOpen);
  }

  /** Opens a dialog in place of any other; waits for the host's first rendering. */
  async open(name: PanelName): Promise<void> {
    if (!this.#host.hasUpdated) await this.#host.updateComplete;
    for (const panel of this.#panels) {
      if (panel.dataset.panel === name) panel.open();
      else panel.close();
    }
  }

  /** Closes the dialog that is open. */
  close(): void {
    if (!this.#host.hasUpdated) return;
    for (const panel of this.#panels) panel.close();
  }

  /** The dialogs, for the host's rendering. */
  template({ story, lesson, reveal, minutes, stillOf }: PanelContent): TemplateResult {
    return html`<presenter-help data-panel="help"></presenter-help>
      <presenter-overview
        data-panel="overview"
        .story=${story}
        .lesson=${lesson}
        .reveal=${reveal}
        .minutes=${minutes}
        .stillOf=${stillOf}
      ></presenter-overview>
      <presenter-goto
        data-panel="goto"
        .story=${story}
        .lesson=${lesson}
        .reveal=${reveal}
      ></presenter-goto>`;
  }
}
