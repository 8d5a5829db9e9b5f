import {
  and,
  anything,
  type Check,
  type Checked,
  is,
  list,
  number,
  object,
  optional,
  or,
  record,
  text,
  texts,
  tuple,
} from './check.ts';
import { featureCollection, lat, lon } from './check-geometry.ts';
import { PLACE_NAMES, type PlaceNames } from './place-names.ts';
import type { ChartRow, Story } from './story.ts';

const range = (each: Check<number>) => tuple(each, each);
const share = range(number(0, 1));
const place = tuple(lon, lat);
const side = is('north', 'south', 'neutral');
const ascends = ([first = 0, second = 0]: readonly number[]): boolean => first <= second;
const days = or(is(null), and(range(number(-1e7, 1e7)), ascends));

/** A language tag as the browser's formats take it. */
const language = and(text, (tag) => {
  try {
    return Intl.getCanonicalLocales(tag).length > 0;
  } catch {
    return false;
  }
});

const bounds = and(
  tuple(lon, lat, lon, lat),
  ([west, south, east, north]) => west < east && south < north,
);

const camera = object({
  target: or(object({ bounds }), object({ center: place, zoom: range(number(-5, 25)) })),
  bearing: range(number(-360, 360)),
  pitch: range(number(0, 60)),
  travel: is('jump', 'ease', 'fly'),
});

const layer = object({
  ...texts('id title'),
  kind: is('dated-line', 'dated-area', 'route', 'points', 'area', 'label', 'style'),
  sides: optional(object(texts('north south'))),
  data: optional(text),
  only: optional(list(text)),
  within: optional(text),
  side,
  style: optional(record(anything)),
  colors: optional(list(text)),
});

const name = optional(text);
const unit = object({
  side,
  marks: text,
  along: number(0, 1),
  box: tuple(number(), number(), number(), number()),
});

const named = object({
  ...texts('id name kind'),
  names: object({ modern: name, ko: name, zh: name, ru: name }),
  position: place,
  anchor: is('left', 'right', 'top', 'bottom'),
  unit: optional(unit),
});

const step = object({
  ...texts('id title html notes alt'),
  footnotes: list(object({ ...texts('id html'), number: number() })),
  camera: object({ wide: camera, phone: camera }),
  date: days,
  show: record(share),
  reveal: record(share),
  moves: is(true, false),
  play: optional(number(0)),
  labels: list(text),
});

const chart = object({
  ...texts('title unit'),
  decimals: and(number(0, 20), Number.isInteger),
  series: list(object({ title: text, side }), 1),
  rows: list(list(number()), 2) as Check<unknown> as Check<ChartRow[]>,
});

const form = object({
  version: is(1),
  ...texts('title description byline published basemap'),
  lang: language,
  credit: optional(text),
  placeNames: is(...(Object.keys(PLACE_NAMES) as PlaceNames[])),
  dates: days,
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

/** True where each has an id of its own. */
const haveIds = (all: readonly { id: string }[]): boolean =>
  new Set(all.map(({ id }) => id)).size === all.length && all.every(({ id }) => id);

/** True where all that a story names is there, and its chart's days ascend within its dates. */
function isCoherent({ layers, steps, data, places, chart, dates }: Story): boolean {
  const isData = (key: string | undefined): boolean =>
    key === undefined || Object.hasOwn(data, key);
  const isLayer = (key: string): boolean => layers.some(({ id }) => id === key);
  const { rows, series } = chart ?? { rows: [], series: [] };
  return (
    haveIds(layers) &&
    haveIds(steps) &&
    layers.every((each) => isData(each.data) && isData(each.within)) &&
    Object.entries(places).every(([key, { id }]) => id === key) &&
    steps.every(
      ({ show, reveal, labels }) =>
        Object.keys({ ...show, ...reveal }).every(isLayer) &&
        labels.every((id) => Object.hasOwn(places, id)),
    ) &&
    rows.every(
      ([day, ...values], i) =>
        dates && values.length === series.length && day > (rows[i - 1]?.[0] ?? -1e9),
    )
  );
}

/**
 * True for a compiled story, from wherever it comes: all of it is of the form that {@link Story} has, with numbers that can
 * be drawn, and all that it names is there.
 */
export function isStory(value: unknown): value is Story {
  return form(value) && isCoherent(value as Story);
}
