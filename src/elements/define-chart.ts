import { StoryChart } from './story-chart.ts';

declare global {
  interface HTMLElementTagNameMap {
    'story-chart': StoryChart;
  }
}

/** Registers `<story-chart>`, if it is not; loaded only where a story has a chart. */
export function defineChart(): void {
  if (!customElements.get('story-chart')) customElements.define('story-chart', StoryChart);
}
