/** Puts a style sheet, as lit's `css` makes it, on a document or a shadow root; returns what takes it off. */
export function adopt(root: DocumentOrShadowRoot, sheet: object): () => void {
  const { styleSheet } = sheet as { styleSheet?: CSSStyleSheet };
  const own = styleSheet ?? (sheet as CSSStyleSheet);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, own];
  return () => {
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((each) => each !== own);
  };
}
