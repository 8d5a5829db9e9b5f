import { css } from 'lit';

/** How `<map-story>` lies on the screen of a class: the map fills it, a card stands beside or above. */
export const screenStyles = css`
  :host([mode='present']) {
    --legenda-bar-height: calc(var(--legenda-type) * 3.6);
    position: fixed;
    z-index: 2147483000;
    inset: 0;
    overflow: hidden;
    font-size: var(--legenda-type);
  }
  /* A swipe to the side goes on or back in the story, not in the browser's history. */
  :host([mode='present']),
  :host([mode='present']) .text {
    touch-action: pan-y pinch-zoom;
  }
  :host([mode='present']) .stage {
    position: absolute;
    inset: 0;
  }
  :host([mode='present']) .text {
    position: absolute;
    z-index: 2;
    top: var(--legenda-card-top);
    left: var(--legenda-card-left);
    width: var(--legenda-card-width);
    max-height: calc(100% - var(--legenda-card-top) * 2 - var(--legenda-bar-height));
    margin: 0;
    overflow: auto;
    scrollbar-width: thin;
    pointer-events: auto;
  }
  :host([mode='present']) .text:focus-visible {
    outline: 3px solid var(--legenda-ink);
    outline-offset: -3px;
  }
  :host([mode='present']) ::slotted(*) {
    --legenda-gap: 0;
    --legenda-track: 0;
    --legenda-rest: 0;
    pointer-events: auto;
  }
  :host([mode='present']) ::slotted([hidden]) {
    display: none !important;
  }
  :host([mode='present']) story-date,
  :host([mode='present']) story-legend {
    zoom: var(--legenda-zoom);
  }
  :host([mode='present']) story-date {
    top: 0.9rem;
    right: 1.2rem;
  }
  :host([mode='present']) story-legend {
    right: 1.2rem;
    bottom: calc(var(--legenda-bar-height) / var(--legenda-zoom) + 0.8rem);
    left: calc((var(--legenda-card-left) * 2 + var(--legenda-card-width)) / var(--legenda-zoom));
  }
  :host([mode='present'][card='headline']) story-legend,
  :host([mode='present'][card='none']) story-legend {
    left: 1.2rem;
  }
  :host([mode='present'][card='headline']) .text {
    width: 58%;
  }
  :host([mode='present']) .message,
  :host([mode='present']) .return {
    font-size: var(--legenda-type);
  }
  :host([mode='present']) .bar {
    position: absolute;
    right: 0;
    bottom: 0;
    left: 0;
    display: block;
    height: var(--legenda-bar-height);
    padding: 0 calc(var(--legenda-type) * 1.4);
  }
  :host([mode='present']) .bar:has(story-chart) {
    --legenda-chart-height: 0;
  }
  :host([mode='present']) .bar > story-timeline {
    zoom: var(--legenda-zoom);
  }
  :host([mode='present']) .bar > :not(story-timeline) {
    display: none;
  }
`;

/** What of a page's own style a presented story needs otherwise: its text is as large as the screen asks. */
export const cardStyles = css`
  :is(map-story[mode='present'], :host([mode='present'])) {
    --legenda-picture-height: 46vh;
    story-step p,
    story-step li {
      font-size: 1em;
      line-height: 1.42;
    }
    story-step h2 {
      margin-bottom: 0.5em;
      font-size: 1.5em;
    }
    story-step .kicker,
    story-step .sources,
    story-step .footnote-ref,
    header .invitation,
    header .site,
    header .teach,
    [slot='footer'] {
      display: none;
    }
    story-step .editors-note {
      font-size: 1em;
    }
    header[slot='header'] {
      width: auto;
      min-height: 0;
      margin: 0;
      padding: 1.2em 1.4em;
      background: color-mix(in srgb, #f7f1e1 94%, transparent);
      border-top: 3px solid;
    }
    header[slot='header']::before {
      display: none;
    }
    header > * {
      max-width: none;
    }
    header h1 {
      font-size: 2em;
    }
    header :is(.description, .kicker, .byline) {
      font-size: 1em;
    }
    [slot='credit'] {
      right: calc(var(--legenda-type) * 1.4);
      bottom: calc(var(--legenda-type) * 3.6);
      left: auto;
      white-space: nowrap;
      font-size: max(12px, calc(var(--legenda-type) * 0.5));
    }
  }
  :is(map-story[mode='present'][card='headline'], :host([mode='present'][card='headline'])) {
    story-step > :not(h2) {
      display: none;
    }
    story-step h2 {
      margin: 0;
    }
  }
`;

/** The card of a step that is presented: no room to scroll through, and the screen's size of type. */
export const stepStyles = css`
  :host {
    padding: 0;
  }
  .card {
    position: static;
    padding: 1.1em 1.4em 0.9em;
    font-size: var(--legenda-type);
  }
  .track,
  :host([moves]) .track {
    height: 0;
  }
`;

/** The legend of a presented map: what is on the map, and no settings. */
export const legendStyles = css`
  label,
  details:not(:has(li)) {
    display: none;
  }
`;
