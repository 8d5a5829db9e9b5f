import type { LayerSpecification, StyleSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { Feature, FeatureCollection, Position } from 'geojson';
import { project } from '../core/camera.ts';
import type { Frame } from '../core/frame.ts';
import type { LngLat, Story } from '../core/story.ts';
import type { Viewport } from '../core/viewport.ts';
import { NAME_SIZE, onlyPlaces, PLACE_LAYERS } from '../style/place-layers.ts';
import type { Globals, StyleFeature } from './evaluate.ts';
import { createScreen, type Point, type Screen } from './screen.ts';
import { createSheet, type Sheet, type SheetOptions } from './sheet.ts';
import type { StillAtlas } from './still-atlas.ts';
import { asStyled } from './styled-feature.ts';
import { type TileId, tileCover } from './tile-cover.ts';

/** What a still is drawn from. */
export interface SceneOptions extends SheetOptions {
  story: Story;
  atlas: StillAtlas;
  /** The story's style on the atlas: what `composeStyle` makes. */
  style: StyleSpecification;
}

/** All that the parts of a still are drawn from. */
export interface Scene extends SceneOptions {
  frame: Frame;
  viewport: Viewport;
  screen: Screen;
  sheet: Sheet;
  zoom: number;
  globals: Globals;
  /** The tiles that the picture shows. */
  cover: readonly TileId[];
  /** Features of a GeoJSON source of the style. */
  features: (source: string) => readonly Feature[];
  /** A feature as the style's expressions see it. */
  styled: (feature: Feature) => StyleFeature;
  /** What `make` gives for a key, made once. */
  once: (key: string, make: () => string) => string;
  /** Where a position `[lon, lat]` is drawn; `undefined` on the far side of the globe. */
  place: (position: Position) => Point | undefined;
}

/** Sources of the atlas whose features the atlas brings along. */
const LABELS = 'atlas-labels';

/** The layers of places as the live map has them for a frame: which are named, and how large. */
function forFrame(frame: Frame, viewport: Viewport) {
  const filter = onlyPlaces(frame.labels.map(({ id }) => id));
  const size = NAME_SIZE[viewport.kind];
  return (layer: LayerSpecification): LayerSpecification => {
    if (!PLACE_LAYERS.some((id) => id === layer.id)) return layer;
    if (layer.type !== 'symbol') return { ...layer, filter } as LayerSpecification;
    return { ...layer, filter, layout: { ...layer.layout, 'text-size': size } };
  };
}

/** Makes ready to draw a frame. */
export function createScene(frame: Frame, viewport: Viewport, options: SceneOptions): Scene {
  const { atlas, style } = options;
  const { zoom } = frame.camera;
  const screen = createScreen(frame.camera, { ...viewport.stage, padding: viewport.padding });
  const known = new Map<string, string>();
  const opacities = new Map(frame.labels.map(({ id, opacity }) => [id, opacity]));
  const layers = style.layers.map(forFrame(frame, viewport));
  return {
    ...options,
    style: { ...style, layers },
    frame,
    viewport,
    screen,
    zoom,
    sheet: createSheet(options),
    globals: { zoom, globalState: { names: frame.placeNames } },
    cover: tileCover(screen, Math.max(0, Math.min(atlas.deepest, Math.floor(zoom)))),
    features(name) {
      if (name === LABELS) return atlas.labels;
      const source = style.sources[name];
      return source?.type === 'geojson' ? (source.data as FeatureCollection).features : [];
    },
    styled: (feature) => asStyled(feature, { opacity: opacities.get(feature.properties?.id) ?? 1 }),
    once(key, make) {
      const value = known.get(key) ?? make();
      known.set(key, value);
      return value;
    },
    place(position) {
      const [x, y] = project(position as LngLat);
      return screen.isSeen(x, y) ? screen.project(screen.near(x), y) : undefined;
    },
  };
}
