import type { MarkdownIt, RendererRule, StateCore, Token } from 'markdown-it';
import { joined, type Markup, markup } from '../core/markup.ts';
import { isFilm } from './file-kinds.ts';

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

/** An image, or a film that plays when asked to. */
function writeMedia(src: string, alt: string): Markup {
  if (!isFilm(src)) return markup`<img src="${src}" alt="${alt}" loading="lazy">`;
  return markup`<video src="${src}" aria-label="${alt}" controls preload="metadata" playsinline></video>`;
}

/** How an image in a paragraph is written, which may be a film. */
export function renderImage(markdown: MarkdownIt): RendererRule {
  const plain = markdown.renderer.rules.image!;
  return (tokens, index, options, env, self) => {
    const image = tokens[index]!;
    const src = String(image.attrGet('src'));
    if (!isFilm(src)) return plain(tokens, index, options, env, self);
    const alt = markdown.renderer.renderInlineAsText(image.children ?? [], options, env);
    return String(writeMedia(src, alt));
  };
}

/** How a figure is written: the image, and a caption with the credit where there is either. */
export function renderFigure(markdown: MarkdownIt): RendererRule {
  return (tokens, index, options, env) => {
    const image = tokens[index]!.children![0]!;
    const alt = markdown.renderer.renderInlineAsText(image.children ?? [], options, env);
    const src = String(image.attrGet('src'));
    const credit = String(image.attrGet('credit') ?? '');
    const title = String(image.attrGet('title') ?? '');
    const caption = [
      title && markup`${title}`,
      credit && markup`<span class="credit">${credit}</span>`,
    ];
    const words = joined(caption, ' ');
    const figcaption = words && markup`<figcaption>${words}</figcaption>`;
    return String(markup`<figure>${writeMedia(src, alt)}${figcaption}</figure>\n`);
  };
}
