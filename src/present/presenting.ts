import type { Channel, OpenChannel } from '../core/channel.ts';
import { hashFor, stepFromHash } from '../core/deep-link.ts';
import type { Playhead } from '../core/playhead.ts';
import type { Stage } from '../core/stage.ts';
import { pageHub } from '../drivers/page-hub.ts';
import type { Guide, GuideOptions, StoryMode } from '../elements/controllers/read-guide.ts';
import { storyAddress } from '../elements/opened-mode.ts';
import type { Action } from './actions.ts';
import { createPageChannel, type PageChannel } from './channel.ts';
import { definePresent } from './define-present.ts';
import { createDeskView } from './desk-view.ts';
import { createHands, type Hands } from './hands.ts';
import { createInputs } from './inputs.ts';
import type { Lesson } from './lesson.ts';
import { createMotion, type Motion } from './motion.ts';
import { createOtherWindows } from './other-windows.ts';
import { openLesson, reduceLesson } from './reduce-lesson.ts';
import { createScreenView } from './screen-view.ts';
import { createSelfPlay, type SelfPlay } from './self-play.ts';
import { addressIn, readSettings } from './settings.ts';
import { createSharedLesson, type SharedLesson } from './shared-lesson.ts';
import type { View, ViewOptions } from './view.ts';
import { createRequests } from './window-requests.ts';

/** What presenting needs of `<map-story>`. */
export interface PresentOptions extends GuideOptions, Omit<ViewOptions, 'settings' | 'onResize'> {
  /** `notes`: the teacher's window; else the screen of the class. */
  mode: StoryMode;
  /** The page's own way to the other windows; default the browser's. */
  openChannel: OpenChannel | undefined;
  /** The live map, once there is one. */
  stageOf: () => Stage | undefined;
  /** The viewport may have changed. */
  onResize: () => void;
  /** Nobody presents any more. */
  onLeave: () => void;
}

/** The guide of a lesson in one window. */
class Presenting implements Guide {
  private readonly settings = readSettings(location.search);
  private readonly isDesk: boolean;
  private readonly view: View;
  private readonly motion: Motion;
  private readonly hands: Hands;
  private readonly channel: Channel & Partial<PageChannel>;
  private readonly shared: SharedLesson;
  private readonly self: SelfPlay;
  private readonly ends: readonly (() => void)[];
  private peers = 0;
  private shown: Lesson | undefined;
  private onPeers: () => void = () => {};

  constructor(private readonly options: PresentOptions) {
    const { mode, story, store, src } = options;
    // Measured before the view takes the page's height away. Nobody has read a page at its very top.
    const isUnread = window.scrollY === 0 && !location.hash;
    this.isDesk = mode === 'notes';
    const createView = this.isDesk ? createDeskView : createScreenView;
    this.view = createView({ ...options, settings: this.settings });
    this.motion = createMotion({ store, onChange: () => this.show() });
    this.hands = this.takeHands();
    const name = `legenda ${storyAddress(src)}`;
    this.channel = options.openChannel?.(name) ?? createPageChannel(name, { window });
    this.shared = this.share(openLesson(story, isUnread ? undefined : store.state().playhead));
    this.self = createSelfPlay({
      ...{ story, lesson: this.shared.lesson, act: this.act, clear: () => this.clear() },
      ...{ kiosk: this.settings.kiosk, isDriver: !this.isDesk },
    });
    this.ends = [...this.listen(), ...this.takeInputs()];
  }

  private takeHands(): Hands {
    const { root, stageOf } = this.options;
    return createHands({
      box: root.querySelector('.stage') as Element,
      stageOf,
      act: this.act,
      onPoint: (at) => this.shared.point(at),
      notice: (text, tool) => this.view.notice(text, tool),
    });
  }

  private share(first: Lesson): SharedLesson {
    const { story, src } = this.options;
    return createSharedLesson({
      channel: this.channel,
      story: storyAddress(src),
      steps: story.steps.map(({ id }) => id),
      first,
      onChange: (lesson, origin) => this.follow(lesson, origin !== 'joined'),
      onPoint: (at) => this.hands.point(at),
      onPeers: (count) => {
        this.peers = count;
        if (count > 0) this.onPeers();
        this.show();
      },
    });
  }

