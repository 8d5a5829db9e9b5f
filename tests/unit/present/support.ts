import type { Channel } from '../../../src/core/channel.ts';
import type { Timer } from '../../../src/present/browser-timer.ts';
import { openLesson } from '../../../src/present/reduce-lesson.ts';
import {
  createSharedLesson,
  type SharedLessonOptions,
} from '../../../src/present/shared-lesson.ts';
import { createFixtureStory } from '../../support/fixture-story.ts';

/** The address of the story in these tests. */
export const ADDRESS = 'https://example.org/stories/fixture/story.json';

/** Time that passes only when a test says so. */
export interface FakeTimer extends Timer {
  pass: (milliseconds: number) => void;
}

/** A timer at 0, whose callbacks come in the order of their times. */
export function createFakeTimer(): FakeTimer {
  let time = 0;
  const waiting = new Set<{ at: number; callback: () => void }>();
  const nextUntil = (end: number) =>
    [...waiting].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
  return {
    now: () => time,
    after(delay, callback) {
      const entry = { at: time + delay, callback };
      waiting.add(entry);
      return () => void waiting.delete(entry);
    },
    pass(milliseconds) {
      const end = time + milliseconds;
      for (let entry = nextUntil(end); entry; entry = nextUntil(end)) {
        waiting.delete(entry);
        time = entry.at;
        entry.callback();
      }
      time = end;
    },
  };
}

/** Channels that are joined, over which messages go only when a test lets them. */
export interface FakeNetwork {
  open: () => Channel;
  /** Brings one message: the first of the way that `pick` chooses; `twice` leaves a copy for later. */
  bring: (pick: number, twice?: boolean) => boolean;
  /** Brings all there are, and those that they cause. */
  bringAll: () => void;
}

interface Port {
  listeners: Set<(value: unknown) => void>;
  /** What is under way to it, by sender, each in its order. */
  ways: Map<Port, unknown[]>;
}

/** A network that keeps the order of one sender's messages to one receiver, and no other. */
export function createFakeNetwork(): FakeNetwork {
  const ports = new Set<Port>();
  const bring = (pick: number, twice = false): boolean => {
    const all = [...ports].flatMap((port) => [...port.ways.values()].map((way) => ({ port, way })));
    const busy = all.filter(({ way }) => way.length > 0);
    const chosen = busy[pick % Math.max(1, busy.length)];
    if (!chosen) return false;
    const message = chosen.way.shift();
    if (twice) chosen.way.push(structuredClone(message));
    for (const listener of [...chosen.port.listeners]) listener(message);
    return true;
  };
  return {
    bring,
    bringAll() {
      while (bring(0));
    },
    open() {
      const own: Port = { listeners: new Set(), ways: new Map() };
      ports.add(own);
      return {
        post(message) {
          for (const other of ports) {
            if (other === own) continue;
            const way = other.ways.get(own) ?? [];
            way.push(structuredClone(message));
            other.ways.set(own, way);
          }
        },
        listen(listener) {
          own.listeners.add(listener);
          return () => void own.listeners.delete(listener);
        },
        close: () => void ports.delete(own),
      };
    },
  };
}

/** The fixture story, and the ids of its steps. */
export const story = createFixtureStory();
export const STEPS = story.steps.map(({ id }) => id);

/** A window of the lesson on the fixture story, which notes nothing unless `more` says so. */
export function openWindow(
  channel: Channel,
  more: Pick<SharedLessonOptions, 'id' | 'timer'> & Partial<SharedLessonOptions>,
) {
  const first = openLesson(story);
  return createSharedLesson({
    ...{ channel, story: ADDRESS, steps: STEPS, first, onChange: () => {} },
    ...more,
  });
}
