/** What an address says about presenting. */
export interface Settings {
  /** How long the lesson is planned to be, minutes; absent where it is not said. */
  minutes?: number;
  /** Whether titles, stills and marks of steps still to come may be seen. Default false. */
  reveal: boolean;
  /** Whether the story goes round by itself, as at an exhibition. Default false. */
  kiosk: boolean;
  /** Whether a click on the map goes on, and one on its left third goes back. Default false. */
  clicks: boolean;
}

/** Whether an option is on: `?kiosk`, `?kiosk=on`; not `?kiosk=off`. */
const isOn = (value: string | null): boolean => value === '' || value === 'on';

/** Reads the part of an address behind its `?`. What is not understood counts as not said. */
export function readSettings(search: string): Settings {
  const said = new URLSearchParams(search);
  const minutes = Number(said.get('minutes'));
  return {
    ...(minutes > 0 && minutes <= 600 && { minutes }),
    reveal: said.get('reveal') === 'off',
    kiosk: isOn(said.get('kiosk')),
    clicks: isOn(said.get('clicks')),
  };
}

/** The address of a page in another mode; without a mode, to be read. */
export function addressIn(href: string, mode: 'present' | 'notes' | ''): string {
  const url = new URL(href);
  for (const name of ['present', 'notes']) url.searchParams.delete(name);
  // An exhibition's page that is loaded anew is still one.
  if (mode !== 'present') url.searchParams.delete('kiosk');
  if (mode) url.searchParams.set(mode, '');
  url.search = url.search.replace(/=(?=&|$)/g, '');
  return url.href;
}
