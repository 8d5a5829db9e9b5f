import { css } from 'lit';

/** How the teacher's window looks: dark ink on paper, to be read at arm's length. */
export const deskStyles = css`
  :host {
    --legenda-type: clamp(18px, min(1.36vw, 2.3vh), 44px);
    background: var(--legenda-paper);
  }
  button {
    padding: 0.25em 0.5em;
  }
  header {
    display: flex;
    flex-wrap: wrap;
    gap: 0.3em 1.6em;
    align-items: center;
    justify-content: space-between;
    padding: 0.55em 0.8em;
    border-bottom: 2px solid var(--legenda-ink);
  }
  .here {
    flex: 1 1 14em;
    min-width: 0;
  }
  .here b {
    font-family: var(--legenda-display);
  }
  .clock {
    display: flex;
    gap: 0.9em;
    align-items: center;
  }
  .clock dl {
    display: flex;
    gap: 1.1em;
  }
  .clock div {
    display: flex;
    flex-direction: column-reverse;
    line-height: 1.15;
  }
  .clock dt {
    color: var(--legenda-soft-ink);
    font-style: italic;
    white-space: nowrap;
  }
  .clock dd {
    font: 700 1.35em/1.1 var(--legenda-display);
    font-variant-numeric: lining-nums tabular-nums;
  }
  .class {
    display: flex;
    gap: 0.7em;
    align-items: center;
    max-width: 16em;
    line-height: 1.2;
  }
  .class b {
    display: block;
    color: var(--legenda-north);
    font-weight: 400;
    font-style: italic;
  }
  .class button {
    flex: none;
  }
  .stage-area {
    position: relative;
    overflow: hidden;
    background: var(--legenda-land);
    outline: 1px solid var(--legenda-rule);
  }
  .notice {
    position: absolute;
    z-index: 1;
    top: 0.5em;
    left: 50%;
    width: max-content;
    max-width: 92%;
    padding: 0.25em 0.7em;
    color: var(--legenda-paper);
    background: var(--legenda-ink);
    transform: translateX(-50%);
    pointer-events: none;
  }
  .moves {
    display: grid;
    grid-template-columns: minmax(min-content, 2fr) minmax(0, 5fr);
    gap: 0.5em;
  }
  .moves button {
    min-height: max(72px, 4em);
  }
  .forward strong {
    display: block;
    font: 700 1.5em/1.1 var(--legenda-display);
  }
  .forward i {
    display: block;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .tools {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    gap: 0.4em;
  }
  .notes {
    display: flex;
    flex-direction: column;
    min-height: 0;
  }
  .notes-head {
    display: flex;
    gap: 0.4em;
    align-items: center;
    padding-bottom: 0.4em;
    border-bottom: 1px solid var(--legenda-rule);
  }
  .notes-head h2 {
    flex: 1;
  }
  .notes-text {
    flex: 1;
    padding: 0.5em 0.3em 0.5em 0;
    overflow: auto;
  }
  .notes-text > * {
    margin: 0 0 0.6em;
  }
  .notes-text :is(ol, ul) {
    padding-left: 1.2em;
  }
  .notes-text li + li {
    margin-top: 0.35em;
  }
  .notes-text a {
    color: inherit;
  }
  .size-2 {
    font-size: 1.2em;
  }
  .size-3 {
    font-size: 1.45em;
  }
  .size-4 {
    font-size: 1.75em;
  }
  .size-5 {
    font-size: 2.1em;
  }
  .next h2 {
    padding-bottom: 0.4em;
    font-size: 1em;
  }
  .next i {
    color: var(--legenda-north);
    font-weight: 400;
  }
  .steps {
    overflow: auto;
    border-top: 1px solid var(--legenda-rule);
  }
  .steps ol {
    padding: 0.2em;
    list-style: none;
  }
  .steps button {
    display: grid;
    grid-template-columns: 1.7em 1fr;
    align-items: center;
    width: 100%;
    padding-left: 0.8em;
    border-color: transparent;
    text-align: left;
  }
  .steps button[aria-current] {
    background: var(--legenda-land);
    border-color: var(--legenda-ink);
    box-shadow: inset 0.3em 0 var(--legenda-ink);
  }
  .steps b {
    font-family: var(--legenda-display);
  }
`;
