import { css, html, LitElement, nothing } from 'lit';
import type { Step, Story } from '../core/story.ts';
import { tokens } from '../elements/styles/tokens.ts';
import { type Places, stepLink } from './places.ts';
import { sharingStyles } from './styles.ts';

const NO_CODE =
  'This copy of the story is a file of its own, which no other page can show. Where the story is on the web, its page has code to embed it here.';

/**
 * What leads others to a story: a link to the present step, code that embeds the story, and the step's
 * picture. It opens when it is put on a page, and takes itself away when it is closed.
 *
 * @summary The dialog that shares a story.
 */
export class StorySharing extends LitElement {
  static override properties = {
    story: { attribute: false },
    step: { attribute: false },
    places: { attribute: false },
    src: {},
  };

  declare story: Story;
  declare step: Step;
  declare places: Places;
  /** Address of the story's file. */
  declare src: string;

  static override styles = [
    tokens,
    sharingStyles,
    css`
      dialog {
        width: min(44rem, 94vw);
        max-height: 92vh;
        padding: 0 1.4rem 1.4rem;
        overflow: auto;
        overscroll-behavior: contain;
        scroll-padding: 4.5rem 0 1rem;
        color: inherit;
        background: var(--legenda-paper);
        border: 0;
        border-top: 3px solid var(--legenda-ink);
      }
      dialog::backdrop {
        background: rgb(47 40 34 / 45%);
      }
      header {
        position: sticky;
        z-index: 1;
        top: 0;
        display: flex;
        gap: 1rem;
        align-items: center;
        justify-content: space-between;
        margin: 0 -1.4rem;
        padding: 0.6rem 1.4rem;
        background: var(--legenda-paper);
      }
      header button {
        flex: none;
        color: var(--legenda-paper);
        background: var(--legenda-ink);
      }
      header button:hover {
        background: var(--legenda-neutral);
      }
      h2 {
        font: 700 1.45rem/1.15 var(--legenda-display);
      }
      h3 {
        margin-bottom: 0.4rem;
        font: 700 1.15rem/1.25 var(--legenda-display);
      }
      section {
        padding: 0.9rem 0;
        border-top: 1px solid var(--legenda-rule);
      }
      @media (max-width: 479.98px) {
        dialog {
          padding: 0 1rem 1rem;
        }
        header {
          margin: 0 -1rem;
          padding: 0.6rem 1rem;
        }
      }
    `,
  ];

  protected override firstUpdated(): void {
    this.renderRoot.querySelector('dialog')?.showModal();
  }

  #close(): void {
    this.renderRoot.querySelector('dialog')?.close();
  }

  /** Gives the link to the device, which knows other programs to send it with. */
  async #send(url: string): Promise<void> {
    const { title } = this.story;
    // Who changes their mind has done nothing wrong.
    await navigator.share({ title: `${title}: ${this.step.title}`, url }).catch(() => {});
  }

  #renderLink(link: string) {
    const send = html`<button @click=${() => this.#send(link)}>Send with another program …</button>`;
    return html`<section>
      <h3>Link to this step: ${this.step.title}</h3>
      <sharing-text label="Link to this step" .text=${link}></sharing-text>
      ${'share' in navigator ? send : nothing}
    </section>`;
  }

  protected override render() {
    const { story, step, places, src } = this;
    if (!story || !places) return nothing;
    const link = stepLink(places, step.id);
    const code = html`<sharing-embed
      .story=${story}
      .folder=${places.folder ?? ''}
      .script=${places.script}
    ></sharing-embed>`;
    // Keys typed in a dialog are not meant for the page under it.
    return html`<dialog
      aria-labelledby="heading"
      closedby="any"
      @close=${() => this.remove()}
      @keydown=${(event: Event) => event.stopPropagation()}
    >
      <header>
        <h2 id="heading">Share and embed</h2>
        <button @click=${this.#close}>Close</button>
      </header>
      ${link === undefined ? nothing : this.#renderLink(link)}
      <section>
        <h3>Embed the story</h3>
        ${places.folder === undefined ? html`<p>${NO_CODE}</p>` : code}
      </section>
      <section>
        <h3>Picture of this step</h3>
        <sharing-picture .story=${story} .step=${step} .places=${places} .src=${src}></sharing-picture>
      </section>
    </dialog>`;
  }
}
