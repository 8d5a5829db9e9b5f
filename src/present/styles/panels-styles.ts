import { css } from 'lit';

/** What lies over the map of the class's window: cover, questions, notice and the button that pauses. */
export const panelsStyles = css`
  :host {
    position: fixed;
    z-index: 10;
    inset: 0;
    display: block;
    pointer-events: none;
  }
  :host > * {
    pointer-events: auto;
  }
  .cover {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    padding: 0;
    border: 0;
    border-radius: 0;
    cursor: none;
  }
  .cover.black,
  .cover.black:hover {
    background: #000;
  }
  .cover.white,
  .cover.white:hover {
    background: #fff;
  }
  .cover:focus-visible {
    outline: 3px solid #767676;
    outline-offset: -6px;
    box-shadow: none;
  }
  .top {
    position: absolute;
    top: var(--legenda-panels-top, 0.8em);
    left: 50%;
    display: grid;
    justify-items: center;
    gap: 0.5em;
    width: max-content;
    max-width: 80vw;
    transform: translateX(-50%);
    pointer-events: none;
  }
  .notice {
    padding: 0.35em 0.9em;
    color: var(--legenda-paper);
    background: var(--legenda-ink);
    text-align: center;
  }
  .top button {
    pointer-events: auto;
    box-shadow: 0 0.2em 0.8em rgb(47 40 34 / 25%);
  }
  svg {
    width: 0.8em;
    height: 0.8em;
    margin-right: 0.35em;
    fill: currentColor;
  }
  .questions {
    position: absolute;
    right: 0;
    bottom: var(--legenda-questions-bottom, 0px);
    left: 0;
    display: grid;
    grid-template-columns: minmax(0, 34em) auto;
    gap: 0.2em 1.6em;
    justify-content: center;
    max-height: 64vh;
    padding: 0.9em 1.6em 1.1em;
    overflow: auto;
    background: var(--legenda-paper);
    border-top: 0.14em solid var(--legenda-ink);
    box-shadow: 0 -0.3em 1.2em rgb(47 40 34 / 25%);
    font-size: 1.3em;
    line-height: 1.32;
  }
  .questions h2 {
    font: italic 400 1em/1.2 var(--legenda-display);
    color: var(--legenda-north);
  }
  .questions .text {
    grid-column: 1;
    text-wrap: pretty;
  }
  .questions button {
    grid-area: 1 / 2 / span 2 / auto;
    align-self: start;
    font-size: max(0.77em, 18px);
  }
  .questions ol,
  .questions ul {
    padding-left: 1.3em;
  }
  .questions li + li,
  .questions p + p,
  .questions ol + ol {
    margin-top: 0.45em;
  }
  .questions a {
    color: inherit;
  }
`;
