import { windowName } from '../elements/opened-mode.ts';
import { addressIn } from './settings.ts';

/** What opening windows needs. */
export interface OtherWindowsOptions {
  /** Address of the story's file. */
  src: string;
  /** Takes in a window that has been opened. */
  join: (popup: Window) => void;
  /** Says a short line to the presenter; without one, nothing any more. */
  say: (text?: string) => void;
}

/** The other windows of a lesson, as far as this one opens them. */
export interface OtherWindows {
  open(mode: 'notes' | 'present'): void;
  /** There is another window: nobody has to be told that none could be opened. */
  found(): void;
}

const SIZE = 'popup,width=1280,height=800';
const BLOCKED = 'The browser has blocked the window. Allow windows of this page, then try again.';

/** Opens the other windows of a lesson. */
export function createOtherWindows({ src, join, say }: OtherWindowsOptions): OtherWindows {
  let isBlocked = false;
  const found = (): void => {
    if (isBlocked) say();
    isBlocked = false;
  };
  return {
    found,
    open(mode) {
      const popup = window.open(addressIn(location.href, mode), windowName(mode, src), SIZE);
      if (popup) {
        found();
        join(popup);
        return;
      }
      isBlocked = true;
      say(BLOCKED);
    },
  };
}
