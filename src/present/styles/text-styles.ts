import { css, unsafeCSS } from 'lit';
import textParts from '../../elements/styles/text-parts.css?inline';

/** How notes and questions look: as text on a card does, in the present window's own size of type. */
export const textStyles = css`
  ${unsafeCSS(textParts)}
  :host {
    --legenda-picture-height: 46vh;
    --rule: var(--legenda-rule);
    --ink: var(--legenda-ink);
    --soft-ink: var(--legenda-soft-ink);
    --display: var(--legenda-display);
  }
`;
