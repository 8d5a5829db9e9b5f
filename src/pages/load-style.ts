import { createPauses } from '../net/pauses.ts';

/** True for a style sheet that has not come: some browsers have an empty one in its place. */
function isMissing({ sheet }: HTMLLinkElement): boolean {
  try {
    return !sheet?.cssRules.length;
  } catch {
    // One of another host tells nothing.
    return false;
  }
}

/** Puts a style sheet in the place of one that has not come; rejects where it does not come either. */
const loadAgain = (link: HTMLLinkElement): Promise<void> =>
  new Promise((resolve, reject) => {
    const next = link.cloneNode() as HTMLLinkElement;
    next.onload = () => {
      link.remove();
      resolve();
    };
    next.onerror = () => {
      next.remove();
      reject(new Error(`${link.href} could not be loaded.`));
    };
    link.after(next);
  });

/** Loads the page's style sheets that have not come, until they do: browsers ask for them once. */
export function loadMissingStyle(): void {
  const { persist } = createPauses();
  for (const link of document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')) {
    if (isMissing(link)) persist(() => loadAgain(link));
  }
}
