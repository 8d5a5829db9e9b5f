import { PLACE_NAMES } from '../../src/core/place-names.ts';
import { type Attribute, type Declaration, elementsOf, type Manifest } from './manifest.ts';

/** The elements that a page writes; all others are made by these. */
export const PAGE_ELEMENTS = ['map-story', 'story-step', 'legenda-embed'] as const;

/** What an attribute can be where its type has a name. */
const NAMED_VALUES: Readonly<Record<string, readonly string[]>> = {
  PlaceNames: Object.keys(PLACE_NAMES),
  StoryMode: ['read', 'present', 'notes'],
};

/** The elements that a page writes, in that order. Throws where the manifest lacks one. */
export function pageElements(manifest: Manifest): (Declaration & { tagName: string })[] {
  const elements = elementsOf(manifest);
  return PAGE_ELEMENTS.map((tagName) => {
    const element = elements.get(tagName);
    if (!element) throw new Error(`The manifest has no <${tagName}>.`);
    return { ...element, tagName };
  });
}

/** The values that an attribute can have, where they are few. */
function valuesOf({ type }: Attribute): string[] {
  const parts = (type?.text ?? '').split('|').map((part) => part.trim());
  const literals = parts.flatMap((part) => /^'(.*)'$/.exec(part)?.[1] ?? []);
  return [...literals, ...parts.flatMap((part) => NAMED_VALUES[part] ?? [])];
}

function describeAttribute(attribute: Attribute): object {
  const { name, description = '', type } = attribute;
  const values = valuesOf(attribute).map((value) => ({ name: value }));
  return {
    name,
    description,
    ...(type?.text === 'boolean' && { valueSet: 'v' }),
    ...(values.length > 0 && { values }),
  };
}

function listed(title: string, items: readonly { name: string; description?: string }[] = []) {
  const lines = items.map(
    ({ name, description = '' }) => `- \`${name || 'unnamed'}\`: ${description}`,
  );
  return lines.length > 0 ? `\n\n**${title}**\n\n${lines.join('\n')}` : '';
}

/** The elements as Visual Studio Code and other editors read them (HTML custom data, version 1.1). */
export function htmlData(manifest: Manifest): object {
  const tags = pageElements(manifest).map((element) => {
    const { tagName, description = '', attributes = [] } = element;
    const { events, slots, cssParts, cssProperties } = element;
    const value =
      description +
      listed('Events', events) +
      listed('Slots', slots) +
      listed('CSS parts', cssParts) +
      listed('CSS properties', cssProperties);
    return {
      name: tagName,
      description: { kind: 'markdown', value },
      attributes: attributes.map(describeAttribute),
    };
  });
  return { version: 1.1, tags };
}
