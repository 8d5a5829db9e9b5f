import { css } from 'lit';

/** What all that stands over the map has: its type, its buttons and the sheets of stills. */
export const sheetStyles = css`
  :host {
    --legenda-type: clamp(18px, min(1.46vw, 2.6vh), 64px);
    font: 400 var(--legenda-type) / 1.4 var(--legenda-text);
    font-variant-numeric: lining-nums;
    overflow-wrap: break-word;
  }
  h1,
  h2,
  p,
  ol,
  dl,
  dd {
    margin: 0;
  }
  h1,
  h2 {
    font: 700 1.35em/1.15 var(--legenda-display);
    text-wrap: balance;
  }
  button {
    min-width: 48px;
    min-height: max(48px, 1.75em);
    padding: 0.3em 0.9em;
    color: var(--legenda-ink);
    background: var(--legenda-paper);
    border: 1px solid var(--legenda-soft-ink);
    border-radius: 2px;
    font: inherit;
    line-height: 1.15;
    cursor: pointer;
    touch-action: manipulation;
  }
  button:hover {
    background: var(--legenda-land);
  }
  button.strong,
  button[aria-pressed='true'] {
    color: var(--legenda-paper);
    background: var(--legenda-ink);
    border-color: var(--legenda-ink);
  }
  button.strong:hover,
  button[aria-pressed='true']:hover {
    background: var(--legenda-neutral);
  }
  button[aria-disabled='true'] {
    color: var(--legenda-soft-ink);
    background: none;
    border-style: dashed;
    cursor: default;
  }
  button.strong[aria-disabled='true'] {
    background: var(--legenda-land);
  }
  .still {
    display: block;
    aspect-ratio: 8 / 5;
    overflow: hidden;
    background: var(--legenda-land);
    border: 1px solid var(--legenda-rule);
  }
  .still img {
    display: block;
    width: 100%;
    height: 100%;
    object-fit: cover;
  }
  .said {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: 0;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
