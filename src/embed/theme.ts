/** Values of custom properties, by their name without `--legenda-`. */
export type Theme = Readonly<Record<string, string>>;

/** The properties that a page around a story may set. */
export const THEME_COLORS = ['paper', 'land', 'ink', 'soft-ink', 'rule'] as const;
/** The properties that say which letters. */
export const THEME_FONTS = ['text', 'display'] as const;

const DARK: Theme = {
  paper: '#211d19',
  land: '#2a2520',
  ink: '#f1e9d8',
  'soft-ink': '#c8bba4',
  rule: '#5f5244',
};

const isKnown = (name: string, value: string): boolean =>
  (THEME_COLORS.some((known) => known === name) && CSS.supports('color', value)) ||
  (THEME_FONTS.some((known) => known === name) && CSS.supports('font-family', value));

/** Sets the colours and letters of a story and its page. What is no colour and no font is left out. */
export function applyTheme(story: HTMLElement, theme: Theme): void {
  const page = document.documentElement.style;
  for (const [name, value] of Object.entries(theme)) {
    if (!isKnown(name, value)) continue;
    story.style.setProperty(`--legenda-${name}`, value);
    page.setProperty(`--${name}`, value);
  }
}

/** The theme of a name: light is as the story has it, the page's is what the page has said. */
export function themeOf(name: string | undefined, page: Theme): Theme {
  if (name === 'dark') return DARK;
  return name === 'page' ? page : {};
}
