import type { Frame, Page } from '@playwright/test';
import { hostPage, serveHost, storyAt } from '../host-page.ts';
import type { Use } from './resources.ts';

/** Where a reader reads when something goes amiss, and where they come from. */
export const PLACES = { before: 'thirty-years', at: 'yalu' } as const;

const STORY = 'stories/stalin-korea/';

/** What a reader does with a story, from its opening. */
export interface Way {
  /** The step that is read. */
  step: string;
  /** Opens it on a site, at the step or before it. Gives what ends it. */
  open: (page: Page, site: string, at: string) => Promise<() => Promise<void>>;
  /** The frame of the page that the story is in; the page's own where there is none. */
  frame: (page: Page) => Frame;
  /** Asks for what is tested, where opening does not. */
  press?: (page: Page) => Promise<void>;
  /** True once that is there. */
  isDone: (frame: Frame) => Promise<boolean>;
  /** True where the map is not where it was, once that is there. */
  covers?: boolean;
}

const READ: Way = {
  step: PLACES.at,
  async open(page, site, at) {
    await page.goto(`${site}${STORY}#${at}`, { waitUntil: 'commit' });
    return async () => {};
  },
  frame: (page) => page.mainFrame(),
  isDone: (frame) =>
    frame.evaluate(() => {
      const root = document.querySelector('map-story')?.shadowRoot;
      return root?.querySelector('story-chart')?.shadowRoot?.querySelector('svg') != null;
    }),
};

const has = (selector: string) => (frame: Frame) =>
  frame.evaluate((selector) => {
    const root = document.querySelector('map-story')?.shadowRoot;
    const chart = root?.querySelector('story-chart')?.shadowRoot;
    return [root, chart].some((each) => each?.querySelector(selector));
  }, selector);

const press = (name: string) => async (page: Page) => {
  await page.getByRole('button', { name, exact: true }).click({ timeout: 30_000 });
};

/** The ways in which a reader comes to want a resource. */
export const WAYS: Readonly<Record<Use, Way>> = {
  read: READ,
  names: {
    ...READ,
    async open(page, site, at) {
      await page.addInitScript(() =>
        document.addEventListener('DOMContentLoaded', () =>
          document.querySelector('map-story')?.setAttribute('place-names', 'ko'),
        ),
      );
      return READ.open(page, site, at);
    },
  },
  table: { ...READ, press: press('Table'), isDone: has('story-table') },
  share: { ...READ, press: press('Share'), isDone: has('story-sharing') },
  present: {
    ...READ,
    press: (page) => page.keyboard.press('p'),
    isDone: has('presenter-panels'),
    covers: true,
  },
  embed: {
    ...READ,
    step: 'kuntsevo',
    async open(page, site) {
      const story = storyAt(site);
      const embed = `<legenda-embed story="${story}"><a href="${story}">The story</a></legenda-embed>`;
      const { url, close } = await serveHost(hostPage({ site, embed }));
      await page.goto(url, { waitUntil: 'commit' });
      await page.evaluate(() => document.fonts.ready.then(() => scrollTo(0, 1380)));
      return close;
    },
    frame: (page) => page.frames().find((each) => /[?&]embed/.test(each.url())) ?? page.mainFrame(),
    isDone: async () => true,
  },
};
