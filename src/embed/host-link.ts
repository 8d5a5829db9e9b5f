import { createGate, type Incoming } from './gate.ts';
import {
  GUEST_SHAPES,
  type GuestMessage,
  type HostMessage,
  type Posted,
  PROTOCOL,
} from './protocol.ts';

/** A host's message without `ack`, which the line knows. */
type Said<M = HostMessage> = M extends unknown ? Omit<M, 'ack'> : never;

/** A page's line to the story in one of its frames. */
export interface HostLink {
  /** The message of an event; `undefined` where it is not the story's, or to be dropped. */
  hear(event: Incoming): Posted<GuestMessage> | undefined;
  /** Says something to the story, once it has said hello. */
  say(message: Said): void;
}

/** Opens a line to the story of `origin` in a frame; what the frame shows in its place gets nothing. */
export function createHostLink(frame: HTMLIFrameElement, origin: string): HostLink {
  const gate = createGate<GuestMessage>({
    peer: () => frame.contentWindow,
    origin,
    opening: 'hello',
    shapes: GUEST_SHAPES,
    now: () => performance.now(),
  });
  let n = 0;
  return {
    hear: gate.accept,
    say(message) {
      const open = gate.opened();
      if (!open) return;
      n += 1;
      const { session, n: ack } = open;
      frame.contentWindow?.postMessage({ ...message, ack, legenda: PROTOCOL, session, n }, origin);
    },
  };
}
