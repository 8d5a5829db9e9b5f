import { PHONE_BELOW } from '../core/viewport.ts';
import { MOST_LIVE } from '../elements/controllers/live-turn.ts';
import { ALLOW, SANDBOX } from './frame-rights.ts';
import { createHostLink, type HostLink } from './host-link.ts';
import style from './legenda-embed.css?inline';
import type { GuestMessage } from './protocol.ts';
import { HOSTED } from './settings.ts';
import { THEME_NAMES, type Theme } from './theme-values.ts';
import { createTurns } from './turns.ts';

/** Attributes that go on to the story's address: the names of options.ts. */
const OPTIONS = ['step', 'from', 'to', 'layout', 'theme', 'place-names', 'stills'];

/**
 * The highest that a frame gets, CSS pixels, where the page sets no `max-height` of its own: a hundred long
 * steps on a phone with large letters.
 */
const TALLEST = 400_000;

const MARKUP = `<img loading="lazy" alt=""><div><button part="full-screen" aria-label="Full screen" title="Full screen" hidden><svg viewBox="0 0 24 24"><path d="M4 9V4h5m6 0h5v5m0 6v5h-5m-6 0H4v-5"/></svg></button></div>`;

const MISSING = `<p part="message">No story: the attribute story must be the address of its page.</p>`;

/** The height of the window, in pages with and without a doctype. */
const windowHeight = (): number => document.scrollingElement?.clientHeight ?? innerHeight;

/** Whether the page can be scrolled so that a line in its window is not. */
const canLeave = (line: number): boolean =>
  line + scrollY >= windowHeight() ||
  line + scrollY + windowHeight() <= (document.scrollingElement?.scrollHeight ?? 0);

/** Whether the browser keeps what is read in its place when something above it grows. */
const holdsPlace = (): boolean =>
  [document.documentElement, document.body].every(
    (each) => getComputedStyle(each).overflowAnchor === 'auto',
  );

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
 * @attr {number} max-height - The highest that the frame gets, CSS pixels; default 400000.
 * @event {CustomEvent<string>} story-step - The reader has come to a step; `detail` is its id.
 * @event {CustomEvent<{ step: string; seconds: number }>} story-dwell - The reader has left a step; `detail` is `{ step, seconds }`.
 * @event {CustomEvent<null>} story-end - The reader has read the last step.
 * @csspart message - What is wrong with the address, in place of the story.
 * @csspart full-screen - The button that fills the screen.
 * @cssproperty --legenda-embed-height - The height until the story has said its own; default 100vh.
 */
export class LegendaEmbed extends HTMLElement {
  static observedAttributes = ['story', ...OPTIONS];
  /** The turns to have a live map, of all stories on the page. */
  static #turns = createTurns<LegendaEmbed>(MOST_LIVE, (next) => next.#tellTurn(true));

  #end: AbortController | undefined;
  #frame: HTMLIFrameElement | undefined;
  #link: HostLink | undefined;
  #cover: HTMLImageElement | undefined;
  #waiting: number | undefined;
  #said = '';

  connectedCallback(): void {
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    root.adoptedStyleSheets = [sheet];
    this.#end = new AbortController();
    const address = this.#address();
    root.innerHTML = address ? MARKUP : MISSING;
    if (!address) return;
    this.#load(root, address);
    this.#listen(this.#end.signal);
    const button = root.querySelector('button') as HTMLButtonElement;
    button.hidden = !document.fullscreenEnabled;
    button.onclick = () => this.#frame?.requestFullscreen();
  }

  disconnectedCallback(): void {
    this.#end?.abort();
    LegendaEmbed.#turns.end(this);
    this.#end = this.#frame = this.#link = this.#cover = this.#waiting = undefined;
    this.#said = '';
  }

