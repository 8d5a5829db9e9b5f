import { createHostLink, type HostLink } from './host-link.ts';
import type { GuestMessage } from './protocol.ts';

/** Attributes that go on to the story's address: the names of options.ts. */
const OPTIONS = ['step', 'from', 'to', 'layout', 'theme', 'place-names', 'stills'];
const THEME = ['paper', 'land', 'ink', 'soft-ink', 'rule', 'text', 'display'];

const STYLE = `
:host { position: relative !important; display: block !important; }
iframe, img { display: block; width: 100%; height: var(--legenda-embed-height, 100vh); border: 0; }
img { position: absolute; top: 0; left: 0; object-fit: cover; pointer-events: none; }
div { position: absolute; inset: 0; pointer-events: none; }
button { position: sticky; top: 4px; float: right; width: 34px; height: 34px; margin: 4px; padding: 5px; color: #2f2822;
  background: #f7f1e1cc; border: 0; border-radius: 4px; cursor: pointer; pointer-events: auto; opacity: 0.75; }
button:is(:hover, :focus-visible) { opacity: 1; }
path { fill: none; stroke: currentColor; stroke-width: 2; }
:fullscreen { height: 100% !important; }`;

const MARKUP = `<div><button part="full-screen" aria-label="Full screen" title="Full screen" hidden>
<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M4 9V4h5m6 0h5v5m0 6v5h-5m-6 0H4v-5"/></svg></button></div>`;

/** The height of the window, in pages with and without a doctype. */
const windowHeight = (): number =>
  document.compatMode === 'CSS1Compat' ? document.documentElement.clientHeight : innerHeight;

/** Wide enough for the picture of a wide window. */
const WIDE = 720;

/**
 * A map story in the flow of a page: a frame as high as the story, which moves as the page is scrolled.
 *
 * @tagname legenda-embed
 * @summary Embeds a story from its address.
 * @attr {string} story - Address of the story's page.
 * @attr {string} step - Id of the step that a story which goes step by step opens at.
 * @attr {string} from - Id of the first step of the part that is shown.
 * @attr {string} to - Id of the last step of the part that is shown.
 * @attr {'scroll' | 'steps'} layout - Whether it moves with the page's scroll (default) or step by step.
 * @attr {'light' | 'dark' | 'page'} theme - The colours of text and cards; `page`: those of `--legenda-…`.
 * @attr {'period' | 'modern' | 'ko' | 'zh' | 'ru'} place-names - How the map writes names.
 * @attr {boolean} stills - Pictures only, no live map.
 * @event {CustomEvent<string>} story-step - The reader has come to a step; `detail` is its id.
 * @event {CustomEvent<{ step: string; seconds: number }>} story-dwell - The reader has left a step; `detail` is `{ step, seconds }`.
 * @event {CustomEvent<null>} story-end - The reader has read the last step.
 * @csspart full-screen - The button that fills the screen.
 * @cssproperty --legenda-embed-height - The height until the story has said its own; default 100vh.
 */
export class LegendaEmbed extends HTMLElement {
  static observedAttributes = ['story'];

  #end = new AbortController();
  #frame: HTMLIFrameElement | undefined;
  #link: HostLink | undefined;
  #cover: HTMLImageElement | undefined;
  #waiting: number | undefined;
  #said = '';

