/** After how many milliseconds of silence a window is taken to be gone. */
const SILENCE = 6000;

/** How many windows are known at once: more than any class has. */
const MOST = 50;

interface Peer {
  /** When it was last heard, milliseconds. */
  heard: number;
  moving: boolean;
}

/** The other windows of a lesson, by name: those that were heard last. */
export class Peers {
  readonly #peers = new Map<string, Peer>();
  readonly #onChange: (count: number) => void;

  /** `onChange` is told how many there are, when that changes, or whether one of them moves. */
  constructor(onChange: (count: number) => void) {
    this.#onChange = onChange;
  }

  /** Whether the map of one of them is on its way. */
  get isMoving(): boolean {
    return [...this.#peers.values()].some(({ moving }) => moving);
  }

  /** A window has said something. */
  hear(name: string, now: number): void {
    const peer = this.#peers.get(name);
    // Set anew, so that they stand in the order in which they were heard.
    this.#peers.delete(name);
    this.#peers.set(name, { moving: false, ...peer, heard: now });
    const [longest] = this.#peers.keys();
    if (this.#peers.size > MOST && longest !== undefined) this.#peers.delete(longest);
    else if (!peer) this.#tell();
  }

  /** A window has said whether it moves; it has been heard. */
  setMoving(name: string, moving: boolean): void {
    const peer = this.#peers.get(name);
    if (!peer || peer.moving === moving) return;
    peer.moving = moving;
    this.#tell();
  }

  /** Returns whether there was such a window. */
  forget(name: string): boolean {
    const isGone = this.#peers.delete(name);
    if (isGone) this.#tell();
    return isGone;
  }

  /** The windows that have been silent for too long. */
  silent(now: number): string[] {
    return [...this.#peers].filter(([, { heard }]) => now - heard > SILENCE).map(([name]) => name);
  }

  #tell(): void {
    this.#onChange(this.#peers.size);
  }
}
