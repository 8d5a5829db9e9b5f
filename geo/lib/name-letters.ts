import { PLACE_NAMES } from '../../src/core/place-names.ts';
import { readTable } from './inputs.ts';
import { type NameForms, shortForms } from './name-forms.ts';

const readRows = () => [...readTable('places.csv'), ...readTable('labels.csv')];

/** All names of one form that the map may draw: of places, of the basemap, and of the form itself. */
export function namesIn(form: keyof NameForms): string[] {
  return [PLACE_NAMES[form], ...readRows().map((row) => shortForms(row)[form])];
}

/** All names that the map may draw, in every form. */
export function allNames(): string[] {
  const names = readRows().flatMap((row) => [row.name ?? '', ...Object.values(shortForms(row))]);
  return [...Object.values(PLACE_NAMES), ...names];
}

/** The letters of a script (a Unicode property's value, such as `Hangul`) in names, each once, in order. */
export function lettersOf(script: string, names: readonly string[]): string {
  const letters = names.join('').match(new RegExp(`\\p{Script=${script}}`, 'gu')) ?? [];
  return [...new Set(letters)].sort().join('');
}
