import type { MarkdownIt, RendererRule, StateCore, Token } from 'markdown-it';

/** A core rule: a paragraph that holds only an image becomes a figure. */
export function figureRule(state: StateCore): void {
  const { tokens } = state;
  state.tokens = tokens.flatMap((token, index) => {
    const image = loneImage(token);
    if (image && tokens[index - 1]?.type === 'paragraph_open') {
      const figure = new state.Token('figure', 'figure', 0);
      figure.map = token.map;
      figure.level = token.level;
      figure.children = [image];
      figure.content = token.content;
      figure.block = true;
      return [figure];
    }
    const inFigure =
      (token.type === 'paragraph_open' && loneImage(tokens[index + 1])) ||
      (token.type === 'paragraph_close' && loneImage(tokens[index - 1]));
    return inFigure ? [] : [token];
  });
}

function loneImage(token: Token | undefined): Token | undefined {
  if (token?.type !== 'inline') return undefined;
  const visible = token.children?.filter(({ type, content }) => type !== 'text' || content.trim());
  return visible?.length === 1 && visible[0]?.type === 'image' ? visible[0] : undefined;
}

/** How a figure is written: the image, and a caption with the credit where there is either. */
export function renderFigure(markdown: MarkdownIt): RendererRule {
  return (tokens, index, options, env) => {
    const { escapeHtml } = markdown.utils;
    const image = tokens[index]!.children![0]!;
    const alt = markdown.renderer.renderInlineAsText(image.children ?? [], options, env);
    const src = escapeHtml(String(image.attrGet('src')));
    const credit = String(image.attrGet('credit') ?? '');
    const caption = [
      escapeHtml(String(image.attrGet('title') ?? '')),
      credit && `<span class="credit">${escapeHtml(credit)}</span>`,
    ].filter(Boolean);
    const figcaption = caption.length > 0 ? `<figcaption>${caption.join(' ')}</figcaption>` : '';
    const img = `<img src="${src}" alt="${escapeHtml(alt)}" loading="lazy">`;
    return `<figure>${img}${figcaption}</figure>\n`;
  };
}
