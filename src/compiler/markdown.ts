import createParser, {
  type Env,
  type MarkdownIt,
  type StateCore,
  type StateInline,
  type Token,
} from 'markdown-it';
import container from 'markdown-it-container';
import footnote from 'markdown-it-footnote';
import { attributes, type Braces } from './attributes.ts';
import { figureRule, renderFigure } from './figures.ts';

/** What one parse leaves beside its tokens, and what rendering is told. */
export interface ProseEnv extends Env {
  /** Where in its inline content each inline token begins. */
  positions: Map<Token, number>;
  /** What authors wrote in braces, by the token that it belongs to. */
  braces: Map<Token, Braces[]>;
  /** The step that is rendered; part of the ids of footnote references. */
  stepId?: string;
  /** Numbers of the footnotes by label. */
  numbers?: Map<string, number>;
  /** How often each footnote was referred to in this step so far. */
  referred?: Map<string, number>;
}

/** An empty environment for parsing. */
export function createProseEnv(): ProseEnv {
  return { positions: new Map(), braces: new Map() };
}

/** The Markdown parser of stories: CommonMark, tables, containers, footnotes, attributes, figures. */
export function createMarkdown(): MarkdownIt {
  const markdown = new createParser({ html: true });
  // Forbidden addresses must become tokens, so that they can be reported; the sanitiser drops them.
  markdown.validateLink = () => true;
  markdown.use(container, 'block', { validate: () => true, render: renderContainer });
  markdown.use(footnote);
  markdown.use(attributes);
  markdown.core.ruler.disable('footnote_tail');
  markdown.inline.ruler.disable('footnote_inline');
  markdown.inline.ruler.after('footnote_ref', 'footnote_missing', missingFootnote);
  markdown.core.ruler.push('figure', figureRule);
  markdown.core.ruler.push('table_align', tableAlignRule);
  markdown.renderer.rules.footnote_ref = renderReference;
  markdown.renderer.rules.footnote_missing = (tokens, index) =>
    markdown.utils.escapeHtml(tokens[index]!.content);
  markdown.renderer.rules.figure = renderFigure(markdown);
  markdown.inline.State = trackPositions(markdown.inline.State);
  return markdown;
}

/** The name of a container, from what follows its colons. */
export function containerName(token: Token): string {
  return token.info.trim().split(/\s+/)[0] ?? '';
}

function trackPositions(Base: typeof StateInline): typeof StateInline {
  return class extends Base {
    override push(type: string, tag: string, nesting: -1 | 0 | 1): Token {
      const token = super.push(type, tag, nesting);
      (this.env as ProseEnv).positions.set(token, this.pos);
      return token;
    }
  };
}

/** Table cells are aligned by a class, since `style` attributes are not allowed. */
function tableAlignRule(state: StateCore): void {
  for (const token of state.tokens) {
    const align = /^text-align:(\w+)$/.exec(String(token.attrGet('style') ?? ''))?.[1];
    if (!align) continue;
    token.attrs = token.attrs!.filter(([name]) => name !== 'style');
    token.attrJoin('class', `align-${align}`);
  }
}

function missingFootnote(state: StateInline, silent: boolean): boolean {
  const match = /^\[\^([^\]\s]+)\]/.exec(state.src.slice(state.pos, state.posMax));
  if (!match) return false;
  if (!silent) {
    const token = state.push('footnote_missing', '', 0);
    token.content = match[0];
    token.meta = { label: match[1] };
  }
  state.pos += match[0].length;
  return true;
}

function renderContainer(tokens: Token[], index: number): string {
  const token = tokens[index]!;
  if (token.nesting === -1) return '</div>\n';
  return '<div class="editors-note">\n';
}

function renderReference(tokens: Token[], index: number, _options: unknown, env?: Env): string {
  const { stepId = '', numbers, referred } = env as ProseEnv;
  const label = String(tokens[index]!.meta?.label);
  const number = numbers?.get(label) ?? 0;
  const times = (referred?.get(label) ?? 0) + 1;
  referred?.set(label, times);
  const id = `${stepId}-${label}`;
  const again = times > 1 ? `-${times}` : '';
  return (
    `<sup class="footnote-ref"><a href="#fn-${id}" id="fnref-${id}${again}"` +
    ` role="doc-noteref" aria-label="Footnote ${number}">${number}</a></sup>`
  );
}
