/** Turns that are few, for those who want one. */
export interface Turns<T> {
  /** Asks for a turn, or asks again; returns whether it is had. Who has none waits for one. */
  ask(who: T): boolean;
  /** Ends a turn, or the waiting for one. */
  end(who: T): void;
}

/** Hands out turns, first come, first served, `most` at a time; `onTurn` is called for who has waited and now has one. */
export function createTurns<T>(most: number, onTurn: (who: T) => void): Turns<T> {
  const queue = new Set<T>();
  const holders = (): T[] => [...queue].slice(0, most);
  return {
    ask(who) {
      queue.add(who);
      return holders().includes(who);
    },
    end(who) {
      const before = holders();
      queue.delete(who);
      for (const each of holders()) if (!before.includes(each)) onTurn(each);
    },
  };
}
