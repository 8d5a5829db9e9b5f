/** The address of a story's file (`src`) by which all windows know it, without query and hash. */
export function storyAddress(src: string): string {
  // A file that the page has made itself has another address in each window.
  const file = src.startsWith('blob:') ? location.href : src;
  return new URL(file, document.baseURI).href.replace(/[?#].*/, '');
}

/** The name of the window that presenting opens beside another, to show this story. */
export function windowName(mode: 'present' | 'notes', src: string): string {
  return `legenda-${mode} ${storyAddress(src)}`;
}

/**
 * How presenting wants this story to be shown, where it has opened this window; `undefined` where it has
 * not, or the window was left since, or is on another page by now.
 */
export function openedMode(src: string): 'present' | 'notes' | undefined {
  const said = new URLSearchParams(location.search);
  const modes = ['notes', 'present'] as const;
  return modes.find((mode) => said.has(mode) && window.name === windowName(mode, src));
}
