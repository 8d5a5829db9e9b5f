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
  /** Ids of the places that are labelled. */
  labels: string[];
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
  /** In which form the map writes names, until the reader chooses another. */
  placeNames: PlaceNames;
  /** First and last day of the timeline. */
  dates: Range<Day> | null;
  /** In drawing order, the lowest first. */
  layers: StoryLayer[];
  /** The places that any step labels, by id. */
  places: Record<string, Place>;
  /** The geography that the layers draw, by dataset name. */
  data: Record<string, FeatureCollection>;
  steps: Step[];
}

/** The features of a layer: those of its dataset, limited to `only`. */
export function featuresOf(story: Story, layer: StoryLayer): Feature[] {
  const features = layer.data ? (story.data[layer.data]?.features ?? []) : [];
  const { only } = layer;
  return only ? features.filter((feature) => only.includes(String(feature.id))) : features;
}
