import { PHONE_BELOW } from '../core/viewport.ts';
import type { GuestLink } from './guest-link.ts';

/** A height in the words of pym.js, for the frame that its page calls `id`. */
export const pymHeight = (id: string, height: number): string =>
  `pym${['', id, 'height', String(height)].join('xPYMx')}`;

/** A height in the words of AMP. */
export const ampHeight = (height: number) => ({
  sentinel: 'amp',
  type: 'embed-size',
  height,
});

/** The origin of the page around this one; `undefined` where the browser does not say. */
function parentOrigin(): string | undefined {
  const [nearest] = location.ancestorOrigins ?? [];
  if (nearest) return nearest;
  return document.referrer ? new URL(document.referrer).origin : undefined;
}

/** A good height for a frame of this width that is read step by step, CSS pixels. */
export const stepsHeight = (width: number): number =>
  width < PHONE_BELOW
    ? Math.round(Math.min(Math.max(width * 1.75, 560), 760))
    : Math.round(Math.min(Math.max(width * 0.62, 520), 820));

/** What tells the height. */
export interface HeightTeller {
  /** Tells a height, CSS pixels, to whom it is new. */
  tell(height: number): void;
  dispose(): void;
}

/**
 * Tells the height to a host that speaks our protocol, as soon as there is one, where `isForHost`; and to the
 * page around that may speak pym.js or AMP.
 */
export function createHeightTeller(link: GuestLink, isForHost: boolean): HeightTeller {
  const origin = parentOrigin();
  const pymId = new URLSearchParams(location.search).get('childId');
  let told = 0;
  let toldHost = 0;
  const tellHost = (): void => {
    if (!isForHost || told === toldHost) return;
    if (link.say({ type: 'height', height: told }) > 0) toldHost = told;
  };
  return {
    tell(height) {
      const isNew = height !== told;
      told = height;
      tellHost();
      if (!isNew || origin === undefined || origin === 'null') return;
      window.parent.postMessage(ampHeight(height), origin);
      if (pymId) window.parent.postMessage(pymHeight(pymId, height), origin);
    },
    dispose: link.on(tellHost),
  };
}
