import { css, unsafeCSS } from 'lit';
import { palette } from '../../core/palette.ts';

const properties = Object.entries(palette)
  .map(([name, value]) => {
    const kebab = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    return `--legenda-${kebab}: ${value};`;
  })
  .join('');

/** The palette and the type as custom properties. A page that sets them on `<map-story>` comes before. */
export const paletteStyles = css`
  :host {
    ${unsafeCSS(properties)}
    --legenda-display: 'Old Standard TT', 'Old Standard', Georgia, serif;
    --legenda-text: 'Source Serif 4', Georgia, serif;
  }
`;

/** What every element's shadow root begins with. */
export const tokens = css`
  :host {
    box-sizing: border-box;
    color: var(--legenda-ink);
    font-family: var(--legenda-text);
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  [hidden] {
    display: none !important;
  }
  :focus-visible {
    outline: 2.5px solid var(--legenda-ink);
    outline-offset: 2px;
    box-shadow: 0 0 0 2px var(--legenda-paper);
  }
`;
