import { css } from 'lit';

/** A dialog over the lesson: a sheet of paper with its heading and a button that closes it. */
export const dialogStyles = css`
  :host {
    display: contents;
  }
  dialog {
    width: fit-content;
    max-width: min(96vw, 120em);
    max-height: 94vh;
    padding: 0;
    overflow: auto;
    overscroll-behavior: contain;
    scroll-padding-top: 5em;
    color: var(--legenda-ink);
    background: var(--legenda-paper);
    border: 0;
    border-top: 0.18em solid var(--legenda-ink);
    box-shadow: 0 0.6em 2em rgb(47 40 34 / 30%);
  }
  dialog::backdrop {
    background: rgb(47 40 34 / 55%);
  }
  .sheet {
    padding: 0 1.4em 1.4em;
    outline: 0;
    box-shadow: none;
  }
  header {
    position: sticky;
    z-index: 1;
    top: 0;
    display: flex;
    gap: 0.4em 1.2em;
    align-items: center;
    margin: 0 -1.4em;
    padding: 0.7em 1.4em;
    background: var(--legenda-paper);
  }
  header .aside {
    color: var(--legenda-soft-ink);
    font-style: italic;
  }
  header button {
    flex: none;
    margin-left: auto;
  }
  @media (max-width: 719.98px) {
    header .aside {
      display: none;
    }
  }
`;
