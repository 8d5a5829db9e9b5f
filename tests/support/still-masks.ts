import type { Page } from '@playwright/test';
import type {} from '../../src/elements/define.ts';
import type { MapStage } from '../../src/map/map-stage.ts';

/**
 * What of a picture is compared: the class of its group in a still, the layer of the live map, and how opaque it
 * is (`scripts/mask-distance.ts`). A front's own line is opaque; the halo around it, 76 at most, is not compared.
 * Coasts are thinner than a pixel, and hardly seen at a globe's edge.
 */
export const COMPARED = {
  front: { group: 'front', layer: 'story-front', drawn: 200, touched: 90 },
  coast: { group: 'coast', layer: 'atlas-coast', drawn: 90, touched: 20 },
  marks: { group: 'place-marks', layer: 'story-place-marks', drawn: 128, touched: 128 },
} as const;

/** One of {@link COMPARED}. */
export type ComparedPart = keyof typeof COMPARED;

/** The opacity of each pixel of a picture, 0 to 255, of each part that is compared. */
export type Masks = Readonly<Record<ComparedPart, Uint8Array>>;

/**
 * Hides all that is not compared on the live map, whose picture is then that of the parts alone. To be
 * called again after each move, since a frame shows what it has. What is hidden is neither loaded nor drawn:
 * a map drawn by software is many times faster without its relief and names.
 */
export function hideTheRest(page: Page): Promise<void> {
  const compared = Object.values(COMPARED).map(({ layer }) => layer as string);
  return page.evaluate(async (shown) => {
    const story = document.querySelector('map-story')!;
    const stage = story.renderRoot.querySelector('story-stage')!.stage as MapStage;
    const { frame } = story;
    const layers = frame?.layers.filter(({ id }) => shown.includes(`story-${id}`)) ?? [];
    // What a story draws itself may be in one layer of the map; to the reader's frame others belong.
    if (frame) stage.apply({ ...frame, layers });
    for (const id of stage.map.getLayersOrder()) {
      if (!id.split(' ').some((each) => shown.includes(each)))
        stage.map.setLayoutProperty(id, 'visibility', 'none');
    }
    await stage.settled();
  }, compared);
}

/** Draws the live map with some of the compared layers, and gives its picture's opacities. */
function drawLive(page: Page, shown: Readonly<Record<string, boolean>>): Promise<Uint8Array> {
  return page.evaluate((shown) => {
    const root = document.querySelector('map-story')?.shadowRoot;
    const { map } = root!.querySelector('story-stage')!.stage as MapStage;
    for (const [id, isShown] of Object.entries(shown)) {
      // What a source has loaded is gone as soon as none of its layers is visible.
      if (id === 'atlas-coast') map.setPaintProperty(id, 'line-opacity', isShown ? 1 : 0);
      else map.setLayoutProperty(id, 'visibility', isShown ? 'visible' : 'none');
    }
    map.redraw();
    const canvas = map.getCanvas();
    const copy = new OffscreenCanvas(canvas.width, canvas.height);
    const context = copy.getContext('2d');
    context?.drawImage(canvas, 0, 0);
    const { data } = context!.getImageData(0, 0, copy.width, copy.height);
    return Uint8Array.from({ length: data.length / 4 }, (_, i) => data[i * 4 + 3]!);
  }, shown);
}

/** The parts of the live map's present picture, which has settled and shows nothing else. */
export async function liveMasks(page: Page): Promise<Masks> {
  const [coast, places] = [COMPARED.coast.layer, COMPARED.marks.layer];
  const [front, hasFront] = await page.evaluate((name) => {
    const root = document.querySelector('map-story')?.shadowRoot;
    const { map } = root!.querySelector('story-stage')!.stage as MapStage;
    const id = map.getLayersOrder().find((each) => each.split(' ').includes(name)) ?? name;
    return [id, map.getLayoutProperty(id, 'visibility') !== 'none'] as const;
  }, COMPARED.front.layer);
  // Marks first: once they have been hidden they have to be loaded again.
  const masks = {
    marks: await drawLive(page, { [front]: false, [coast]: false, [places]: true }),
    coast: await drawLive(page, { [front]: false, [coast]: true, [places]: false }),
    front: await drawLive(page, { [front]: hasFront, [coast]: false, [places]: false }),
  };
  await drawLive(page, { [front]: hasFront, [coast]: true, [places]: true });
  return masks;
}

/** The opacities of a still of which all but one group was taken out. */
function drawGroup(page: Page, svg: string, group: string): Promise<Uint8Array> {
  return page.evaluate(
    async ({ svg, group }) => {
      const root = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
      const kept = [root.querySelector('defs'), ...root.querySelectorAll(`g.${group}`)];
      for (const element of root.querySelectorAll('*')) {
        const isKept = kept.some((each) => each?.contains(element) || element.contains(each));
        if (!isKept) element.remove();
      }
      const text = new XMLSerializer().serializeToString(root);
      const image = new Image();
      image.src = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
      await image.decode();
      const copy = new OffscreenCanvas(image.width, image.height);
      const context = copy.getContext('2d');
      context?.drawImage(image, 0, 0);
      URL.revokeObjectURL(image.src);
      const { data } = context!.getImageData(0, 0, copy.width, copy.height);
      return Uint8Array.from({ length: data.length / 4 }, (_, i) => data[i * 4 + 3]!);
    },
    { svg, group },
  );
}

/** The parts of a still. */
export async function stillMasks(page: Page, svg: string): Promise<Masks> {
  return {
    front: await drawGroup(page, svg, COMPARED.front.group),
    coast: await drawGroup(page, svg, COMPARED.coast.group),
    marks: await drawGroup(page, svg, COMPARED.marks.group),
  };
}
