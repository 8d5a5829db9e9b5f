import type { OpenChannel } from '../../core/channel.ts';
import type { Frame } from '../../core/frame.ts';
import type { PlaceNames } from '../../core/place-names.ts';
import type { Playhead } from '../../core/playhead.ts';
import { createStore } from '../../core/store.ts';
import type { Story } from '../../core/story.ts';
import { createViewport, type Viewport } from '../../core/viewport.ts';
import { pageHub } from '../../drivers/page-hub.ts';
import { emit } from '../emit.ts';
import { askPart, MISSING, type Missing, needPart } from '../need-part.ts';
import { openedMode } from '../opened-mode.ts';
import type { StoryStage } from '../story-stage.ts';
import type { StoryStep } from '../story-step.ts';
import { wordsOf } from './missing-words.ts';
import { createReadGuide, type Guide, type StoryEnds, type StoryMode } from './read-guide.ts';
import { createStages, type Picture } from './story-stages.ts';

/** The element that a session runs in, as much of it as that takes. */
export interface SessionHost extends HTMLElement {
  readonly renderRoot: HTMLElement | DocumentFragment;
  /** Address of the story's file. */
  src: string;
  mode: StoryMode | undefined;
  openChannel: OpenChannel | undefined;
  requestUpdate(): void;
}

/** What a session needs of the element it runs in. */
export interface SessionOptions {
  host: SessionHost;
  story: Story;
  steps: readonly StoryStep[];
  stage: StoryStage;
  /** A frame was given to the stage; `user` tells whether the reader holds the camera. */
  onFrame: (frame: Frame, user: boolean) => void;
  /** What is on the screen has changed: stills, the live map, or nothing. */
  onPicture: (picture: Picture) => void;
  /** The reader has stopped scrolling, or the picture has settled. */
  onRest: () => void;
}

/** One story, alive on a page. */
export interface Session {
  playhead(): Playhead;
  /** In which form the reader wants names; without one, as the story has it. */
  setPlaceNames(placeNames: PlaceNames | undefined): void;
  /** Where the story has its ends, if what moves it says so. */
  ends(): StoryEnds | undefined;
  /** What moves the story now. */
  guide(): Guide;
  /** Lets the story be moved by whom the mode says. Where that cannot be, it is left as it was, and the reader is told. */
  follow(mode: StoryMode | undefined): Promise<void>;
  returnToStory(): void;
  /** Whether the reader wants stills only. */
  setStills(only: boolean): void;
  settled(): Promise<Frame>;
  dispose(): void;
}

/** Writes the viewport into the page's style, so that cards stand where the camera expects them. */
export function styleHost(
  host: HTMLElement,
  viewport: Viewport = createViewport(host.clientWidth, document.documentElement.clientHeight),
): Viewport {
  const { stage, card } = viewport;
  const set = (name: string, value: number): void =>
    host.style.setProperty(`--legenda-${name}`, `${value}px`);
  set('stage-height', stage.height);
  set('card-left', card.left);
  set('card-width', card.width);
  set('card-top', card.top);
  return viewport;
}

/** The guides that most readers never need are loaded when they are asked for. Rejects where this story cannot have one. */
async function loadGuide(mode: StoryMode, host: HTMLElement) {
  if (mode === 'read') return createReadGuide;
  if (mode === 'embed' || mode === 'steps') {
    const load = () => import('../../embed/embedding.ts');
    return (await needPart(host, 'The story', load)).embeddingOf(host);
  }
  const load = () => import('../../present/presenting.ts');
  return (await askPart(host, 'Presenting', load)).createPresenting;
}

/** Brings a story to life: the store, its stage and the guide that moves it. Dispose ends all of it. */
export function createSession(options: SessionOptions): Session {
  const { host, story, steps, stage, onFrame, onPicture, onRest } = options;
  const motion = window.matchMedia('(prefers-reduced-motion: reduce)');
  const store = createStore(story, {
    playhead: { step: story.steps[0]?.id ?? '', progress: 0, travel: 0 },
    viewport: styleHost(host),
    reducedMotion: true,
  });
  const lessMotion = (): boolean => motion.matches;
  const stages = createStages({ host, story, stage, store, lessMotion, onPicture });

  const show = (): void => {
    const frame = store.frame();
    const user = store.state().userCamera !== undefined;
    stages.apply(frame, { keepCamera: user });
    onFrame(frame, user);
  };
  const present = (wanted: boolean) => (): void => {
    host.mode = wanted ? 'present' : 'read';
  };
  let ends: StoryEnds | undefined;
  const onEnds = (said: StoryEnds | undefined): void => {
    ends = said;
    host.requestUpdate();
  };
  const onBegin = stages.begin;
  const guided = { host, steps, store, onBegin, onRest, onEnds, onPresent: present(true) };
  let mode: StoryMode = 'read';
  let disposed = false;
  let guide = createReadGuide(guided);
  const resize = (): void => {
    const now = guide.viewport(host.clientWidth, document.documentElement.clientHeight);
    if (JSON.stringify(now) === JSON.stringify(store.state().viewport)) return;
    styleHost(host, now);
    stages.resize(now);
    store.dispatch({ type: 'resize', viewport: now });
    guide.refresh();
  };
  const sizes = new ResizeObserver(resize);
  sizes.observe(host);
  motion.addEventListener('change', stages.setMotion);
  const listeners = [
    store.subscribe(show),
    pageHub(window).on('resize', resize),
    () => motion.removeEventListener('change', stages.setMotion),
    () => sizes.disconnect(),
  ];
  guide.begin();
  show();
  host.mode = openedMode(host.src) ?? host.mode;
  return {
    playhead: () => store.state().playhead,
    setPlaceNames: (placeNames) => store.dispatch({ type: 'place-names', placeNames }),
    ends: () => ends,
    guide: () => guide,
    async follow(asked = 'read') {
      // A page says the same in each window; one that was opened as the teacher's is that.
      const wanted = asked === 'present' ? (openedMode(host.src) ?? asked) : asked;
      if (wanted !== asked) host.mode = wanted;
      if (wanted === mode) return;
      const before = mode;
      mode = wanted;
      const create = await loadGuide(wanted, host).catch((error: unknown) => {
        if (mode === wanted) host.mode = mode = before;
        emit(host, MISSING, ['mode', wordsOf(error), true] satisfies Missing);
      });
      if (!create) return;
      emit(host, MISSING, ['mode'] satisfies Missing);
      if (wanted !== mode || disposed) return;
      guide.dispose();
      const root = host.renderRoot as ShadowRoot;
      const { src, openChannel } = host;
      const how = { root, story, mode, src, openChannel, stageOf: () => stage.stage };
      guide = create({ ...guided, ...how, onResize: resize, onLeave: present(false) });
      resize();
      guide.begin();
    },
    setStills: stages.setStills,
    returnToStory: () => store.dispatch({ type: 'return' }),
    async settled() {
      for (;;) {
        await guide.arrived();
        guide.refresh();
        const frame = store.frame();
        await stages.settled();
        if (store.frame() !== frame) continue;
        onRest();
        return frame;
      }
    },
    dispose() {
      disposed = true;
      guide.dispose();
      for (const end of listeners) end();
      stages.dispose();
    },
  };
}
