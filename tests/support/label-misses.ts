import type { Page } from '@playwright/test';
import type {} from '../../src/elements/define.ts';
import type { MapStage } from '../../src/map/map-stage.ts';

/** A label of the present frame that a reader cannot read, and why. */
export interface LabelMiss {
  id: string;
  why:
    | 'outside the stage'
    | 'not drawn'
    | 'cut by the edge'
    | 'under the card'
    | 'under the date'
    | 'under the legend'
    | 'under the bar';
}

/**
 * The labels of the present frame that a reader cannot read on the settled map: those out of sight,
 * those that another name has pushed out, and those that lie under something of the page.
 */
export function labelMisses(page: Page): Promise<LabelMiss[]> {
  return page.evaluate(() => {
    type Box = [x0: number, y0: number, x1: number, y1: number];
    const story = document.querySelector('map-story');
    const root = story?.shadowRoot;
    const stage = root?.querySelector('story-stage');
    if (!story?.frame || !story.story || !root || !stage?.stage) throw new Error('No map.');
    const { map } = stage.stage as MapStage;
    const { left, top, width, height } = stage.getBoundingClientRect();

    const drawnIn = ([x0, y0, x1, y1]: Box): Set<unknown> => {
      const corners: [[number, number], [number, number]] = [
        [x0, y0],
        [x1, y1],
      ];
      const found = map.queryRenderedFeatures(corners, { layers: ['story-place-names'] });
      return new Set(found.map(({ properties }) => properties.id));
    };
    const drawnUnder = (elements: (Element | null | undefined)[]): Set<unknown> => {
      const boxes = elements.flatMap((element) => element?.getBoundingClientRect() ?? []);
      const found = boxes.filter(
        (box) => box.width > 0 && box.height > 0 && box.bottom > top && box.top < top + height,
      );
      return new Set(
        found.flatMap((box) => [
          ...drawnIn([box.left - left, box.top - top, box.right - left, box.bottom - top]),
        ]),
      );
    };
    const isInside = (id: string): boolean => {
      const { x, y } = map.project(story.story?.places[id]?.position ?? [0, 0]);
      return x >= 0 && y >= 0 && x <= width && y <= height;
    };

    const drawn = drawnIn([0, 0, width, height]);
    // On a phone the cards pass under the stage.
    const cards =
      width < window.innerWidth || height < window.innerHeight
        ? []
        : [...story.querySelectorAll('story-step')].map(({ card }) => card);
    const date = root.querySelector('story-date')?.shadowRoot?.querySelectorAll('time, .doubt');
    const legend = root.querySelector('story-legend')?.shadowRoot?.querySelector('details');
    const [right, bottom] = [width, height];
    const edges: Box[] = [
      [0, 0, 0, bottom],
      [right, 0, right, bottom],
      [0, 0, right, 0],
      [0, bottom, right, bottom],
    ];
    const cut = new Set(edges.flatMap((edge) => [...drawnIn(edge)]));
    const covers = [
      { why: 'cut by the edge', ids: cut },
      { why: 'under the card', ids: drawnUnder(cards) },
      { why: 'under the date', ids: drawnUnder([...(date ?? [])]) },
      { why: 'under the legend', ids: drawnUnder([legend]) },
      { why: 'under the bar', ids: drawnUnder([root.querySelector('.bar')]) },
    ] as const;
    return story.frame.labels
      .filter(({ opacity }) => opacity > 0.5)
      .flatMap(({ id }): LabelMiss[] => {
        if (!isInside(id)) return [{ id, why: 'outside the stage' }];
        if (!drawn.has(id)) return [{ id, why: 'not drawn' }];
        return covers.filter(({ ids }) => ids.has(id)).map(({ why }) => ({ id, why }));
      });
  });
}
