/** What is wrong with a file, by kind, and the words that a message about it needs. */
export interface FaultValues {
  /** It cannot be opened, or is none: `reason` is a folder, empty, not to be read. */
  'unreadable-data': { reason: string };
  'data-too-large': { size: string; most: string };
  'data-encoding': { encoding: string };
  /** `where` is a line and a column. */
  'data-not-json': { where: string; found: string; needed: string };
  'data-nested-deeply': { where: string; most: string };
  'data-not-geojson': { given: string };
  'data-topology': { where: string; given: string };
  'data-projection': { crs: string };
  /** From here on, `where` names a feature, and a position in it. */
  'data-projected': { where: string; given: string };
  'data-swapped': { where: string; given: string };
  'data-outside-world': { where: string; given: string };
  'data-not-a-position': { where: string; given: string };
  'data-wrong-nesting': { where: string; type: string; needed: string };
  'data-few-positions': { where: string; type: string; least: string; count: string };
  'data-geometry-type': { where: string; given: string };
  'data-not-a-feature': { where: string; given: string };
  'data-feature-id': { where: string; given: string };
  'data-properties': { where: string; given: string };
  /** With these the rest of the file is of use. */
  'data-open-ring': { where: string };
  'data-without-geometry': { where: string };
  'data-repeated-id': { where: string; id: string };
}

/** The name of a kind of fault. */
export type FaultCode = keyof FaultValues;

/** One fault of a file, as data: those who show it have the words for it. */
export type Fault = {
  [Code in FaultCode]: { code: Code; values: FaultValues[Code] };
}[FaultCode];

/** The faults with which a file can still be used. */
export const HARMLESS: ReadonlySet<FaultCode> = new Set<FaultCode>([
  'data-open-ring',
  'data-without-geometry',
  'data-repeated-id',
]);

/** Where the faults of one file are gathered: the first of each kind, and how many more there are. */
export interface FaultLog {
  report<Code extends FaultCode>(code: Code, values: FaultValues[Code]): void;
  /** The first of each kind, in the order in which they were found. */
  list(): Fault[];
}

/** An empty log. */
export function createFaultLog(): FaultLog {
  const found = new Map<FaultCode, { fault: Fault; count: number }>();
  return {
    report(code, values) {
      const known = found.get(code);
      if (known) known.count += 1;
      else found.set(code, { fault: { code, values } as Fault, count: 1 });
    },
    list: () => [...found.values()].map(({ fault, count }) => withCount(fault, count)),
  };
}

function withCount(fault: Fault, count: number): Fault {
  if (count === 1 || !('where' in fault.values)) return fault;
  const places = count === 2 ? 'at 1 more place' : `at ${count - 1} more places`;
  const values = { ...fault.values, where: `${fault.values.where} (and ${places})` };
  return { ...fault, values } as Fault;
}

/** The most letters of a value that are shown. */
const MOST_SHOWN = 40;

/** A value of a file as a message shows it: its JSON, cut where it is long. */
export function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'number' && !Number.isFinite(value)) return `${value}`;
  if (Array.isArray(value) && value.length > 8) return `a list of ${value.length}`;
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return 'an object';
  const nested = Array.isArray(value) && value.some((part) => typeof part === 'object' && part);
  if (nested) return 'a list of lists';
  const text = Array.isArray(value) ? `[${value.map(shown).join(', ')}]` : JSON.stringify(value);
  const letters = [...text];
  return letters.length > MOST_SHOWN ? `${letters.slice(0, MOST_SHOWN).join('')}…` : text;
}