  /** Begins anew, once for all that is changed together. */
  attributeChangedCallback(): void {
    if (!this.#end) return;
    this.disconnectedCallback();
    queueMicrotask(() => this.isConnected && !this.#end && this.connectedCallback());
  }

  /** The whole address of the story's page, if there is one. */
  #address(): URL | undefined {
    const link = document.createElement('a');
    link.href = this.getAttribute('story') || 'about:';
    return /^https?:/.test(link.protocol) ? new URL(link.href) : undefined;
  }

  #listen(signal: AbortSignal): void {
    const see = (): void => this.#see();
    addEventListener('message', (event) => this.#hear(event), { signal });
    for (const type of ['scroll', 'resize'])
      addEventListener(type, see, { signal, passive: true, capture: true });
    document.addEventListener('fullscreenchange', () => this.#tellFull(), { signal });
    const sizes = new ResizeObserver(see);
    for (const each of [document.documentElement, document.body, this]) sizes.observe(each);
    signal.addEventListener('abort', () => sizes.disconnect());
  }

  /** Fills the frame, and puts the picture that the story opens with over it. */
  #load(root: ShadowRoot, address: URL): void {
    const folder = address.href.replace(/[^/]*([?#].*)?$/, '');
    address.searchParams.set('embed', HOSTED);
    for (const name of OPTIONS) {
      const value = this.getAttribute(name);
      if (value !== null) address.searchParams.set(name, value);
    }
    const frame = document.createElement('iframe');
    frame.title = this.title || 'Map story';
    frame.loading = 'lazy';
    frame.allow = ALLOW;
    frame.sandbox.value = SANDBOX;
    frame.src = address.href;
    const cover = root.querySelector('img') as HTMLImageElement;
    cover.src = `${folder}cover${this.clientWidth < PHONE_BELOW ? '.phone' : ''}.svg`;
    // The page has the same picture, and is there, whether or not it has a story that answers.
    frame.onload = () => cover.remove();
    root.prepend(frame);
    this.#frame = frame;
    this.#cover = cover;
    this.#link = createHostLink(frame, address.origin);
  }

  #hear(event: MessageEvent): void {
    const message = this.#link?.hear(event);
    if (!message) return;
    this.#do(message);
    if (message.type === 'hello' || message.type === 'scroll') this.#see(true);
  }

  #do(message: GuestMessage): void {
    const tell = (detail?: unknown): void => {
      const how = { detail, bubbles: true, composed: true };
      this.dispatchEvent(new CustomEvent(`story-${message.type}`, how));
    };
    if (message.type === 'hello') {
      // Whoever was in the frame is gone.
      LegendaEmbed.#turns.end(this);
      this.#link?.say({ type: 'welcome', theme: this.#theme() });
    } else if (message.type === 'live') this.#turn(message.on);
    else if (message.type === 'height') this.#grow(message.height);
    else if (message.type === 'scroll') this.#scroll(message.top);
    else if (message.type === 'dwell') tell({ step: message.step, seconds: message.seconds });
    else tell(message.type === 'step' ? message.step : undefined);
  }

  #turn(wanted: boolean): void {
    if (wanted) this.#tellTurn(LegendaEmbed.#turns.ask(this));
    else LegendaEmbed.#turns.end(this);
  }

  #tellTurn(on: boolean): void {
    this.#link?.say({ type: 'live', on });
  }

  /** The page's colours and letters, where they are asked for. */
  #theme(): Theme {
    if (this.getAttribute('theme') !== 'page') return {};
    const style = getComputedStyle(this);
    const read = (name: string): string =>
      style.getPropertyValue(`--legenda-${name}`).trim().replace(/\s+/g, ' ');
    // The story itself leaves out what is no colour and no font.
    return Object.fromEntries(THEME_NAMES.map((name) => [name, read(name)]));
  }

  /**
   * Takes the story's height: the first time where nothing that is seen moves for it, if there is such a
   * place in the page.
   */
  #grow(asked: number): void {
    const most = Number(this.getAttribute('max-height'));
    const height = Math.min(asked, most > 0 ? most : TALLEST);
    const frame = this.#frame as HTMLIFrameElement;
    const { bottom } = frame.getBoundingClientRect();
    this.#waiting = height;
    if (this.#cover && bottom > 0 && bottom < windowHeight() && canLeave(bottom)) return;
    const grown = height - frame.offsetHeight;
    this.#waiting = undefined;
    frame.style.height = `${height}px`;
    this.#cover?.remove();
    this.#cover = undefined;
    if (bottom <= 0 && !holdsPlace()) scrollBy({ top: grown, behavior: 'instant' });
    this.#see();
  }

  /**
   * Scrolls as the story asks: for a reader who sees it, or was last in it. Who reads on elsewhere, and
   * turns the window, is not taken back to it.
   */
  #scroll(to: number): void {
    const { top, bottom, height } = (this.#frame as HTMLIFrameElement).getBoundingClientRect();
    const isSeen = bottom > 0 && top < windowHeight();
    if (!isSeen && !this.matches(':focus-within')) return;
    const line = Math.max(-windowHeight(), Math.min(to, height));
    scrollTo({ top: scrollY + top + line, behavior: 'instant' });
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
    // Far away once is enough: that it is.
    const said = isNear ? `${top} ${height}` : '';
    if (!again && said === this.#said) return;
    this.#said = said;
    this.#link?.say({ type: 'view', top: -top, height });
  }
}
