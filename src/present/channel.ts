import type { Channel } from '../core/channel.ts';

/** A {@link Channel} of a page, which can be told of windows. */
export interface PageChannel extends Channel {
  /** Takes in a window that this page has opened. */
  join: (peer: Window) => void;
}

function openBroadcast(name: string): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel(name);
  } catch {
    // Where a page may store nothing it may have no such channel either; windows it knows remain.
    return undefined;
  }
}

/** Whether a page has no origin of its own: it was opened from a file, or stands in a sandbox. */
function isWithoutOrigin(origin: string): boolean {
  return origin === 'null' || origin.startsWith('file:');
}

/**
 * The channel of the pages with this name, on this page's origin. A page from a file has no origin
 * that others share, so windows that know each other also tell each other directly: the one that
 * opened this page, those it has joined, and those it opened before it was loaded anew.
 */
export function createPageChannel(name: string, { window }: { window: Window }): PageChannel {
  const { origin } = window;
  const target = isWithoutOrigin(origin) ? '*' : origin;
  const peers = new Set<Window>();
  const listeners = new Set<(value: unknown) => void>();
  const broadcast = openBroadcast(name);
  const tell = (value: unknown): void => {
    for (const listener of [...listeners]) listener(value);
  };
  const knows = (source: Window): boolean => {
    if (source === window) return false;
    if (source.opener === window) peers.add(source);
    return peers.has(source);
  };
  const onMessage = (event: MessageEvent): void => {
    const source = event.source as Window | null;
    if (source && event.origin === origin && knows(source)) tell(event.data);
  };
  const onBroadcast = (event: MessageEvent): void => tell(event.data);
  if (window.opener && window.opener !== window) peers.add(window.opener as Window);
  window.addEventListener('message', onMessage);
  broadcast?.addEventListener('message', onBroadcast);
  return {
    join: (peer) => void peers.add(peer),
    post(message) {
      broadcast?.postMessage(message);
      for (const peer of peers) {
        if (peer.closed) peers.delete(peer);
        else peer.postMessage(message, target);
      }
    },
    listen(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close() {
      window.removeEventListener('message', onMessage);
      broadcast?.close();
      listeners.clear();
      peers.clear();
    },
  };
}
