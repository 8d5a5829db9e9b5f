/** What a still draws in place of what the live map draws. */
const UPRIGHT = 'draws it upright';

/** Values that only the live map draws: for each property those that stills draw too, and what they do of others. */
const DRAWN: Readonly<Record<string, { values: readonly string[]; instead: string }>> = {
  'symbol-placement': { values: ['point'], instead: 'leaves the names out' },
  'text-writing-mode': { values: [], instead: 'writes it in lines' },
  'text-pitch-alignment': { values: ['auto', 'viewport'], instead: UPRIGHT },
  'circle-pitch-alignment': { values: ['viewport'], instead: UPRIGHT },
  'fill-layer-blend': { values: ['normal'], instead: 'lays it over the map' },
  'line-layer-blend': { values: ['normal'], instead: 'lays it over the map' },
};

/** What a still does of a value of a style that it cannot draw; `undefined` for one that it draws. */
export function insteadInStills(name: string, value: unknown): string | undefined {
  const drawn = Object.hasOwn(DRAWN, name) ? DRAWN[name] : undefined;
  return drawn && !drawn.values.includes(String(value)) ? drawn.instead : undefined;
}
