import { isStepId } from './protocol.ts';

/** The options as a story's page reads them from its address. */
export interface EmbedSettings {
  step?: string;
  from?: string;
  to?: string;
  layout?: 'scroll' | 'steps';
  theme?: 'light' | 'dark' | 'page';
  placeNames?: string;
  stills: boolean;
  /** Whether our script has made the frame, and will answer. */
  hosted?: true;
}

/** The value of `embed` in an address that our script has made. */
export const HOSTED = 'script';

/** The value, where it is one of those; else `undefined`. */
const oneOf = <T extends string>(values: readonly T[], value: string | null): T | undefined =>
  values.find((known) => known === value);

/** Reads the options from an address's query, such as `?embed&from=yalu`. What is not known is left out. */
export function readSettings(search: string): EmbedSettings {
  const said = new URLSearchParams(search);
  const id = (name: string): string | undefined => {
    const value = said.get(name);
    return isStepId(value) ? value : undefined;
  };
  const found = {
    step: id('step'),
    from: id('from'),
    to: id('to'),
    layout: oneOf(['scroll', 'steps'], said.get('layout')),
    theme: oneOf(['light', 'dark', 'page'], said.get('theme')),
    placeNames: id('place-names'),
    hosted: said.get('embed') === HOSTED ? true : undefined,
  };
  const known = Object.entries(found).filter(([, value]) => value !== undefined);
  return { ...Object.fromEntries(known), stills: said.has('stills') };
}

/** The part of a list of steps from one id to another; an id that is not there sets no end. */
export function stepRange<T extends { id: string }>(
  steps: readonly T[],
  { from, to }: Pick<EmbedSettings, 'from' | 'to'>,
): readonly T[] {
  const indexOf = (id: string | undefined): number => steps.findIndex((step) => step.id === id);
  const [first, last] = [Math.max(0, indexOf(from)), indexOf(to)];
  const end = last < 0 ? steps.length : last + 1;
  return end > first ? steps.slice(first, end) : steps.slice(first);
}
