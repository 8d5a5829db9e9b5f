import type { Channel } from '../core/channel.ts';
import type { LngLat } from '../core/story.ts';
import { type Answers, createAnswers, createFlood } from './answers.ts';
import { browserTimer, type Timer } from './browser-timer.ts';
import type { Lesson } from './lesson.ts';
import { Peers } from './peers.ts';
import type { LessonMessage, Message } from './protocol.ts';
import { parseMessage } from './protocol.ts';
import { compareStamps, type Stamp } from './stamp.ts';

/**
 * Where a lesson comes from: `own`, changed in this window; `other`, in another; `joined`, it was
 * under way when this window opened, so that its picture is to be there at once.
 */
export type LessonOrigin = 'own' | 'other' | 'joined';

/** What {@link createSharedLesson} joins. */
export interface SharedLessonOptions {
  channel: Channel;
  /** The address of the story's file, without query and hash. */
  story: string;
  /** The ids of the story's steps. A lesson that stands at none of them is not taken. */
  steps: readonly string[];
  /** The lesson, if no other window has one. */
  first: Lesson;
  /** Told of each lesson that takes the place of the one before, this window's own changes too. */
  onChange: (lesson: Lesson, origin: LessonOrigin) => void;
  /** Told where another window points; `null` when it no longer does, or is gone. */
  onPoint?: (at: LngLat | null) => void;
  /** Told how many other windows there are, when that or {@link SharedLesson.isMoving} changes. */
  onPeers?: (count: number) => void;
  /** Default: the browser's. */
  timer?: Timer;
  /** The name of this window, unlike all others. Default: at random. */
  id?: string;
}

/** One lesson in several windows. */
export interface SharedLesson {
  lesson: () => Lesson;
  /** Makes this the lesson of all windows. Nothing happens where it is the lesson already. */
  change: (lesson: Lesson) => void;
  /** Shows the others where this window points, degrees; `null` takes the pointer away. */
  point: (at: LngLat | null) => void;
  /** Tells the others whether the map of this window is on its way to where the lesson stands. */
  moves: (isMoving: boolean) => void;
  /** Whether another window has said so. */
  isMoving: () => boolean;
  /** Asks the others for their lesson: for a window that has just been joined, or has come back. */
  hello: () => void;
  /** Says good-bye to the others, and no more until it says hello: the page is left, perhaps to come back. */
  bye: () => void;
  /** Says good-bye and ends it. The channel stays open. */
  dispose: () => void;
}

/** How long a new window waits for the lesson of an older one before it stands for its own. */
const SETTLE = 500;
/** How often a window says that it is there. */
const HEARTBEAT = 2000;

function randomName(): string {
  return [...crypto.getRandomValues(new Uint32Array(4))].map((n) => n.toString(36)).join('-');
}

class LessonLink implements SharedLesson {
  private current: Lesson;
  private stamp: Stamp;
  private pointing: string | undefined;
  private isAway = false;
  private moving = false;
  private readonly peers: Peers;
  private readonly timer: Timer;
  private readonly answers: Answers;
  private readonly isFlood: () => boolean;
  private readonly endings: (() => void)[];
  private cancelBeat: () => void = () => {};

  constructor(
    private readonly id: string,
    private readonly options: SharedLessonOptions,
  ) {
    this.current = options.first;
    this.stamp = { clock: 0, by: id };
    this.timer = options.timer ?? browserTimer;
    this.peers = new Peers((count) => options.onPeers?.(count));
    this.answers = createAnswers(this.timer, () => this.answer());
    this.isFlood = createFlood(this.timer);
    this.endings = [
      () => this.answers.dispose(),
      options.channel.listen((value) => this.receive(value)),
      this.timer.after(SETTLE, () => this.settle()),
    ];
    this.beat();
  }

  lesson(): Lesson {
    return this.current;
  }

  change(lesson: Lesson): void {
    if (lesson === this.current) return;
    this.take(lesson, { clock: this.stamp.clock + 1, by: this.id }, 'own');
  }

  point(at: LngLat | null): void {
    this.post({ ...this.envelope(), kind: 'point', at });
  }