  connectedCallback(): void {
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    root.adoptedStyleSheets = [sheet];
    root.innerHTML = MARKUP;
    this.#end = new AbortController();
    const { signal } = this.#end;
    this.#load(root);
    const see = (): void => this.#see();
    window.addEventListener('message', (event) => this.#hear(event), { signal });
    window.addEventListener('scroll', see, { signal, passive: true, capture: true });
    window.addEventListener('resize', see, { signal });
    document.addEventListener('fullscreenchange', () => this.#tellFull(), { signal });
    const button = root.querySelector('button') as HTMLButtonElement;
    button.hidden = !document.fullscreenEnabled;
    button.onclick = () => this.#frame?.requestFullscreen();
    const sizes = new ResizeObserver(see);
    for (const each of [document.documentElement, document.body, this]) sizes.observe(each);
    signal.addEventListener('abort', () => sizes.disconnect());
  }

  disconnectedCallback(): void {
    this.#end.abort();
    this.#frame = this.#link = undefined;
  }

  attributeChangedCallback(): void {
    if (!this.#frame) return;
    this.disconnectedCallback();
    this.connectedCallback();
  }

  /** Puts the frame in, under the picture that the story opens with. */
  #load(root: ShadowRoot): void {
    const address = new URL(this.getAttribute('story') ?? '', document.baseURI);
    const folder = address.href.replace(/[^/]*([?#].*)?$/, '');
    address.searchParams.set('embed', '');
    for (const name of OPTIONS) {
      const value = this.getAttribute(name);
      if (value !== null) address.searchParams.set(name, value);
    }
    const frame = document.createElement('iframe');
    frame.title = this.title || 'Map story';
    frame.loading = 'lazy';
    frame.allow = 'fullscreen';
    frame.setAttribute('sandbox', 'allow-scripts allow-same-origin allow-popups');
    frame.src = address.href;
    const cover = new Image();
    cover.alt = '';
    cover.src = `${folder}cover${this.clientWidth < WIDE ? '.phone' : ''}.svg`;
    frame.onload = () => setTimeout(() => cover.remove(), 9000);
    root.prepend(frame, cover);
    this.#frame = frame;
    this.#cover = cover;
    this.#said = '';
    this.#link = createHostLink(frame, address.origin);
  }

  #hear(event: MessageEvent): void {
    const message = this.#link?.hear(event);
    if (!message) return;
    this.#do(message);
    if (message.type === 'hello' || message.type === 'scroll') this.#see(true);
  }

  #do(message: GuestMessage): void {
    const tell = (name: string, detail?: unknown): void => {
      this.dispatchEvent(
        new CustomEvent(`story-${name}`, { detail, bubbles: true, composed: true }),
      );
    };
    if (message.type === 'hello') this.#link?.say({ type: 'welcome', theme: this.#theme() });
    else if (message.type === 'height') this.#grow(message.height);
    else if (message.type === 'scroll') this.#scroll(message.top);
    else if (message.type === 'step') tell('step', message.step);
    else if (message.type === 'end') tell('end');
    else tell('dwell', { step: message.step, seconds: message.seconds });
  }

  #theme(): Record<string, string> {
    const style = getComputedStyle(this);
    const pairs = THEME.map((name) => [name, style.getPropertyValue(`--legenda-${name}`).trim()]);
    return Object.fromEntries(pairs.filter(([, value]) => value));
  }

  /** Takes the story's height: the first time where nothing that is seen moves for it. */
  #grow(height: number): void {
    const frame = this.#frame as HTMLIFrameElement;
    const { bottom } = frame.getBoundingClientRect();
    this.#waiting = height;
    if (this.#cover && bottom > 0 && bottom < windowHeight()) return;
    const grown = height - frame.offsetHeight;
    this.#waiting = undefined;
    frame.style.height = `${height}px`;
    this.#cover?.remove();
    this.#cover = undefined;
    // Browsers that hold the page's place themselves have done it.
    if (bottom <= 0 && !CSS.supports('overflow-anchor', 'auto')) window.scrollBy(0, grown);
    this.#see();
  }

  #scroll(top: number): void {
    const { top: at, height } = (this.#frame as HTMLIFrameElement).getBoundingClientRect();
    const to = Math.max(-windowHeight(), Math.min(top, height));
    window.scrollTo({ top: window.scrollY + at + to, behavior: 'instant' });
  }

  #tellFull(): void {
    this.#link?.say({ type: 'full', on: this.shadowRoot?.fullscreenElement === this.#frame });
    this.#see(true);
  }

  /** Tells the story what of it is seen. */
  #see(again = false): void {
    if (this.#waiting !== undefined) this.#grow(this.#waiting);
    if (!this.#frame || this.shadowRoot?.fullscreenElement) return;
    const height = windowHeight();
    const { top, bottom } = this.#frame.getBoundingClientRect();
    const isNear = bottom > -height && top < 2 * height;
    const said = `${top} ${height}`;
    if (!(again || (isNear && said !== this.#said))) return;
    this.#said = said;
    this.#link?.say({ type: 'view', top: -top, height, ack: this.#link.heard() });
  }
}
