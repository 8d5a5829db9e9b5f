import { css } from 'lit';

/** Where the map of `<map-story>` lies on a teacher's desk: in the place that the desk keeps for it. */
export const deskStageStyles = css`
  :host([mode='notes']) {
    position: fixed;
    z-index: 2147483000;
    inset: 0;
    overflow: hidden;
  }
  :host([mode='notes']) presenter-desk {
    position: absolute;
    inset: 0;
  }
  :host([mode='notes']) .stage {
    position: fixed;
    z-index: 1;
    top: var(--legenda-desk-top);
    left: var(--legenda-desk-left);
    width: var(--legenda-desk-width);
    height: var(--legenda-desk-height);
    overflow: hidden;
    box-shadow: none;
  }
  :host([mode='notes']) :is(.text, .bar, story-date, story-legend, slot[name='credit']) {
    display: none;
  }
`;
