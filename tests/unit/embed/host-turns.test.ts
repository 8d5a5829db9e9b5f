import { describe, expect, it } from 'vitest';
import type { LiveTurn, TakeTurn } from '../../../src/elements/controllers/live-turn.ts';
import { hostTurns } from '../../../src/embed/host-turns.ts';
import type { GuestMessage, HostMessage } from '../../../src/embed/protocol.ts';

const WELCOME: HostMessage = { type: 'welcome', theme: {} };

/** A story's line to a page that answers by hand; `open` says whether the page has welcomed it. */
function createPage(open = true) {
  const listeners = new Set<(message: HostMessage) => void>();
  const said: GuestMessage[] = [];
  const link = {
    say: (message: GuestMessage) => (open ? said.push(message) : 0),
    on(listener: (message: HostMessage) => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const tell = (message: HostMessage): void => {
    open = true;
    for (const listener of listeners) listener(message);
  };
  const answer = (on: boolean, ack = said.length): void => tell({ type: 'live', on, ack });
  return { link, said, tell, answer };
}

/** A lock that is there for the taking. */
function createLock() {
  const lock = { taken: 0, held: false };
  const take: TakeTurn = (onHeld) => {
    lock.taken += 1;
    lock.held = true;
    onHeld();
    const release = (): void => void Object.assign(lock, { held: false });
    return { asked: Promise.resolve(), isHeld: () => lock.held, release } satisfies LiveTurn;
  };
  return { lock, take };
}

/** A story that asks the page for a turn. */
function takeFrom(page: ReturnType<typeof createPage>) {
  const { lock, take } = createLock();
  let held = 0;
  const takeTurn = hostTurns(page.link, take);
  const turn = takeTurn(() => {
    held += 1;
  });
  return { lock, turn, again: () => takeTurn(() => {}), held: () => held };
}

describe('a story that the page’s script has embedded', () => {
  it('has a turn once the page says so, and only then takes a lock', async () => {
    const page = createPage();
    const { lock, turn, held } = takeFrom(page);
    expect(page.said).toEqual([{ type: 'live', on: true }]);
    expect([turn.isHeld(), lock.taken]).toEqual([false, 0]);
    page.answer(true);
    await turn.asked;
    expect([turn.isHeld(), lock.taken, held()]).toEqual([true, 1, 1]);
    page.answer(true);
    expect([lock.taken, held()]).toEqual([1, 1]);
  });

  it('knows that it has to wait, and has the turn when it comes', async () => {
    const page = createPage();
    const { turn, held } = takeFrom(page);
    page.answer(false);
    await turn.asked;
    expect(turn.isHeld()).toBe(false);
    page.answer(true);
    expect([turn.isHeld(), held()]).toEqual([true, 1]);
  });

  it('asks a page that has not answered yet as soon as it does', () => {
    const page = createPage(false);
    const { turn } = takeFrom(page);
    expect(page.said).toEqual([]);
    page.tell(WELCOME);
    expect(page.said).toEqual([{ type: 'live', on: true }]);
    page.answer(true);
    expect(turn.isHeld()).toBe(true);
  });

  it('gives lock and turn back, and hears no more of them', async () => {
    const page = createPage();
    const { lock, turn } = takeFrom(page);
    page.answer(true);
    turn.release();
    expect(page.said.at(-1)).toEqual({ type: 'live', on: false });
    page.answer(true);
    expect([turn.isHeld(), lock.held, lock.taken]).toEqual([false, false, 1]);
  });

  it('leaves nobody waiting who gives up waiting', async () => {
    const page = createPage();
    const { turn } = takeFrom(page);
    turn.release();
    await turn.asked;
    expect(turn.isHeld()).toBe(false);
  });

  it('does not take an answer to what it asked before for one to what it asks now', () => {
    const page = createPage();
    const first = takeFrom(page);
    first.turn.release();
    const second = first.again();
    // Said before the page had heard of the giving back.
    page.answer(true, 1);
    expect(second.isHeld()).toBe(false);
    page.answer(true, 3);
    expect(second.isHeld()).toBe(true);
  });
});
