import type { Token } from 'markdown-it';
import { checkFile, checkImage, type ImageContext } from './check-image.ts';
import { checkUnread } from './check-unread.ts';
import { isFileLink } from './file-address.ts';
import { createHtmlDepth } from './html-depth.ts';
import { filesInHtml } from './html-files.ts';
import type { IssueLog } from './issue-log.ts';
import type { Locator } from './locate.ts';
import { containerName, type ProseEnv } from './markdown.ts';
import type { Piece } from './parse-prose.ts';
import { findUnsafe, isSafeLink } from './sanitize.ts';
import { suggestion } from './suggest.ts';

const CONTAINERS = ['notes', 'editors-note'];
const AUTHOR_ATTRIBUTES = ['class', 'dir', 'lang', 'title'];

/** What prose is checked against. */
export interface ProseContext extends ImageContext {
  stepIds: Set<string>;
  footnoteIds: Set<string>;
  env: ProseEnv;
}

/** Reports the mistakes in the prose of one piece, whose step heading is not among `tokens`. */
export function checkProse({ tokens, locate }: Piece, context: ProseContext): void {
  const { log } = context;
  if (isTooDeep({ tokens, locate }, log)) return;
  for (const token of tokens) {
    if (token.type === 'heading_open') checkHeading(token, locate, log);
    else if (token.type === 'container_block_open') checkContainer(token, locate, log);
    else if (token.type === 'html_block') checkHtml(token, htmlBlockOffset(token, locate), context);
    else if (token.type === 'figure') {
      checkImage(token.children![0]!, locate.inline(token, token.children![0]!), context);
    }
    for (const child of token.type === 'inline' ? token.children! : []) {
      checkInline(child, { parent: token, locate, context });
    }
    for (const part of [token, ...(token.children ?? [])]) {
      checkAttributes(part, { locate, context });
    }
  }
}

/** The deepest that HTML elements stand in one another. */
const DEEPEST = 500;

/** True where elements are nested by the hundred, which is reported: to look into them takes long. */
function isTooDeep({ tokens, locate }: Piece, log: IssueLog): boolean {
  const depth = createHtmlDepth();
  const deep = tokens.find((token) =>
    [token, ...(token.children ?? [])].some(
      ({ type, content }) => type.startsWith('html_') && depth.read(content) > DEEPEST,
    ),
  );
  if (deep) log.report('html-too-deep', locate.block(deep), { most: String(DEEPEST) });
  return deep !== undefined;
}

interface InlinePlace {
  parent: Token;
  locate: Locator;
  context: ProseContext;
}

function checkInline(token: Token, { parent, locate, context }: InlinePlace): void {
  const { log, footnoteIds } = context;
  const at = () => locate.inline(parent, token);
  if (token.type === 'link_open') checkLink(String(token.attrGet('href')), at, context);
  else if (token.type === 'text') checkUnread(token, { parent, locate, log });
  else if (token.type === 'html_inline') checkHtml(token, at, context);
  else if (token.type === 'image') {
    const file = String(token.attrGet('src'));
    log.report('inline-image', at, { file });
    checkImage(token, at(), context);
  } else if (token.type === 'footnote_missing') {
    const id = String(token.meta?.label);
    const near = () => suggestion(id, footnoteIds, 'footnotes');
    log.report('undefined-footnote', at, { id, suggestion: near });
  }
}

function checkHeading(token: Token, locate: Locator, log: IssueLog): void {
  const at = () => locate.block(token);
  if (token.tag === 'h1') log.report('level-one-heading', at, {});
  if (token.tag === 'h2') log.report('nested-heading', at, {});
}

function checkContainer(token: Token, locate: Locator, log: IssueLog): void {
  const name = containerName(token);
  const at = () => locate.block(token);
  if (name === '') {
    log.report('stray-container-end', at, {});
    return;
  }
  if (!CONTAINERS.includes(name)) {
    const hint = () => suggestion(name, CONTAINERS, 'containers');
    log.report('unknown-container', at, { name, suggestion: hint });
  }
  const last = locate.lineText(token.map![1]).trim();
  if (!/^:{3,}$/.test(last)) log.report('unclosed-container', at, { name, fence: token.markup });
}

function checkLink(address: string, at: () => number, context: ProseContext): void {
  const { catalog, log, stepIds } = context;
  const step = /^#(.+)$/.exec(address)?.[1];
  if (!isSafeLink(address)) log.report('unsafe-link', at, { address });
  else if (step && !stepIds.has(step)) {
    log.report('unknown-step', at, {
      id: step,
      suggestion: () => suggestion(step, stepIds, 'steps'),
    });
  } else if (isFileLink(address)) checkFile(address, { use: 'download', at, catalog, log });
}

function checkHtml(
  token: Token,
  offsetOf: (what: string) => number,
  { catalog, log }: ProseContext,
): void {
  for (const { address, use } of filesInHtml(token.content)) {
    checkFile(address, { use, at: () => offsetOf(address), catalog, log });
  }
  for (const what of findUnsafe(token.content)) {
    const file = /^src="(.*)"$/.exec(what)?.[1];
    if (file === undefined)
      log.report('unsafe-html', () => offsetOf(what), { what: `\`${what}\`` });
    else log.report('remote-image', () => offsetOf('src='), { file });
  }
}

function htmlBlockOffset(token: Token, locate: Locator): (what: string) => number {
  return (what) => {
    const at = token.content.toLowerCase().indexOf(what.replace(/>$/, '').toLowerCase());
    const before = token.content.slice(0, Math.max(0, at)).split('\n');
    const line = (token.map?.[0] ?? 0) + before.length - 1;
    const text = locate.lineText(line);
    const lineStart = locate.line(line) - Math.max(0, text.search(/\S/));
    return at < 0 ? locate.block(token) : lineStart + before.at(-1)!.length;
  };
}

function checkAttributes(
  token: Token,
  { locate, context }: { locate: Locator; context: ProseContext },
): void {
  for (const { inline, token: braces, attributes } of context.env.braces.get(token) ?? []) {
    for (const [name] of attributes) {
      if (AUTHOR_ATTRIBUTES.includes(name)) continue;
      if (name === 'credit' && token.type === 'image') continue;
      const at = (): number => {
        const inside = braces.content.indexOf(name === 'id' ? '#' : name);
        return locate.inContent(
          inline,
          (context.env.positions.get(braces) ?? 0) + Math.max(0, inside),
        );
      };
      context.log.report('unknown-attribute', at, { name });
    }
  }
}
