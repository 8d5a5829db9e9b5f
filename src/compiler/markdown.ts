import createParser, {
  type Env,
  type MarkdownIt,
  type StateCore,
  type StateInline,
  type Token,
} from 'markdown-it';
import container from 'markdown-it-container';
import footnote from 'markdown-it-footnote';
import { markup } from '../core/markup.ts';
import { attributes, type Braces } from './attributes.ts';
import { figureRule, renderFigure, renderImage } from './figures.ts';

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
  markdown.inline.ruler.at('footnote_ref', footnoteReference);
  markdown.core.ruler.push('figure', figureRule);
  markdown.core.ruler.push('table_align', tableAlignRule);
  markdown.renderer.rules.footnote_ref = renderReference;
  markdown.renderer.rules.footnote_missing = (tokens, index) =>
    String(markup`${tokens[index]!.content}`);
  markdown.renderer.rules.figure = renderFigure(markdown);
  markdown.renderer.rules.image = renderImage(markdown);
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

/** A reference to a footnote: the name has an end, or each bracket would be followed to the end of the text. */
const REFERENCE = /\[\^([^\]\s]{1,200})\]/y;

/** An inline rule: a reference to a footnote, or to one that is missing. */
function footnoteReference(state: StateInline, silent: boolean): boolean {
  REFERENCE.lastIndex = state.pos;
  const [whole = '', label] = REFERENCE.exec(state.src) ?? [];
  if (label === undefined || state.pos + whole.length > state.posMax) return false;
  if (!silent) {
    const { footnotes } = state.env as { footnotes?: { refs?: Record<string, unknown> } };
    const isThere = footnotes?.refs !== undefined && Object.hasOwn(footnotes.refs, `:${label}`);
    const token = state.push(isThere ? 'footnote_ref' : 'footnote_missing', '', 0);
    token.content = isThere ? '' : whole;
    token.meta = { label };
  }
  state.pos += whole.length;
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
  return String(
    markup`<sup class="footnote-ref"><a href="#fn-${id}" id="fnref-${id}${again}" role="doc-noteref" aria-label="Footnote ${number}">${number}</a></sup>`,
  );
}
