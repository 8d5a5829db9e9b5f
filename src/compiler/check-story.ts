import type { FrontMatterDraft } from './front-matter.ts';
import type { IssueLog } from './issue-log.ts';
import type { Piece } from './parse-prose.ts';
import type { StepDraft } from './read-step.ts';
import type { Source } from './source.ts';
import { isWhole } from './validate.ts';

/** Reports text before the first step, a story without steps, and ids that two steps share. */
export function checkStepIds(
  drafts: StepDraft[],
  { preamble, source, log }: { preamble: Piece; source: Source; log: IssueLog },
): void {
  checkPreamble(preamble, log);
  if (drafts.length === 0) log.report('no-steps', source.text.length, {});
  const lines = new Map<string, number>();
  for (const { id, idAt } of drafts) {
    const earlier = lines.get(id);
    const { line } = source.position(idAt);
    if (earlier === undefined) lines.set(id, line);
    else if (id) {
      const next = () => free(id, drafts);
      log.report('duplicate-step', idAt, { id, line: String(earlier), suggestion: next });
    }
  }
}

function checkPreamble({ tokens, locate }: Piece, log: IssueLog): void {
  const blocks = tokens.filter(({ level, map, nesting, content, type }) => {
    const isBlock = level === 0 && map !== null && nesting >= 0 && type !== 'inline';
    return isBlock && !/^\s*<!--/.test(content);
  });
  for (const block of blocks.filter(({ tag }) => tag === 'h1')) {
    log.report('level-one-heading', () => locate.block(block), {});
  }
  const stray = blocks.find(({ tag }) => tag !== 'h1');
  if (stray) log.report('text-before-steps', locate.block(stray), {});
}

function free(id: string, drafts: StepDraft[]): string {
  const taken = new Set(drafts.map((draft) => draft.id));
  let number = 2;
  while (taken.has(`${id}-${number}`)) number++;
  return `${id}-${number}`;
}

/** Warns of layers that no step shows or looks at, unless some step block has a mistake in its form. */
export function checkUnusedLayers(
  { yaml, keys }: FrontMatterDraft,
  drafts: StepDraft[],
  log: IssueLog,
): void {
  const sound = drafts.every((draft) => draft.yaml && isWhole(draft.yaml.value, draft.block));
  if (!sound || drafts.length === 0) return;
  const used = new Set(
    drafts.flatMap(({ block: { show = [], camera } }) => [
      ...show,
      ...(camera?.layer ? [camera.layer] : []),
      ...(camera?.phone?.layer ? [camera.phone.layer] : []),
    ]),
  );
  for (const id of Object.keys(keys.layers ?? {})) {
    if (!used.has(id)) log.report('unused-layer', () => yaml.keyAt(['layers', id]), { id });
  }
}
