/** The frame above grows late, as advertisements do: when its reader is long in the article. */
const GROWS_AFTER = 2500;

setTimeout(() => document.querySelector('#advert')?.classList.add('late'), GROWS_AFTER);