  private listen(): (() => void)[] {
    const { store } = this.options;
    const hub = pageHub(window);
    const show = (): void => this.show();
    document.addEventListener('visibilitychange', show);
    return [
      store.subscribe(show),
      () => document.removeEventListener('visibilitychange', show),
      hub.on('hashchange', () => {
        const step = stepFromHash(location.hash, store.timeline().stepIds);
        if (step && step !== this.shared.lesson().at.step) this.visit(step);
      }),
      hub.on('pagehide', this.shared.bye),
      // The browser may have kept the page, and show it again as it was.
      hub.on('pageshow', this.shared.hello),
    ];
  }

  private takeInputs(): (() => void)[] {
    const { host, src, onLeave } = this.options;
    const { view, hands, act, settings, self } = this;
    const join = (popup: Window): void => {
      this.channel.join?.(popup);
      this.shared.hello();
    };
    const windows = createOtherWindows({ src, join, say: hands.say });
    this.onPeers = windows.found;
    const ask = createRequests({ host, view, hands, windows, act, onLeave });
    view.element.addEventListener('present-action', ({ detail }) => act(detail));
    view.element.addEventListener('present-window', ({ detail }) => ask(detail));
    return [createInputs({ host, view, hands, ask, settings, onTouch: self.touch })];
  }

  private readonly act = (action: Action): void => this.shared.change(this.reduced(action));

  private reduced(action: Action): Lesson {
    const { motion, shared } = this;
    const how = { playing: motion.isPlaying() || shared.isMoving(), now: Date.now() };
    return reduceLesson(this.options.story, shared.lesson(), action, how);
  }

  private show(): void {
    const { motion, shared, view, hands, self, peers } = this;
    const lesson = shared.lesson();
    const moves = motion.isPlaying();
    // A window that nobody sees draws nothing, and so does not arrive.
    shared.moves(moves && !this.isDesk && !document.hidden);
    const isPlaying = moves || shared.isMoving();
    view.show({ lesson, frame: this.options.store.frame(), isPlaying, peers });
    hands.show(lesson);
    self.rest(moves);
  }

  private follow(lesson: Lesson, mayPlay: boolean): void {
    const before = this.shown;
    this.shown = lesson;
    const { at, played, card } = lesson;
    if (JSON.stringify(before?.at) !== JSON.stringify(at) || before?.played !== played) {
      this.motion.go(at, played && mayPlay);
      history.replaceState({ ...history.state, legenda: at.step }, '', hashFor(at.step));
    }
    this.show();
    if (before?.card !== card) this.options.onResize();
  }

  /** Puts away what a visitor has left in this window. */
  private clear(): void {
    this.view.close();
    this.hands.take('none');
    this.options.store.dispatch({ type: 'return' });
  }

  viewport(width: number, height: number) {
    return this.view.viewport(width, height);
  }

  begin(): void {
    this.options.onBegin();
    // An exhibition's address says more than that.
    const own = addressIn(location.href, this.isDesk ? 'notes' : 'present');
    if (!this.settings.kiosk) history.replaceState(history.state, '', own);
    this.follow(this.shared.lesson(), false);
    this.self.begin();
  }

  go(at: Playhead): void {
    // One change, not two: another window may answer the first before it hears of the second.
    const visited = this.reduced({ type: 'visit', step: at.step });
    this.shared.change({ ...visited, at, played: false });
  }

  next(): void {
    this.act({ type: 'next' });
  }

  previous(): void {
    this.act({ type: 'previous' });
  }

  visit(step: string): void {
    this.act({ type: 'visit', step });
  }

  refresh(): void {}

  arrived(): Promise<void> {
    return this.motion.arrived();
  }

  dispose(): void {
    const { hands, self, shared, channel, motion, view } = this;
    for (const end of this.ends) end();
    for (const part of [hands, self, shared]) part.dispose();
    channel.close();
    motion.stop();
    view.dispose();
    history.replaceState(history.state, '', addressIn(location.href, ''));
  }
}

/**
 * The guide of a lesson: it moves the story to where the lesson stands, in this window and in all
 * others that show the same story.
 */
export function createPresenting(options: PresentOptions): Guide {
  definePresent();
  return new Presenting(options);
}
