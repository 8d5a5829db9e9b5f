import { hashFor } from '../core/deep-link.ts';
import type { Stage } from '../core/stage.ts';
import { pageHub } from '../drivers/page-hub.ts';
import type { Guide, GuideOptions, StoryMode } from '../elements/controllers/read-guide.ts';
import type { Action, WindowAction } from './actions.ts';
import type { WindowRequest } from './ask.ts';
import { createPageChannel } from './channel.ts';
import { definePresent } from './define-present.ts';
import { createDeskView } from './desk-view.ts';
import { createHands } from './hands.ts';
import { createInputs } from './inputs.ts';
import type { Lesson } from './lesson.ts';
import { createMotion } from './motion.ts';
import { openLesson, reduceLesson } from './reduce-lesson.ts';
import { createScreenView } from './screen-view.ts';
import { createSelfPlay } from './self-play.ts';
import { addressIn, readSettings } from './settings.ts';
import { createSharedLesson } from './shared-lesson.ts';
import type { ViewOptions } from './view.ts';

/** What presenting needs of `<map-story>`. */
export interface PresentOptions extends GuideOptions, Omit<ViewOptions, 'settings' | 'onResize'> {
  /** `notes`: the teacher's window; else the screen of the class. */
  mode: StoryMode;
  /** The live map, once there is one. */
  stageOf: () => Stage | undefined;
  /** The viewport may have changed. */
  onResize: () => void;
  /** Nobody presents any more. */
  onLeave: () => void;
}

const SIZE = 'popup,width=1280,height=800';

/**
 * The guide of a lesson: it moves the story to where the lesson stands, in this window and in all
 * others that show the same story.
 */
export function createPresenting(options: PresentOptions): Guide {
  definePresent();
  const { host, root, story, store, mode, stageOf, onLeave } = options;
  // Measured before the view takes the page's height away. Nobody has read a page at its very top.
  const isUnread = window.scrollY === 0 && !location.hash;
  const settings = readSettings(location.search);
  // A file that the page has made itself has another address in each window.
  const file = options.src.startsWith('blob:') ? location.href : options.src;
  const address = new URL(file, document.baseURI).href.replace(/[?#].*/, '');
  const isDesk = mode === 'notes';
  const view = (isDesk ? createDeskView : createScreenView)({ ...options, settings });
  const channel = createPageChannel(`legenda ${address}`, { window });
  let peers = 0;
  let shown: Lesson | undefined;

  const motion = createMotion({ store, onChange: () => show() });
  const hands = createHands({
    box: root.querySelector('.stage') as Element,
    stageOf,
    act: (action) => act(action),
    onPoint: (at) => shared.point(at),
    notice: (text, tool) => view.notice(text, tool),
  });
  const shared = createSharedLesson({
    channel,
    story: address,
    steps: story.steps.map(({ id }) => id),
    first: openLesson(story, isUnread ? undefined : store.state().playhead),
    onChange: (lesson, origin) => follow(lesson, origin !== 'joined'),
    onPoint: (at) => hands.point(at),
    onPeers(count) {
      peers = count;
      show();
    },
  });
  const act = (action: Action): void => {
    const how = { playing: motion.isPlaying(), now: Date.now() };
    shared.change(reduceLesson(story, shared.lesson(), action, how));
  };
  const self = createSelfPlay({
    story,
    lesson: shared.lesson,
    act,
    kiosk: settings.kiosk,
    isDriver: !isDesk,
  });
  const show = (): void => {
    const lesson = shared.lesson();
    view.show({ lesson, frame: store.frame(), isPlaying: motion.isPlaying(), peers });
    hands.show(lesson);
    self.rest(motion.isPlaying());
  };
  const follow = (lesson: Lesson, mayPlay: boolean): void => {
    const before = shown;
    shown = lesson;
    const { at, played } = lesson;
    if (JSON.stringify(before?.at) !== JSON.stringify(at) || before?.played !== played) {
      motion.go(at, played && mayPlay);
      history.replaceState({ ...history.state, legenda: at.step }, '', hashFor(at.step));
    }
    show();
    if (before?.card !== lesson.card) options.onResize();
  };
  const open = (as: 'notes' | 'present'): void => {
    const popup = window.open(addressIn(location.href, as), `legenda-${as}`, SIZE);
    if (!popup) {
      view.notice(
        'The browser has blocked the window. Allow windows of this page, then try again.',
      );
      return;
    }
    channel.join(popup);
    shared.hello();
  };
  const here: Record<Exclude<WindowRequest, 'move-pointer'>, () => void> = {
    fullscreen: () =>
      void (document.fullscreenElement ? document.exitFullscreen() : host.requestFullscreen()),
    notes: () => open('notes'),
    'open-screen': () => open('present'),
    overview: () => (view.isBusy() ? view.close() : view.open('overview')),
    goto: () => view.open('goto'),
    help: () => view.open('help'),
    pointer: () => hands.take('pointer'),
    draw: () => hands.take('draw'),
    erase: () => hands.take('erase'),
    leave: onLeave,
  };
  const isHere = (type: string): type is keyof typeof here => type in here;
  const ask = (type: Action['type'] | WindowAction): void => {
    if (isHere(type)) here[type]();
    else if (type !== 'move-pointer') act({ type } as Action);
  };
  const ends = [
    store.subscribe(show),
    createInputs({ host, view, hands, ask, settings, onTouch: self.touch }),
    pageHub(window).on('hashchange', () => {
      const id = decodeURIComponent(location.hash.slice(1));
      if (id !== shared.lesson().at.step) act({ type: 'visit', step: id });
    }),
    hands.dispose,
    self.dispose,
    shared.dispose,
    channel.close,
    motion.stop,
    view.dispose,
  ];
  view.element.addEventListener('present-action', ({ detail }) => act(detail));
  view.element.addEventListener('present-window', ({ detail }) => ask(detail as WindowAction));
  return {
    viewport: view.viewport,
    begin() {
      options.onBegin();
      // An exhibition's address says more than that.
      const own = addressIn(location.href, isDesk ? 'notes' : 'present');
      if (!settings.kiosk) history.replaceState(history.state, '', own);
      follow(shared.lesson(), false);
      self.begin();
    },
    go(at) {
      act({ type: 'visit', step: at.step });
      shared.change({ ...shared.lesson(), at, played: false });
    },
    next: () => act({ type: 'next' }),
    previous: () => act({ type: 'previous' }),
    visit: (step) => act({ type: 'visit', step }),
    refresh() {},
    arrived: motion.arrived,
    dispose() {
      for (const end of ends) end();
      history.replaceState(history.state, '', addressIn(location.href, ''));
    },
  };
}
