import { css } from 'lit';

/** Where things lie on the desk: three columns, or one column under a map that stays. */
export const deskLayout = css`
  :host {
    display: grid;
    grid-template: auto minmax(0, 1fr) auto auto / minmax(0, 46fr) minmax(0, 31fr) minmax(0, 23fr);
    grid-template-areas:
      'head head head'
      'stage notes side'
      'moves notes side'
      'tools notes side';
    gap: 0.7em;
    height: 100dvh;
    padding: 0 0.8em 0.8em;
    overflow: hidden;
  }
  header {
    grid-area: head;
    margin: 0 -0.8em;
  }
  .stage-area {
    grid-area: stage;
  }
  .moves {
    grid-area: moves;
  }
  .rest {
    display: contents;
  }
  .notes {
    grid-area: notes;
  }
  .tools {
    grid-area: tools;
  }
  .side {
    display: flex;
    flex-direction: column;
    grid-area: side;
    gap: 0.7em;
    min-height: 0;
  }
  @media (max-width: 899.98px), (max-height: 559.98px) {
    :host {
      grid-template: auto auto auto minmax(0, 1fr) / minmax(0, 1fr);
      grid-template-areas: 'head' 'stage' 'moves' 'rest';
      gap: 0.5em;
      padding-bottom: 0;
    }
    .stage-area {
      height: min(56vw, 34dvh);
      margin: -0.5em -0.8em 0;
    }
    .rest {
      display: grid;
      grid-area: rest;
      grid-template: none / minmax(0, 1fr);
      gap: 0.8em;
      align-content: start;
      margin: 0 -0.8em;
      padding: 0.3em 0.8em 1em;
      overflow: auto;
      border-top: 1px solid var(--legenda-rule);
    }
    .notes,
    .tools,
    .side {
      grid-area: auto;
    }
    .notes,
    .side {
      min-height: auto;
    }
    .notes-text,
    .steps {
      overflow: visible;
    }
    .clock,
    .clock dl {
      flex-wrap: wrap;
      gap: 0.3em 0.6em;
    }
  }
  @media (max-height: 559.98px) {
    :host {
      display: block;
      overflow: auto;
    }
    .stage-area,
    .moves {
      margin-bottom: 0.5em;
    }
    .rest {
      overflow: visible;
    }
  }
`;
