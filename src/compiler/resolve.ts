import { type Day, isoDate } from '../core/calendar.ts';
import type { Bounds, Chart, Range, Step, Story, StoryLayer } from '../core/story.ts';
import { canonicalStyle } from './canonical-style.ts';
import type { OpenCatalog } from './catalog.ts';
import { collectData } from './collect-data.ts';
import type { Places } from './find-places.ts';
import { findUnits } from './find-units.ts';
import { legendColors } from './legend-colors.ts';
import { mergePhone } from './merge-phone.ts';
import type { StepDraft } from './read-step.ts';
import type { RenderedProse } from './render-prose.ts';
import { resolveCamera } from './resolve-camera.ts';
import type { FrontMatter, LayerEntry } from './schema.ts';
import { stepMoves } from './step-moves.ts';

/** What the names in a story stand for. */
export interface ResolveContext {
  catalog: OpenCatalog;
  chart: Chart | undefined;
  places(): Places;
  boundsOfLayer(id: string): Bounds | undefined;
}

/** A step whose text is written as HTML. */
export interface WrittenStep {
  draft: StepDraft;
  prose: RenderedProse;
}

/** The story, from parts in which no error was found. */
export function resolveStory(
  front: FrontMatter,
  written: WrittenStep[],
  context: ResolveContext,
): Story {
  const steps = written.map((step) => resolveStep(step, front, context));
  const labels = [...new Set(steps.flatMap((step) => step.labels))];
  const data = collectData(Object.values(front.layers), context.catalog);
  const layers = Object.entries(front.layers).map(([id, layer]) => resolveLayer(id, layer, data));
  return {
    version: 1,
    title: front.title,
    description: front.description,
    lang: front.lang,
    byline: front.byline ?? '',
    published: front.published ? isoDate(front.published[0]) : '',
    basemap: front.basemap,
    placeNames: front['place-names'],
    dates: front.dates ?? spanOf(steps),
    ...(context.chart && { chart: context.chart }),
    layers,
    places: {
      ...Object.fromEntries(labels.map((id) => [id, context.places()!.get(id)!])),
      ...findUnits({ layers, data }),
    },
    data,
    steps,
  };
}

function resolveStep(
  { draft, prose }: WrittenStep,
  front: FrontMatter,
  context: ResolveContext,
): Step {
  const { block, id, title } = draft;
  const {
    camera,
    date = null,
    show = [],
    opacity = {},
    reveal = {},
    label = [],
    alt = '',
    play,
  } = block;
  if (!camera) throw new TypeError(`The step ${id} has no camera, and no issue says so.`);
  const { phone = {}, ...wide } = camera;
  const opacities = new Map(Object.entries(opacity));
  const shown = Object.keys(front.layers).filter((layer) => show.includes(layer));
  const picture = {
    camera: {
      wide: resolveCamera(wide, context),
      phone: resolveCamera(mergePhone(wide, phone), context),
    },
    date,
    show: Object.fromEntries(
      shown.map((layer): [string, Range] => [layer, opacities.get(layer) ?? [1, 1]]),
    ),
    reveal,
  };
  const { html, footnotes, notes } = prose;
  return {
    ...{ id, title, html, footnotes, notes, alt },
    ...picture,
    moves: stepMoves(picture),
    ...(play !== undefined && { play }),
    labels: [...new Set(label)],
  };
}

function resolveLayer(id: string, layer: LayerEntry, data: Story['data']): StoryLayer {
  const { from, as, title, sides, only, within, side, style } = layer;
  const colors = style && legendColors(style, data[from]?.features ?? []);
  return {
    id,
    kind: as,
    title,
    ...(sides && { sides }),
    data: from,
    ...(only && { only: [...new Set(only)] }),
    ...(within && { within }),
    side,
    ...(style && { style: canonicalStyle(style) }),
    ...(colors && title && { colors }),
  };
}

/** The first and last day of some steps; `null` where none has a date. */
export function spanOf(
  steps: readonly { date?: Range<Day> | null | undefined }[],
): Range<Day> | null {
  const days = steps.flatMap(({ date }) => date ?? []);
  const [first] = days;
  if (first === undefined) return null;
  return days.reduce<Range<Day>>(
    ([start, end], day) => [Math.min(start, day), Math.max(end, day)],
    [first, first],
  );
}
