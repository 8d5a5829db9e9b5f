import type { Feature, FeatureCollection } from 'geojson';
import type { Day } from './calendar.ts';
import type { PlaceNames } from './place-names.ts';

/** A position, `[lon, lat]` in WGS84 degrees (GeoJSON order). */
export type LngLat = [lon: number, lat: number];

/** A box, `[west, south, east, north]` in degrees; east may pass 180 to cross the antimeridian. */
export type Bounds = [west: number, south: number, east: number, north: number];

/** A value at a step's start and at its end; equal where it does not move. */
export type Range<T = number> = [start: T, end: T];

/** How the camera comes to a step: at once, straight, or by the optimal path of van Wijk and Nuij. */
export type Travel = 'jump' | 'ease' | 'fly';

/** The two layouts a story is framed for. */
export type ViewportKind = 'wide' | 'phone';

/** What a step's camera shows, before a viewport is known. Angles in degrees. */
export interface CameraSpec {
  /** Either a box to be fitted into the visible part of the viewport, or a centre with a zoom. */
  target: { bounds: Bounds } | { center: LngLat; zoom: Range };
  /** Clockwise from north, -180 to 180. */
  bearing: Range;
  /** Tilt from straight down, 0 to 60. */
  pitch: Range;
  /** How the camera comes here from the step before. */
  travel: Travel;
}

/** What a story layer is drawn as. */
export type LayerKind =
  | 'dated-line'
  | 'dated-area'
  | 'route'
  | 'points'
  | 'area'
  | 'label'
  | 'style';

/** Whose a thing is: the communist side, the United Nations side, or neither. Chooses the colour. */
export type Side = 'north' | 'south' | 'neutral';

/** One layer of a story, ready to draw. */
export interface StoryLayer {
  /** The author's name for it, unique in the story. */
  id: string;
  kind: LayerKind;
  /** What the legend calls it; empty keeps it out of the legend. */
  title: string;
  /** For `dated-area` and `dated-line`: what the legend calls each side's part. */
  sides?: { north: string; south: string };
  /** Key into {@link Story.data}. */
  data?: string;
  /** Feature ids (the feature's `id`) this layer is limited to; absent means all. */
  only?: string[];
  /** Key into {@link Story.data} of the polygon that a dated layer is cut to. */
  within?: string;
  side: Side;
  /** For `style`: a raw MapLibre layer object without `id` and `source`. */
  style?: Record<string, unknown>;
  /** For `style`: the colours that the legend shows beside the title, one to five. */
  colors?: string[];
}

/** A named place that a step can label. */
export interface Place {
  id: string;
  /** The name in the English of the time; the one drawn where the form that is asked for is not known. */
  name: string;
  /** The name in other forms, as far as they are known. */
  names: Partial<Record<Exclude<PlaceNames, 'period'>, string>>;
  /** `[lon, lat]`. */
  position: LngLat;
  /** `capital`, `city`, `town`, … : chooses the mark and the size of type. */
  kind: string;
  /** Which side of the mark the name stands on (MapLibre's `text-anchor` of the name itself). */
  anchor: 'left' | 'right' | 'top' | 'bottom';
  /** Where it is no place but the arms that go a route: named by the head of it. */
  unit?: Unit;
}

/** The arms that go a route, as the maps of the period name them. Its place has the id {@link unitId}. */
export interface Unit {
  side: Side;
  /** The marks of its size: `XX` a division, `XXX` a corps, `XXXX` an army, `XXXXX` an army group. */
  marks: string;
  /** It stands at this part of the route, 0 to 1, and is named once the head has come there. */
  along: number;
  /** The tag around its place: left, top, right, bottom, CSS pixels, on the ample side. */
  box: [left: number, top: number, right: number, bottom: number];
}

/** The id among {@link Story.places} of the arms that go the route with this id. */
export function unitId(route: string): string {
  return `unit:${route}`;
}

/** A note at the foot of a step. */
export interface Footnote {
  /** The author's label, such as `crossing`. */
  id: string;
  /** Number in the story, from 1. */
  number: number;
  /** Sanitised HTML. */
  html: string;
}

/** One scroll unit: its text, and the whole picture that belongs to it. */
export interface Step {
  /** Unique in the story; the deep link is `#id`. */
  id: string;
  title: string;
  /** The prose: sanitised HTML. */
  html: string;
  footnotes: Footnote[];
  /** For the teacher: sanitised HTML; empty where there is none. */
  notes: string;
  /** The picture in one sentence, for readers who cannot see it; empty where the author gave none. */
  alt: string;
  camera: Record<ViewportKind, CameraSpec>;
  /** Days at the step's start and end; `null` where the picture belongs to no date. */
  date: Range<Day> | null;
  /** Layer id to opacity, 0 to 1, in drawing order of {@link Story.layers}; absent means not shown. */
  show: Record<string, Range>;
  /** Route layer id to the part that is drawn, 0 to 1; absent means all of it. */
  reveal: Record<string, Range>;
  /** Whether any of these moves while the step is read, so that reading it takes longer. */
  moves: boolean;
  /** How long its motion takes where it is played, milliseconds; absent where the author gave none. */
  play?: number;
  /** Ids of the places that are labelled. */
  labels: string[];
}

/** One area of a chart. */
export interface ChartSeries {
  /** What readers call it. */
  title: string;
  side: Side;
}

/** The day of a row of a chart, and a value of 0 or more for each of its series. */
export type ChartRow = [day: Day, ...values: number[]];

/** Numbers over the story's time, drawn as areas one on the other. */
export interface Chart {
  title: string;
  /** What stands behind each number, such as `%`; may be empty. */
  unit: string;
  /** Digits behind the point of each number, as its table has them. */
  decimals: number;
  /** From the top down. */
  series: ChartSeries[];
  /** At least two, by day ascending, none outside the story's dates. */
  rows: ChartRow[];
}

/** A compiled story: everything that text, picture and page need. Plain JSON. */
export interface Story {
  /** Version of this format. */
  version: 1;
  title: string;
  description: string;
  /** BCP 47 language tag. */
  lang: string;
  /** Who wrote it; empty where not said. */
  byline: string;
  /** ISO date of publication; empty where not said. */
  published: string;
  /** Name of the basemap, such as `atlas`. */
  basemap: string;
  /** Whom to thank for the map: plain text, which a site's build adds. */
  credit?: string;
  /** In which form the map writes names, until the reader chooses another. */
  placeNames: PlaceNames;
  /** First and last day of the timeline. */
  dates: Range<Day> | null;
  /** What is drawn under the timeline; absent where there is none. */
  chart?: Chart;
  /** In drawing order, the lowest first. */
  layers: StoryLayer[];
  /** The places that any step labels, by id. */
  places: Record<string, Place>;
  /** The geography that the layers draw, by dataset name. */
  data: Record<string, FeatureCollection>;
  steps: Step[];
}

/** The features of a layer: those of its dataset, limited to `only`. */
export function featuresOf(story: Pick<Story, 'data'>, layer: StoryLayer): Feature[] {
  const features = layer.data ? (story.data[layer.data]?.features ?? []) : [];
  const { only } = layer;
  return only ? features.filter((feature) => only.includes(String(feature.id))) : features;
}
