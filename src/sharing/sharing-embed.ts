import { css, html, LitElement, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { Step, Story } from '../core/story.ts';
import { tokens } from '../elements/styles/tokens.ts';
import { choicesOf, EMBED_OPTIONS, type EmbedOption, type EmbedWay } from '../embed/options.ts';
import { choicesFor, type EmbedChoices, embedSnippet, frameAddress } from '../embed/snippet.ts';
import { sharingStyles } from './styles.ts';

const WAYS: readonly [way: EmbedWay, words: string, note: string][] = [
  ['script', 'With our script', 'The story scrolls with your page.'],
  ['frame', 'A plain frame', 'For pages that take no script: the story goes step by step.'],
  ['element', 'An element of the page', 'For a page that you build yourself, with Legenda in it.'],
];

const SCROLLS = 'In your page it scrolls along.';

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/**
 * Code that puts the story into another page, with a preview.
 *
 * @summary A form that makes the code.
 */
export class SharingEmbed extends LitElement {
  static override properties = {
    story: { attribute: false },
    folder: {},
    script: {},
    chosen: { state: true },
    choices: { state: true },
    shown: { state: true },
  };

  declare story: Story;
  /** Address of the folder of the story's page, with a slash at its end. */
  declare folder: string;
  /** Address of the script that embeds; without one that way is not offered. */
  declare script: string | undefined;
  /** The way that has been chosen. */
  declare private chosen: EmbedWay | undefined;
  declare private choices: EmbedChoices;
  /** Whether the preview is open. */
  declare private shown: boolean;

  static override styles = [
    tokens,
    sharingStyles,
    css`
      fieldset {
        padding: 0;
        border: 0;
      }
      legend {
        padding: 0;
      }
      label {
        display: block;
      }
      .check {
        display: flex;
        gap: 0.5rem;
        align-items: center;
        min-height: 32px;
        padding: 2px 0;
      }
      input[type] {
        flex: none;
        width: 20px;
        height: 20px;
        margin: 2px;
        accent-color: var(--legenda-ink);
      }
      .options {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(14rem, 100%), 1fr));
        gap: 0.5rem 1rem;
        align-items: end;
        margin: 0.6rem 0 0.9rem;
      }
      .options .check {
        min-height: 44px;
      }
      summary {
        min-height: 32px;
        padding: 0.25rem 0;
        text-decoration: underline;
        cursor: pointer;
      }
      iframe {
        display: block;
        margin-bottom: 0.3rem;
        width: 100%;
        height: 26rem;
        border: 1px solid var(--legenda-rule);
      }
    `,
  ];

  constructor() {
    super();
    this.choices = {};
    this.shown = false;
  }

  /** The ways that there are for this story. */
  get #ways(): typeof WAYS {
    return this.script ? WAYS : WAYS.filter(([way]) => way !== 'script');
  }

  get #way(): EmbedWay {
    return this.chosen ?? this.#ways[0]?.[0] ?? 'frame';
  }

  /** Sets an option; without a value it is left out. */
  #choose(name: string, value: string | undefined): void {
    const { [name]: _, ...others } = this.choices;
    this.choices = value === undefined ? others : { ...others, [name]: value };
  }

  #renderSteps({ name, label }: EmbedOption) {
    const all = this.story.steps;
    const isEnd = name === 'to';
    const first = isEnd ? all.findIndex(({ id }) => id === this.choices.from) : 0;
    const steps = all.slice(Math.max(0, first));
    // The end that the story has by itself need not be said.
    const usual = isEnd ? all.at(-1) : all[0];
    const chosen = steps.find(({ id }) => id === this.choices[name]) ?? usual;
    const set = ({ target }: Event): void => {
      const { value } = target as HTMLSelectElement;
      this.#choose(name, value === usual?.id ? undefined : value);
    };
    const option = (step: Step) =>
      html`<option value=${step.id} .selected=${step === chosen}>
        ${all.indexOf(step) + 1}. ${step.title}
      </option>`;
    return html`<label>${label}<select @change=${set}>${steps.map(option)}</select></label>`;
  }

  #renderOption(option: EmbedOption) {
    const { name, label, takes } = option;
    const { choices } = this;
    const way = this.#way;
    if (takes === 'step') return this.#renderSteps(option);
    if (takes === 'nothing') {
      const set = ({ target }: Event): void =>
        this.#choose(name, (target as HTMLInputElement).checked ? '' : undefined);
      return html`<label class="check"><input type="checkbox" .checked=${name in choices} @change=${set} />${label}</label>`;
    }
    const set = ({ target }: Event): void =>
      this.#choose(name, (target as HTMLSelectElement).value || undefined);
    const words = choicesOf(option, way).map(
      (word) =>
        html`<option value=${word} .selected=${word === choices[name]}>${capital(word)}</option>`,
    );
    return html`<label>${label}<select @change=${set}><option value="">As the story has it</option>${words}</select></label>`;
  }

  #renderWay([way, words, note]: (typeof WAYS)[number]) {
    return html`<label class="check">
      <input
        type="radio"
        name="way"
        value=${way}
        .checked=${way === this.#way}
        @change=${() => {
          this.chosen = way;
        }}
      /><span>${words}. <span class="note">${note}</span></span>
    </label>`;
  }

  /** The choices that count: those of the way, and no end before the beginning. */
  get #counted(): EmbedChoices {
    const ids = this.story.steps.map(({ id }) => id);
    const { from = '', to, ...others } = this.choices;
    const isRange = to !== undefined && ids.indexOf(to) >= ids.indexOf(from);
    const chosen = { ...others, ...(from && { from }), ...(isRange && { to }) };
    return choicesFor(this.#way, chosen);
  }

  #renderPreview() {
    const address = frameAddress(this.folder, this.#counted);
    // A frame whose address changes would leave the old one to the browser's way back.
    return html`<figure>
      ${keyed(address, html`<iframe src=${address} title="Preview of the embedded story"></iframe>`)}
      <figcaption class="note">
        The story as a small frame shows it, step by step. ${this.#way === 'frame' ? nothing : SCROLLS}
      </figcaption>
    </figure>`;
  }

  protected override render() {
    const { story, folder, script = '', shown } = this;
    const way = this.#way;
    if (!story) return nothing;
    const asked = EMBED_OPTIONS.filter(({ label, ways }) => label && ways.includes(way));
    const code = embedSnippet(way, folder, { title: story.title, choices: this.#counted, script });
    const toggle = ({ target }: Event): void => {
      this.shown = (target as HTMLDetailsElement).open;
    };
    return html`<fieldset>
        <legend>How it comes into your page</legend>
        ${this.#ways.map((each) => this.#renderWay(each))}
      </fieldset>
      <div class="options">${asked.map((option) => this.#renderOption(option))}</div>
      <sharing-text label="Code to embed the story" lines="5" .text=${code}></sharing-text>
      <details @toggle=${toggle}>
        <summary>Preview</summary>
        ${shown ? this.#renderPreview() : nothing}
      </details>`;
  }
}
