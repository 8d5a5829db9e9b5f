import { css, html, LitElement, nothing } from 'lit';
import { STILL_SIZE } from '../core/still-markup.ts';
import type { Step, Story } from '../core/story.ts';
import { stillsBeside } from '../elements/still-address.ts';
import { tokens } from '../elements/styles/tokens.ts';
import type { Places } from './places.ts';
import { drawPng, finishSvg, type PictureWords, saveFile } from './step-picture.ts';
import { sharingStyles } from './styles.ts';

const { width, height } = STILL_SIZE.wide;
const SCALE = 2;

const FAILED = 'The picture could not be made.';

/**
 * The picture of a step, to be downloaded.
 *
 * @summary A step's still with two buttons.
 */
export class SharingPicture extends LitElement {
  static override properties = {
    story: { attribute: false },
    step: { attribute: false },
    places: { attribute: false },
    src: {},
    said: { state: true },
  };

  declare story: Story;
  declare step: Step;
  declare places: Places;
  /** Address of the story's file. */
  declare src: string;
  declare private said: string | undefined;

  static override styles = [
    tokens,
    sharingStyles,
    css`
      img {
        display: block;
        width: 100%;
        height: auto;
        margin-bottom: 0.6rem;
        background: var(--legenda-land);
        border: 1px solid var(--legenda-rule);
      }
    `,
  ];

  /** The still with date, legend and credit. */
  get #address(): string | undefined {
    return stillsBeside(this.src)(this.step.id)?.replace(/#.*$/, '');
  }

  get #words(): PictureWords {
    const { story, step, places } = this;
    const { title, byline } = story;
    const source = [title, byline, places.folder].filter(Boolean).join('. ');
    return { title: step.title, source };
  }

  async #make(kind: 'svg' | 'png'): Promise<void> {
    const response = await fetch(this.#address ?? '');
    if (!response.ok) throw new Error(FAILED);
    const svg = await finishSvg(await response.text(), this.#words);
    const file =
      kind === 'png' ? await drawPng(svg, SCALE) : new Blob([svg], { type: 'image/svg+xml' });
    saveFile(`${this.places.slug}-${this.step.id}.${kind}`, file);
  }

  async #save(kind: 'svg' | 'png'): Promise<void> {
    this.said = 'Making the picture …';
    this.said = await this.#make(kind).then(
      () => `The ${kind.toUpperCase()} is in your downloads.`,
      () => FAILED,
    );
  }

  protected override render() {
    const { story, step, places } = this;
    const address = this.#address;
    if (!story || !places || !address) return nothing;
    return html`<img src=${address} alt=${step.alt} width=${width} height=${height} />
      <p class="note">The map at the end of the step, with its date and whom to thank for it.</p>
      <div class="row">
        <button @click=${() => this.#save('svg')}>Download as SVG</button>
        <button @click=${() => this.#save('png')}>Download as PNG</button>
      </div>
      <p role="status">${this.said}</p>`;
  }
}
