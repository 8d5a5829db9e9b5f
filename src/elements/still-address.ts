/** The address of a step's still; empty or `undefined` where there is none. */
export type StillOf = (stepId: string) => string | undefined;

/** Where the page's own picture of a step is: a page that is one file has no folder with stills. */
const stillInPage: StillOf = (stepId) => {
  const figure = document.querySelector(`map-story > figure[data-step="${CSS.escape(stepId)}"]`);
  return figure?.querySelector<HTMLImageElement>('img:not(.wide)')?.src;
};

/**
 * Where stills are that lie beside the story's file, which is at `src`; none where that is empty. A file
 * that the page has made itself (`blob:`) has nothing beside it: then the stills are those of the page.
 * With `#map` at its end an address leaves out date, legend and credit.
 */
export function stillsBeside(src: string | undefined): StillOf {
  if (!src) return () => undefined;
  if (src.startsWith('blob:')) return stillInPage;
  const folder = new URL('.', new URL(src, document.baseURI)).href;
  return (stepId) => `${folder}still/${encodeURIComponent(stepId)}.svg#map`;
}