  moves(isMoving: boolean): void {
    if (isMoving === this.moving) return;
    this.moving = isMoving;
    this.tellMoving();
  }

  isMoving(): boolean {
    return this.peers.isMoving;
  }

  hello(): void {
    this.isAway = false;
    this.post({ ...this.envelope(), kind: 'hello' });
  }

  bye(): void {
    this.post({ ...this.envelope(), kind: 'bye' });
    this.isAway = true;
  }

  dispose(): void {
    if (this.endings.length === 0) return;
    this.bye();
    this.cancelBeat();
    for (const end of this.endings.splice(0)) end();
  }

  private envelope() {
    return { legenda: 1, story: this.options.story, from: this.id } as const;
  }

  private post(message: Message): void {
    if (this.endings.length > 0 && !this.isAway) this.options.channel.post(message);
  }

  private tell(): void {
    this.post({ ...this.envelope(), kind: 'lesson', ...this.stamp, lesson: this.current });
  }

  private tellMoving(): void {
    this.post({ ...this.envelope(), kind: 'moving', moving: this.moving });
  }

  private take(lesson: Lesson, stamp: Stamp, origin: LessonOrigin): void {
    this.current = lesson;
    this.stamp = stamp;
    // Told before the page acts on it: what it does then may change the lesson again.
    if (origin === 'own') this.tell();
    this.options.onChange(lesson, origin);
  }

  /** A window that no older one has answered is the oldest: its lesson becomes one to be reckoned with. */
  private settle(): void {
    if (this.stamp.clock > 0) return;
    this.stamp = { clock: 1, by: this.id };
    this.tell();
  }

  private beat(): void {
    this.hello();
    for (const name of this.peers.silent(this.timer.now())) this.forget(name);
    this.cancelBeat = this.timer.after(HEARTBEAT, () => this.beat());
  }

  private receive(value: unknown): void {
    if (this.isFlood()) return;
    const message = parseMessage(value, this.options.story);
    if (!message || message.from === this.id) return;
    if (message.kind === 'bye') {
      this.forget(message.from);
      return;
    }
    this.peers.hear(message.from, this.timer.now());
    if (message.kind === 'hello') this.answers.ask();
    else if (message.kind === 'lesson') this.weigh(message);
    else if (message.kind === 'moving') this.peers.setMoving(message.from, message.moving);
    else {
      this.pointing = message.at ? message.from : undefined;
      this.options.onPoint?.(message.at);
    }
  }

  /** A window that has not settled has nothing to say yet: its lesson must not stand against an older one. */
  private answer(): void {
    if (this.stamp.clock > 0) this.tell();
    if (this.moving) this.tellMoving();
  }

  private weigh({ clock, by, lesson }: LessonMessage): void {
    const { steps } = this.options;
    if (!steps.includes(lesson.at.step) || lesson.seen > steps.length) return;
    const order = compareStamps({ clock, by }, this.stamp);
    if (order < 0) this.answers.ask();
    if (order <= 0) return;
    this.take(lesson, { clock, by }, this.stamp.clock === 0 ? 'joined' : 'other');
  }

  private forget(name: string): void {
    if (!this.peers.forget(name) || this.pointing !== name) return;
    this.pointing = undefined;
    this.options.onPoint?.(null);
  }
}

/**
 * Shares a lesson with the other windows of the channel that show the same story. The last change
 * holds in all of them, in whatever order messages come, and however often each does. A new window
 * says hello and takes over the lesson of an older one; until it is answered, or half a second has
 * passed, it has its own. Messages that are not of this protocol are dropped.
 */
export function createSharedLesson(options: SharedLessonOptions): SharedLesson {
  const link = new LessonLink(options.id ?? randomName(), options);
  return {
    lesson: () => link.lesson(),
    change: (lesson) => link.change(lesson),
    point: (at) => link.point(at),
    moves: (isMoving) => link.moves(isMoving),
    isMoving: () => link.isMoving(),
    hello: () => link.hello(),
    bye: () => link.bye(),
    dispose: () => link.dispose(),
  };
}
