import { css } from 'lit';

/** What the dialog that shares a story has in all of its parts: type, fields and buttons. */
export const sharingStyles = css`
  :host {
    display: block;
    font: 1rem/1.4 var(--legenda-text);
    font-variant-numeric: lining-nums;
  }
  p,
  h2,
  h3,
  figure,
  fieldset {
    margin: 0;
  }
  button,
  .button {
    display: inline-block;
    min-height: 44px;
    padding: 0.5rem 1.1rem;
    color: var(--legenda-ink);
    background: var(--legenda-paper);
    border: 1px solid var(--legenda-soft-ink);
    font: inherit;
    line-height: 1.4;
    cursor: pointer;
  }
  button:hover {
    background: var(--legenda-land);
  }
  button[aria-disabled='true'] {
    color: var(--legenda-soft-ink);
    border-style: dashed;
    cursor: default;
  }
  input:not([type]),
  select,
  textarea {
    width: 100%;
    min-height: 44px;
    padding: 0.5rem 0.6rem;
    color: inherit;
    background: #fffdf6;
    border: 1px solid var(--legenda-soft-ink);
    border-radius: 0;
    font: inherit;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    align-items: center;
  }
  [role='status'] {
    min-height: 1.4em;
    font-style: italic;
  }
  .note + .row {
    margin-top: 0.6rem;
  }
  .note {
    color: var(--legenda-soft-ink);
  }
`;
