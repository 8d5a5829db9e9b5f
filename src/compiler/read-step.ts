import type { Token } from 'markdown-it';
import type { IssueLog } from './issue-log.ts';
import type { Locator } from './locate.ts';
import type { Piece } from './parse-prose.ts';
import { type StepBlock, stepSchema } from './schema.ts';
import { KEBAB } from './schema-values.ts';
import { slug } from './slug.ts';
import type { Source } from './source.ts';
import { nearest } from './suggest.ts';
import { validate } from './validate.ts';
import { readYaml, type YamlBlock } from './yaml-block.ts';

/** A step as it was read, before anything it names is looked up. */
export interface StepDraft {
  id: string;
  title: string;
  /** Offset of the id, or of the heading where the id comes from the title. */
  idAt: number;
  /** Offset of the heading. */
  at: number;
  /** The YAML; absent where there is none that can be read. */
  yaml: YamlBlock | undefined;
  /** What is sound of the step block. */
  block: Partial<StepBlock>;
  /** The prose, without heading and step block. */
  tokens: Token[];
  locate: Locator;
}

/** Reads a step's heading and block, and reports what is wrong with their form. */
export function readStep({ tokens, locate }: Piece, source: Source, log: IssueLog): StepDraft {
  const close = tokens.findIndex(({ type }) => type === 'heading_close');
  const heading = readHeading(tokens.slice(0, close + 1), locate, log);
  const body = tokens.slice(close + 1);
  const fence = findBlock(body, { locate, source, log, step: heading.id || heading.title });
  const yaml = fence && readYaml(locate.fence(fence), EXPECTED, log);
  const block = yaml ? validate(yaml, { schema: stepSchema, where: EXPECTED.where, log }) : {};
  const prose = body.filter((token) => !isStepFence(token));
  return { ...heading, yaml, block, tokens: prose, locate };
}

const EXPECTED = { where: 'The step block', example: 'camera: { bounds: [124, 34, 130, 43] }' };

function readHeading(tokens: Token[], locate: Locator, log: IssueLog) {
  const at = locate.line(0);
  const inline = tokens.find(({ type }) => type === 'inline');
  const title = plainText(inline, locate, log);
  const given = tokens[0]?.attrGet('id');
  const id = given === null || given === undefined ? slug(title) : String(given);
  const brace = locate.lineText(0).lastIndexOf('{');
  const column = locate.lineText(0).indexOf('#', Math.max(0, brace));
  const hasId = given !== null && given !== undefined;
  const idAt = hasId && column > 0 ? at - locate.lineText(0).search(/\S/) + column : at;
  if (!title) log.report('empty-title', at, {});
  else if (!id) log.report('step-without-id', at, { title });
  if (id && !KEBAB.test(id)) {
    log.report('bad-step-id', idAt, { id, suggestion: slug(id) || 'my-step' });
  }
  for (const [name] of tokens[0]?.attrs ?? []) {
    if (name !== 'id') log.report('unknown-attribute', at + Math.max(0, brace), { name });
  }
  return { id, title, idAt, at };
}

function plainText(inline: Token | undefined, locate: Locator, log: IssueLog): string {
  const visible = ['text', 'code_inline', 'text_special'];
  const dropped = ['html_inline', 'image', 'footnote_ref', 'footnote_missing', 'link_open'];
  let title = '';
  for (const child of inline?.children ?? []) {
    if (visible.includes(child.type)) title += child.content;
    const styled = dropped.includes(child.type) || ['em_open', 'strong_open'].includes(child.type);
    if (styled) log.report('title-formatting', () => locate.inline(inline!, child), {});
  }
  return title.trim();
}

function isStepFence(token: Token): boolean {
  return token.type === 'fence' && /^step\b/.test(token.info.trim());
}

interface BlockContext {
  locate: Locator;
  source: Source;
  log: IssueLog;
  step: string;
}

function findBlock(body: Token[], { locate, source, log, step }: BlockContext): Token | undefined {
  const [fence, ...others] = body.filter(isStepFence);
  const first = body.find(({ type }) => type !== 'html_block');
  if (!fence) {
    const info = first?.type === 'fence' ? first.info.trim() : undefined;
    if (info !== undefined && isNearlyStep(info)) {
      log.report('misspelt-step-block', locate.block(first!), { info });
    } else log.report('missing-step-block', locate.line(0), { step });
    return undefined;
  }
  if (fence !== first) log.report('late-step-block', locate.block(fence), {});
  const line = String(source.position(locate.block(fence)).line);
  for (const other of others) log.report('second-step-block', () => locate.block(other), { line });
  return fence;
}

function isNearlyStep(info: string): boolean {
  const word = info.split(/\s/)[0]!.toLowerCase();
  return ['', 'yaml', 'yml', 'map'].includes(word) || nearest(word, ['step']) !== undefined;
}
