import { css } from 'lit';

/** How `<map-story>` lays out stage, text and bar: a card beside the map, or under it on a phone. */
export const mapStoryStyles = css`
  :host {
    --legenda-bar-height: 72px;
    position: relative;
    display: block;
    direction: ltr;
    background: var(--legenda-land);
  }
  .stage {
    position: sticky;
    z-index: 0;
    top: 0;
    height: var(--legenda-stage-height, 100vh);
  }
  story-stage {
    position: absolute;
    inset: 0;
    isolation: isolate;
  }
  .text {
    position: relative;
    z-index: 1;
    width: var(--legenda-card-width, 26rem);
    margin-top: calc(-1 * var(--legenda-stage-height, 100vh));
    margin-left: var(--legenda-card-left, 2rem);
    pointer-events: none;
  }
  ::slotted(*) {
    --legenda-gap: 62vh;
    pointer-events: none;
  }
  ::slotted([slot='header']),
  ::slotted([slot='footer']) {
    pointer-events: auto;
  }
  story-date {
    position: absolute;
    top: 1.25rem;
    right: 2.5rem;
    width: 50%;
    height: 5rem;
    contain: strict;
    will-change: transform;
    pointer-events: none;
  }
  story-legend {
    position: absolute;
    right: 2.5rem;
    bottom: calc(var(--legenda-bar-height) + 1.05rem);
    left: calc(var(--legenda-card-left) + var(--legenda-card-width) + 2rem);
  }
  .message {
    position: absolute;
    top: 38%;
    right: 2.5rem;
    max-width: 34rem;
    line-height: 1.45;
  }
  .notice {
    position: absolute;
    top: 10.8rem;
    right: 2.5rem;
    max-width: 22rem;
    font-size: 0.95rem;
    line-height: 1.4;
  }
  .notice p,
  .message p {
    margin: 0;
    padding: 0.9rem 1.2rem;
    background: var(--legenda-paper);
    border: 1px solid var(--legenda-rule);
    border-left: 4px solid var(--legenda-north);
  }
  .notice p {
    padding: 0.55rem 0.9rem;
    border-left-color: var(--legenda-soft-ink);
  }
  .notice button,
  .message button {
    min-height: 24px;
    margin-left: 0.3rem;
    padding: 0.1rem 0.7rem;
    font: inherit;
    color: var(--legenda-paper);
    background: var(--legenda-ink);
    border: 0;
    cursor: pointer;
  }
  .notice p {
    padding: 0.55rem 0.9rem;
    border-left-color: var(--legenda-soft-ink);
  }
  .return {
    position: absolute;
    top: 7.2rem;
    right: 2.5rem;
    min-height: 44px;
    padding: 0.5rem 1.1rem;
    color: var(--legenda-paper);
    background: var(--legenda-ink);
    border: 0;
    font: 1rem var(--legenda-text);
    cursor: pointer;
  }
  ::slotted([slot='credit']) {
    position: absolute;
    right: 2.5rem;
    left: calc(var(--legenda-card-left) + var(--legenda-card-width) + 2rem);
    text-align: right;
    bottom: calc(var(--legenda-bar-height) - 0.1rem);
    pointer-events: auto;
  }
  .bar {
    position: sticky;
    z-index: 3;
    bottom: 0;
    display: grid;
    grid-template: 44px auto / 1fr auto;
    column-gap: 1rem;
    align-content: center;
    height: var(--legenda-bar-height);
    padding: 0 2.2rem;
    overflow-x: clip;
    background: linear-gradient(transparent, color-mix(in srgb, var(--legenda-paper) 97%, transparent) 12%);
  }
  .bar:has(story-chart) {
    --legenda-chart-height: 24px;
  }
  story-chart {
    grid-area: 2 / 1 / auto / -1;
    height: var(--legenda-chart-height);
  }
  :where(.share) {
    all: unset;
    grid-area: 2 / 2;
    font: 0.875rem/24px var(--legenda-display);
    text-align: center;
    text-decoration: underline;
    cursor: pointer;
  }
  story-chart ~ .share {
    margin-left: 50%;
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
  @media (max-width: 719.98px) {
    .stage {
      z-index: 2;
      box-shadow: 0 3px var(--legenda-ink);
    }
    .text {
      width: auto;
      margin: 0;
      background: var(--legenda-paper);
      pointer-events: auto;
    }
    ::slotted(*) {
      --legenda-gap: 34vh;
    }
    story-date {
      top: 0.7rem;
      right: auto;
      left: 1rem;
      width: 80%;
    }
    story-legend {
      right: auto;
      bottom: 1.8rem;
      left: 0.6rem;
      max-width: 17rem;
    }
    ::slotted([slot='credit']) {
      right: 0;
      bottom: 0;
      left: 0;
    }
    .return {
      top: auto;
      right: 0.6rem;
      bottom: 2.8rem;
    }
    .message {
      top: auto;
      right: 1rem;
      bottom: 30%;
      left: 1rem;
    }
    .notice {
      top: auto;
      right: 0.6rem;
      bottom: 6.2rem;
      left: 0.6rem;
      max-width: none;
    }
    .bar {
      padding: 0 0.4rem 0 0.9rem;
      background: var(--legenda-paper);
      border-top: 1px solid var(--legenda-rule);
    }
  }
`;
