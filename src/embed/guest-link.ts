import { ReaderError } from '../core/reader-error.ts';
import { createGate } from './gate.ts';
import { type GuestMessage, HOST_SHAPES, type HostMessage, PROTOCOL } from './protocol.ts';
import type { EmbedSettings } from './settings.ts';
import { pickTheme, type Theme } from './theme-values.ts';

/** A story's line to the page around its frame. */
export interface GuestLink {
  /** Says something to the host; returns the message's number, 0 before there is a host. */
  say(message: GuestMessage): number;
  /** Whether a host has answered. */
  isOpen(): boolean;
  /** The last view that the host has told. */
  view(): HostView | undefined;
  /** Calls back on what the host says; returns what ends it. */
  on(listener: (message: HostMessage) => void): () => void;
  /** What the story's address asks for. */
  readonly settings: EmbedSettings;
  /** The colours and letters of the host, by the name of their property; none before it has welcomed. */
  theme(): Theme;
  /** Whether the frame has filled the screen since the story was last in the page's flow. */
  wasFull: boolean;
}

/** What of the frame the host shows. */
export type HostView = Extract<HostMessage, { type: 'view' }>;

function newSession(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Says hello to the page around this one, whoever that is, and from then on talks to who answers. */
export function openGuestLink(settings: EmbedSettings): GuestLink {
  const session = newSession();
  const listeners = new Set<(message: HostMessage) => void>();
  const gate = createGate<HostMessage>({
    peer: () => window.parent,
    session,
    opening: 'welcome',
    shapes: HOST_SHAPES,
    now: () => performance.now(),
  });
  let n = 0;
  let view: HostView | undefined;
  let theme: Theme = {};
  const post = (message: GuestMessage, origin: string): number => {
    n += 1;
    window.parent.postMessage({ ...message, legenda: PROTOCOL, session, n }, origin);
    return n;
  };
  window.addEventListener('message', (event) => {
    const message = gate.accept(event);
    if (!message) return;
    if (message.type === 'view') view = message;
    if (message.type === 'welcome') theme = pickTheme((name) => message.theme[name]);
    for (const listener of listeners) listener(message);
  });
  post({ type: 'hello' }, '*');
  return {
    wasFull: false,
    settings,
    theme: () => theme,
    isOpen: () => gate.opened() !== undefined,
    say(message) {
      const open = gate.opened();
      return open ? post(message, open.origin) : 0;
    },
    view: () => view,
    on(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

const links = new WeakMap<HTMLElement, GuestLink>();

/** Gives a story its line to the page around it. */
export function linkStory(story: HTMLElement, link: GuestLink): void {
  links.set(story, link);
}

/** A story's line to the page around it; throws where it has none. */
export function linkOf(story: HTMLElement): GuestLink {
  const link = links.get(story);
  if (!link)
    throw new ReaderError(
      'This story is no page in a frame: the modes "embed" and "steps" are for those.',
    );
  return link;
}
