import './page.css';
import { keepLoading } from '../net/load-part.ts';
import { loadMissingStyle } from './load-style.ts';

const said = new URLSearchParams(location.search);
const isEmbedded = said.has('embed') && window.parent !== window;

/**
 * The page is whole before it moves, so the script waits until its text and picture have been seen. In a
 * frame that nobody sees yet, nothing is painted.
 */
const ready = isEmbedded
  ? keepLoading('The story', () => import('../embed/guest.ts')).then(({ meetHost }) =>
      meetHost(location.search),
    )
  : new Promise<undefined>((resolve) => {
      new PerformanceObserver(() => resolve(undefined)).observe({ type: 'paint', buffered: true });
    });

addEventListener('load', loadMissingStyle);

ready.then(async (guest) => {
  const { defineElements } = await keepLoading('The map', () => import('../elements/define.ts'));
  defineElements();
  const story = document.querySelector('map-story');
  if (!story) return;
  guest?.begin(story);
  if (said.has('notes')) story.mode = 'notes';
  else if (said.has('present') || said.has('kiosk')) story.mode = 'present';
});
