import './page.css';

/** The page is whole before it moves, so the script waits until its text and picture have been seen. */
const seen = new Promise((resolve) => {
  new PerformanceObserver(resolve).observe({ type: 'paint', buffered: true });
});

seen.then(async () => {
  const { defineElements } = await import('../elements/define.ts');
  defineElements();
});
