import type { Theme } from './theme-values.ts';

const DARK: Theme = {
  paper: '#211d19',
  land: '#2a2520',
  ink: '#f1e9d8',
  'soft-ink': '#c8bba4',
  rule: '#5f5244',
};

/** The CSS property that takes the value of a theme's. */
const propertyOf = (name: string): string =>
  ['text', 'display'].includes(name) ? 'font-family' : 'color';

/** Sets the colours and letters of a story and its page. What is no colour and no font is left out. */
export function applyTheme(story: HTMLElement, theme: Theme): void {
  const page = document.documentElement.style;
  for (const [name, value] of Object.entries(theme)) {
    if (!CSS.supports(propertyOf(name), value)) continue;
    story.style.setProperty(`--legenda-${name}`, value);
    page.setProperty(`--${name}`, value);
  }
}

/** The theme of a name: light is as the story has it, the page's is what the page has said. */
export function themeOf(name: string | undefined, page: Theme): Theme {
  if (name === 'dark') return DARK;
  return name === 'page' ? page : {};
}
