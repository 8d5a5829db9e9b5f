import type { Issue } from '../core/issue.ts';
import type { Bounds, Chart, Story } from '../core/story.ts';
import { type Catalog, datasetOf, type OpenCatalog, openCatalog } from './catalog.ts';
import { checkProse, type ProseContext } from './check-prose.ts';
import { checkStep, type PictureContext } from './check-step.ts';
import { checkStepIds, checkUnusedLayers } from './check-story.ts';
import { findPlaces } from './find-places.ts';
import { type FrontMatterDraft, layerIdsOf, readFrontMatter } from './front-matter.ts';
import { createIssueLog, type IssueLog } from './issue-log.ts';
import { boundsOf } from './layer-bounds.ts';
import { type Prose, parseProse } from './parse-prose.ts';
import { readChart } from './read-chart.ts';
import { readStep, type StepDraft } from './read-step.ts';
import { numberFootnotes, renderProse } from './render-prose.ts';
import { resolveStory, spanOf } from './resolve.ts';
import type { FrontMatter } from './schema.ts';
import { createSource } from './source.ts';
import { splitStory } from './split-story.ts';
import { isWhole } from './validate.ts';

export type { Catalog } from './catalog.ts';

/** Options of {@link compileStory}. */
export interface CompileOptions {
  /** The name of the file, as issues shall say it. */
  file: string;
  /** What the story can refer to. */
  catalog: Catalog;
}

/** What {@link compileStory} gives. */
export interface Compiled {
  /** The story; `undefined` where any issue is an error. */
  story: Story | undefined;
  /** The mistakes, in the order of the file: of each kind the first 20. */
  issues: Issue[];
  /** How many mistakes there are beside those in `issues`; 0 where all are listed. */
  more: number;
}

/** No story has more characters: it would be a book, and a page that no phone can hold. */
const MOST_CHARACTERS = 2_000_000;

/** Compiles a story file. It never throws: whatever is wrong with the text is an issue. */
export function compileStory(text: string, options: CompileOptions): Compiled {
  const catalog = openCatalog(options.catalog);
  const source = createSource(text.slice(0, MOST_CHARACTERS));
  const log = createIssueLog(source, options.file);
  if (text.length > MOST_CHARACTERS) {
    const size = text.length.toLocaleString('en');
    log.report('story-too-large', 0, { size, most: MOST_CHARACTERS.toLocaleString('en') });
    return { story: undefined, issues: log.list(), more: 0 };
  }
  const parts = splitStory(source, log);
  const front = readFrontMatter(parts.frontMatter, source, { catalog, log });
  const prose = parseProse(source, parts, log);
  const drafts = prose.steps.map((piece) => readStep(piece, source, log));

  const picture = pictureContext(front, catalog, log);
  for (const draft of drafts) checkStep(draft, picture);
  checkStepIds(drafts, { preamble: prose.preamble, source, log });
  if (front) checkUnusedLayers(front, drafts, log);
  checkAllProse(prose, drafts, { catalog, log });
  const chart = front && chartOf(front, drafts, { catalog, log });
  const numbers = numberFootnotes(prose, log);

  const listed = { issues: log.list(), more: log.more() };
  const failed = listed.issues.some(({ severity }) => severity === 'error');
  if (failed || !front) return { story: undefined, ...listed };
  const written = drafts.map((draft) => ({
    draft,
    prose: renderProse(draft.tokens, prose, {
      stepId: draft.id,
      numbers,
      sizeOf: catalog.sizeOf,
    }),
  }));
  const story = resolveStory(front.keys as FrontMatter, written, { ...picture, catalog, chart });
  return { story, ...listed };
}

function pictureContext(
  front: FrontMatterDraft | undefined,
  catalog: OpenCatalog,
  log: IssueLog,
): PictureContext {
  const layers = front?.keys.layers ?? {};
  const boxes = new Map<string, Bounds | undefined>();
  const measure = (id: string) => {
    const layer = Object.hasOwn(layers, id) ? layers[id]! : undefined;
    const features = layer ? (datasetOf(catalog, layer.from)?.features ?? []) : [];
    const only = layer?.only && new Set(layer.only);
    return boundsOf(features.filter(({ id: own }) => only?.has(`${own}`) ?? true));
  };
  return {
    layerIds: front && layerIdsOf(front),
    layers,
    dates: front?.keys.dates,
    places: findPlaces(catalog, log),
    boundsOfLayer(id) {
      if (!boxes.has(id)) boxes.set(id, measure(id));
      return boxes.get(id);
    },
    log,
  };
}

function chartOf(
  front: FrontMatterDraft,
  drafts: StepDraft[],
  context: { catalog: OpenCatalog; log: IssueLog },
): Chart | undefined {
  const sound = drafts.every(({ yaml, block }) => yaml && isWhole(yaml.value, block));
  const isSpan = sound && !front.yaml.has(['dates']);
  const span = isSpan ? spanOf(drafts.map(({ block }) => block)) : undefined;
  return readChart(front, { ...context, dates: front.keys.dates ?? span });
}

function checkAllProse(
  prose: Prose,
  drafts: StepDraft[],
  { catalog, log }: { catalog: OpenCatalog; log: IssueLog },
): void {
  const context: ProseContext = {
    catalog,
    log,
    markdown: prose.markdown,
    env: prose.env,
    stepIds: new Set(drafts.map(({ id }) => id)),
    footnoteIds: new Set(prose.definitions.keys()),
  };
  for (const piece of [...drafts, ...prose.footnotes]) checkProse(piece, context);
}
