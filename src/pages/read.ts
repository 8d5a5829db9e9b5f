import './page.css';

/** The page is whole before it moves, so the script waits until its text and picture have been seen. */
const seen = new Promise((resolve) => {
  new PerformanceObserver(resolve).observe({ type: 'paint', buffered: true });
});

seen.then(async () => {
  const { defineElements } = await import('../elements/define.ts');
  defineElements();
  const said = new URLSearchParams(location.search);
  const story = document.querySelector('map-story');
  if (story && said.has('notes')) story.mode = 'notes';
  else if (story && (said.has('present') || said.has('kiosk'))) story.mode = 'present';
});
