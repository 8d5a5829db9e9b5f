import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { htmlData } from '../../../../scripts/package/editor-data.ts';
import { reactTypes, vueTypes } from '../../../../scripts/package/framework-types.ts';
import { elementFiles, makeManifest } from '../../../../scripts/package/make-manifest.ts';
import { type Declaration, elementsOf } from '../../../../scripts/package/manifest.ts';
import { ROOT } from '../../../../scripts/packages.ts';

const manifest = await makeManifest(ROOT);
const elements = elementsOf(manifest);
const files = (await elementFiles(ROOT)).map((path) => ({
  path,
  text: readFileSync(join(ROOT, path), 'utf8'),
}));

/** The doc comment that has the name of a tag, in files that define an element. */
const COMMENT = /\/\*\*(?:(?!\*\/)[\s\S])*?@tagname ([\w-]+)(?:(?!\*\/)[\s\S])*?\*\/\nexport class/;

const documented = files.flatMap(({ path, text }) => {
  const [comment, tag] = COMMENT.exec(text) ?? [];
  return comment && tag ? [{ path, tag, comment }] : [];
});

const namesIn = (comment: string, kind: string): string[] =>
  [...comment.matchAll(new RegExp(`^ \\* @${kind} (?:\\{.*\\} )?([\\w-]+) - `, 'gm'))].map(
    ([, name = '']) => name,
  );

const names = (items: readonly { name: string }[] = []): string[] => items.map(({ name }) => name);

/** The attributes that Lit makes of an element's reactive properties, as its source has them. */
function attributesIn(text: string): string[] {
  const [, block = ''] = /static override properties = \{\n([\s\S]*?)\n {2}\};/.exec(text) ?? [];
  return [...block.matchAll(/^ {4}(\w+): \{(.*)\},$/gm)].flatMap(([, name = '', options = '']) => {
    if (/attribute: false|state: true/.test(options)) return [];
    return /attribute: '([\w-]+)'/.exec(options)?.[1] ?? name.toLowerCase();
  });
}

describe('the custom elements manifest', () => {
  it('has every class that is an element', () => {
    const classes = files.flatMap(({ text }) =>
      [...text.matchAll(/^export class \w+ extends (?:LitElement|HTMLElement)/gm)].map(String),
    );
    expect(documented).toHaveLength(classes.length);
    expect([...elements.keys()].sort()).toEqual(documented.map(({ tag }) => tag).sort());
  });

  it.each(documented)('has all that the comment of $tag names', ({ tag, comment, path }) => {
    const element = elements.get(tag) as Declaration;
    const has = (kind: string, items: readonly { name: string }[] = []): void => {
      expect(names(items)).toEqual(expect.arrayContaining(namesIn(comment, kind)));
    };
    has('attr', element.attributes);
    has('event', element.events);
    has('slot', element.slots);
    has('csspart', element.cssParts);
    has('cssproperty', element.cssProperties);
    const text = files.find((file) => file.path === path)?.text ?? '';
    expect(names(element.attributes)).toEqual(expect.arrayContaining(attributesIn(text)));
    expect(element.description).not.toBe('');
  });

  it('tells a page what it can set on a story, and nothing of what is private', () => {
    const story = elements.get('map-story') as Declaration;
    expect(names(story.attributes)).toEqual(['src', 'place-names', 'stills', 'mode']);
    expect(names(story.cssParts)).toEqual(
      expect.arrayContaining(['stage', 'bar', 'date', 'legend', 'timeline', 'button', 'card']),
    );
    expect(names(story.cssProperties)).toEqual(
      expect.arrayContaining(['--legenda-paper', '--legenda-text']),
    );
    expect(names(story.members)).toEqual(
      expect.arrayContaining(['src', 'story', 'frame', 'playhead', 'seek', 'settled']),
    );
    expect(names(story.members)).not.toContain('picture');
  });

  it('is where package.json says', () => {
    const { customElements, files } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    expect(customElements).toBe('lib/custom-elements.json');
    expect(files).toContain('lib');
  });

  it('says what each event of a story brings', () => {
    const events = elements.get('map-story')?.events ?? [];
    expect(events.find(({ name }) => name === 'story-frame')?.type?.text).toBe(
      'CustomEvent<Frame>',
    );
    expect(events.every(({ type }) => /^CustomEvent<.+>$/.test(type?.text ?? ''))).toBe(true);
  });
});

describe('what editors and frameworks know', () => {
  it('names the elements that a page writes, with the values of their attributes', () => {
    const { tags } = htmlData(manifest) as {
      tags: { name: string; attributes: { name: string; values?: { name: string }[] }[] }[];
    };
    expect(names(tags)).toEqual(['map-story', 'story-step', 'legenda-embed']);
    const theme = tags[2]?.attributes.find(({ name }) => name === 'theme');
    expect(names(theme?.values)).toEqual(['light', 'dark', 'page']);
  });

  it.each([
    ['React', reactTypes(manifest), "'onstory-step'?: (event: CustomEvent<string>) => void;"],
    ['Vue', vueTypes(manifest), "'story-step': (event: CustomEvent<string>) => void;"],
  ])('has attributes and events for %s', (_, types, event) => {
    expect(types).toContain("'place-names'?: MapStory['placeNames'];");
    expect(types).toContain("'story'?: MapStory['story'];");
    expect(types).toContain(event);
  });
});
