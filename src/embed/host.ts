import { LegendaEmbed } from './legenda-embed.ts';

declare global {
  interface HTMLElementTagNameMap {
    'legenda-embed': LegendaEmbed;
  }
}

if (!customElements.get('legenda-embed')) customElements.define('legenda-embed', LegendaEmbed);
