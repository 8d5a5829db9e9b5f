import { Map as MapLibreMap, type StyleSpecification, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import type {} from '../../src/elements/define.ts';
import { openAtlas } from '../../src/map/atlas-protocol.ts';
import { createSupply } from '../../src/map/supply.ts';
import { addUnitTags } from '../../src/map/unit-tag.ts';
import { type BareBench, eachFrame, type Scene, scrollTo } from './scenes.ts';

/**
 * The page we are measured against: nothing but a map, made with the options of the story's map,
 * that jumps to the same cameras over the same style, with the same tiles.
 */
setWorkerUrl(workerUrl);
let map: MapLibreMap | undefined;
let scenes: Scene[] = [];
let scene: Scene | undefined;
/** Why the map is not what it should be: what has no tiles costs nothing. */
let trouble: unknown;
const story = document.querySelector('map-story');

const idle = (target: MapLibreMap): Promise<void> =>
  new Promise((resolve) => {
    target.once('idle', () => resolve());
    target.triggerRepaint();
  });

async function show(target: MapLibreMap, next: Scene): Promise<void> {
  scene = next;
  if (story) scrollTo(next.positions[0] ?? 0);
  target.setStyle(next.style as StyleSpecification, { diff: true, validate: false });
  await idle(target);
  for (const { id, opacity } of next.labels) {
    target.setFeatureState({ source: 'story-places', id }, { opacity });
  }
  const [first] = next.cameras;
  if (first) target.jumpTo(first);
  await idle(target);
}

function containerOf(width: number, height: number): HTMLElement {
  const stage = story?.renderRoot.querySelector('story-stage')?.renderRoot.firstElementChild;
  if (stage) return stage as HTMLElement;
  const container = document.getElementById('map') as HTMLElement;
  container.style.width = `${width}px`;
  container.style.height = `${height}px`;
  return container;
}

const bench: BareBench = {
  async start({ width, height, padding }, json) {
    scenes = JSON.parse(json) as Scene[];
    const supply = createSupply(() => {});
    await openAtlas(supply);
    const container = containerOf(width, height);
    map = new MapLibreMap({
      container,
      style: scenes[0]?.style as StyleSpecification,
      transformRequest: supply.transformRequest,
      fadeDuration: 0,
      interactive: true,
      cooperativeGestures: true,
      dragRotate: false,
      pitchWithRotate: false,
      keyboard: false,
      attributionControl: false,
      trackResize: false,
      maxPitch: 60,
      validateStyle: false,
    });
    map.on('error', ({ error }) => {
      trouble ??= error;
    });
    map.once('style.load', ({ target }) => addUnitTags(target));
    map.setPadding(padding);
    await idle(map);
  },
  async prepare(index) {
    const next = scenes[index];
    if (map && next) await show(map, next);
  },
  async scrub() {
    let drawn = 0;
    const count = (): void => {
      drawn += 1;
    };
    map?.on('render', count);
    const { cameras = [], positions = [] } = scene ?? {};
    await eachFrame(cameras, (camera) => {
      map?.jumpTo(camera);
      if (story) scrollTo(positions[cameras.indexOf(camera)] ?? 0);
    });
    map?.off('render', count);
    if (trouble) throw trouble;
    return drawn;
  },
};
window.bareBench = bench;
