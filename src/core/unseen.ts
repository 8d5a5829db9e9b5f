import type { Feature, Position } from 'geojson';
import type { Camera } from './camera.ts';
import type {
  FrameDatedArea,
  FrameDatedLine,
  FrameFixed,
  FrameLayer,
  FrameRoute,
  Unseen,
} from './frame.ts';
import { isInside } from './geodesy.ts';
import { landCells } from './land-cells.ts';
import { remember } from './remember.ts';
import { ringsOf } from './rings-of.ts';
import { featuresOf, type LngLat, type Story, type StoryLayer } from './story.ts';
import { createView } from './view.ts';
import type { Viewport } from './viewport.ts';

/** Fainter than this, of 0 to 1, nothing counts as drawn: a reader does not see it. */
export const FAINTEST = 0.1;

type Sees = (place: LngLat) => boolean;

/** An edge of a feature is cut into pieces of at most so many degrees, for its vertices may be far apart. */
const PIECE = 0.3;

function along(line: readonly Position[]): LngLat[] {
  return line.slice(1).flatMap(([x1 = 0, y1 = 0], i) => {
    const [x = 0, y = 0] = line[i] ?? [];
    const pieces = Math.ceil(Math.hypot(x1 - x, y1 - y) / PIECE) || 1;
    return Array.from({ length: pieces + 1 }, (_, k): LngLat => {
      const t = k / pieces;
      return [x + (x1 - x) * t, y + (y1 - y) * t];
    });
  });
}

/** Places on features, close enough to each other to tell whether any of them is in sight. */
function placesOn({ geometry }: Feature): LngLat[] {
  if (geometry.type === 'Point') return [geometry.coordinates as LngLat];
  if (geometry.type === 'MultiPoint') return [...geometry.coordinates] as LngLat[];
  if (geometry.type === 'LineString') return along(geometry.coordinates);
  if (geometry.type === 'MultiLineString') return geometry.coordinates.flatMap(along);
  return ringsOf([{ type: 'Feature', geometry, properties: {} }]).flatMap(along);
}

/** A feature as it is asked about in each frame. */
interface Traced {
  id: string;
  places: LngLat[];
  rings: LngLat[][];
}

const trace = (feature: Feature): Traced => ({
  id: String(feature.id),
  places: placesOn(feature),
  rings: ringsOf([feature]),
});

/** Land, and its cells in two lists: in each a place on one of the sides is looked for. */
interface Land {
  isNear: Sees;
  north: LngLat[];
  south: LngLat[];
}

function traceLand(features: readonly Feature[] = []): Land {
  const { middles, isNear } = landCells(ringsOf(features));
  return { isNear, north: [...middles], south: [...middles] };
}

/**
 * True where something is true of some of the places. The first of which it is comes to the list's front: in the next frame it
 * mostly still is.
 */
function some(places: LngLat[], is: Sees): boolean {
  const i = places.findIndex(is);
  if (i > 0) places.unshift(...places.splice(i, 1));
  return i >= 0;
}

/** True where a place lies inside an odd number of rings: in a polygon, and in none of its holes. */
const isWithin = (place: LngLat, rings: readonly LngLat[][]): boolean =>
  rings.filter((ring) => isInside(place, ring)).length % 2 === 1;

function fixedUnseen(
  features: readonly Traced[],
  { only }: FrameFixed,
  sees: Sees,
  center: LngLat,
) {
  const there = features.filter(({ id }) => !only || only.includes(id));
  return !there.some(({ places, rings }) => some(places, sees) || isWithin(center, rings));
}

function areaUnseen(part: FrameDatedArea, land: Land, sees: Sees): Unseen | undefined {
  const isNorth = (place: LngLat): boolean =>
    isInside(place, part.north) && !part.enclaves.some(({ ring }) => isInside(place, ring));
  const north = some(land.north, (place) => sees(place) && isNorth(place));
  const south = some(land.south, (place) => sees(place) && !isNorth(place));
  if (north === south) return north ? undefined : true;
  return north ? 'south' : 'north';
}

const lineUnseen = ({ line }: FrameDatedLine, land: Land | undefined, sees: Sees): boolean =>
  !line.some((place) => sees(place) && (land?.isNear(place) ?? true));

const routeUnseen = (part: FrameRoute, sees: Sees): boolean =>
  !part.paths.some(({ line, opacity }) => opacity * part.opacity >= FAINTEST && line.some(sees));

const isInZoom = ({ style }: StoryLayer, zoom: number): boolean => {
  const { minzoom = 0, maxzoom = 25 } = (style ?? {}) as Record<string, number>;
  return zoom >= minzoom && zoom < maxzoom;
};

/**
 * Tells what of a frame's layer a reader of a story does not see: what is fainter than {@link FAINTEST},
 * or lies where the camera does not look or text stands. `undefined` where all of it is seen in part.
 * What takes long is done once, when it is first asked for.
 */
export function createUnseen(
  story: Story,
  viewport: Viewport,
): (part: FrameLayer, camera: Camera) => Unseen | undefined {
  const layers = new Map(story.layers.map((layer) => [layer.id, layer]));
  const viewOf = remember((camera: Camera) => createView(camera, viewport));
  const lands = new Map<string, Land>();
  const traced = new Map<string, Traced[]>();
  const keep = <T>(map: Map<string, T>, key: string, make: () => T): T => {
    const kept = map.get(key) ?? make();
    map.set(key, kept);
    return kept;
  };
  const landOf = ({ within }: StoryLayer): Land | undefined =>
    within === undefined
      ? undefined
      : keep(lands, within, () => traceLand(story.data[within]?.features));
  return (part, camera) => {
    const layer = layers.get(part.id);
    if (!layer) return undefined;
    if (part.opacity < FAINTEST || !isInZoom(layer, camera.zoom)) return true;
    const sees = viewOf(camera);
    if (part.kind === 'route') return routeUnseen(part, sees) || undefined;
    if (part.kind === 'dated-line') return lineUnseen(part, landOf(layer), sees) || undefined;
    if (part.kind === 'dated-area') {
      const land = landOf(layer);
      return land && areaUnseen(part, land, sees);
    }
    const features = keep(traced, layer.id, () => featuresOf(story, layer).map(trace));
    return fixedUnseen(features, part, sees, camera.center) || undefined;
  };
}
