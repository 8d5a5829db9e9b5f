/**
 * Lets links to notes and back lead to their place in a shadow root, where an address cannot: the note is
 * brought into sight, its list opened, and it takes the focus.
 */
export function followNotes(root: ShadowRoot): void {
  root.addEventListener('click', (event) => {
    const [clicked] = event.composedPath();
    const link = clicked instanceof Element ? clicked.closest('a[href^="#"]') : null;
    const id = decodeURIComponent(link?.getAttribute('href')?.slice(1) ?? '');
    const target = id ? root.getElementById(id) : null;
    // A step is the address's to lead to, as everywhere.
    if (!target || target.localName === 'story-step') return;
    event.preventDefault();
    const list = target.closest('details');
    if (list) list.open = true;
    target.tabIndex = -1;
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: 'nearest' });
  });
}
