import {
  and,
  type Check,
  type Checked,
  either,
  flag,
  list,
  number,
  object,
  oneOf,
  optional,
  orNull,
  record,
  text,
  tuple,
  unknown,
  whole,
} from './check.ts';
import { featureCollection } from './check-geometry.ts';
import { PLACE_NAMES, type PlaceNames } from './place-names.ts';
import type { ChartRow, Story } from './story.ts';

const range = (each: Check<number>) => tuple(each, each);
const day = number(-1e7, 1e7);
const days = and(range(day), ([start, end], at) => (start <= end ? undefined : at));
const share = range(number(0, 1));
const lat = number(-90, 90);
const lon = number(-1080, 1080);
const place = tuple(lon, lat);
const side = oneOf('north', 'south', 'neutral');

const language = and(text, (tag, at) => {
  try {
    Intl.getCanonicalLocales(tag);
    return undefined;
  } catch {
    return at;
  }
});

const bounds = and(tuple(lon, lat, lon, lat), ([west, south, east, north], at) =>
  west < east && south < north ? undefined : at,
);

const camera = object({
  target: either(object({ bounds }), object({ center: place, zoom: range(number(-5, 25)) })),
  bearing: range(number(-360, 360)),
  pitch: range(number(0, 60)),
  travel: oneOf('jump', 'ease', 'fly'),
});

const layer = object({
  id: text,
  kind: oneOf('dated-line', 'dated-area', 'route', 'points', 'area', 'label', 'style'),
  title: text,
  sides: optional(object({ north: text, south: text })),
  data: optional(text),
  only: optional(list(text)),
  within: optional(text),
  side,
  style: optional(record(unknown)),
});

const names = object({
  modern: optional(text),
  ko: optional(text),
  zh: optional(text),
  ru: optional(text),
});

const named = object({
  id: text,
  name: text,
  names,
  position: place,
  kind: text,
  anchor: oneOf('left', 'right', 'top', 'bottom'),
  unit: optional(
    object({
      side,
      marks: text,
      along: number(0, 1),
      box: tuple(number(), number(), number(), number()),
    }),
  ),
});

const step = object({
  id: text,
  title: text,
  html: text,
  footnotes: list(object({ id: text, number: whole(1, 1e6), html: text })),
  notes: text,
  alt: text,
  camera: object({ wide: camera, phone: camera }),
  date: orNull(days),
  show: record(share),
  reveal: record(share),
  moves: flag,
  play: optional(number(0, 1e9)),
  labels: list(text),
});

const chart = object({
  title: text,
  unit: text,
  decimals: whole(0, 20),
  series: list(object({ title: text, side }), 1),
  rows: list(list(number()) as Check<number[]> as Check<ChartRow>, 2),
});

const form = object({
  version: oneOf(1),
  title: text,
  description: text,
  lang: language,
  byline: text,
  published: text,
  basemap: text,
  credit: optional(text),
  placeNames: oneOf(...(Object.keys(PLACE_NAMES) as PlaceNames[])),
  dates: orNull(days),
  chart: optional(chart),
  layers: list(layer),
  places: record(named),
  data: record(featureCollection),
  steps: list(step, 1),
});

/** A type whose fields are all there, so that one that lacks a field is another. */
type Whole<T> = T extends object ? { [K in keyof T]-?: Whole<T[K]> } : T;

/** `A`, which must be a `B`. */
type Is<A extends B, B> = A;

/** The form of a story, as its check has it; does not compile where that and {@link Story} part. */
export type StoryForm = [
  Is<Whole<Story>, Whole<Checked<typeof form>>>,
  Is<Whole<Checked<typeof form>>, Whole<Story>>,
];

/** Ids, each of which may stand once. */
function idsOf(all: readonly { id: string }[]): Set<string> | undefined {
  const ids = new Set(all.map(({ id }) => id));
  return ids.size === all.length && !ids.has('') ? ids : undefined;
}

/** Where a story names what it does not have, or numbers that must ascend do not. */
function checkNames(story: Story): string | undefined {
  const { layers, steps, data, places, chart: drawn } = story;
  const layerIds = idsOf(layers);
  if (!layerIds) return 'layers';
  if (!idsOf(steps)) return 'steps';
  const isKnown = (name: string | undefined): boolean =>
    name === undefined || Object.hasOwn(data, name);
  const lost = layers.find((each) => !(isKnown(each.data) && isKnown(each.within)));
  if (lost) return `layers.${lost.id}`;
  const wrongPlace = Object.keys(places).find((key) => places[key]?.id !== key);
  if (wrongPlace !== undefined) return `places.${wrongPlace}`;
  const stray = steps.find(
    ({ show, reveal, labels }) =>
      ![show, reveal].flatMap(Object.keys).every((id) => layerIds.has(id)) ||
      !labels.every((id) => Object.hasOwn(places, id)),
  );
  if (stray) return `steps.${stray.id}`;
  const rows = drawn?.rows ?? [];
  const isWhole = rows.every(
    ([at, ...values], i) =>
      values.length === drawn?.series.length && (i === 0 || at > (rows[i - 1]?.[0] ?? at)),
  );
  return isWhole && (!drawn || story.dates) ? undefined : 'chart';
}

/**
 * Looks through what should be a compiled story, from wherever it comes: its form, and that all it names is there. Where
 * `undefined` is returned it can be drawn; else the path of the first thing that is wrong, such as
 * `steps.3.camera.wide.pitch`.
 */
export function findStoryFault(value: unknown): string | undefined {
  return form(value, 'story') ?? checkNames(value as Story);
}
