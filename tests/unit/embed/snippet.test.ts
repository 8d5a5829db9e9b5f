import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { EMBED_FILE } from '../../../scripts/emit-docs.ts';
import { EMBED_OPTIONS } from '../../../src/embed/options.ts';
import { readSettings } from '../../../src/embed/settings.ts';
import { embedSnippet, frameAddress } from '../../../src/embed/snippet.ts';

const STORY = 'https://example.org/maps/stories/war/';
const title = 'War';
const HOSTILE = `"><script>alert('1')</script>&`;

/** The attributes of an element in a snippet, as HTML has them. */
function attributesOf(snippet: string, name: string): Record<string, string> {
  const tag = new RegExp(`<${name}( [^>]*)?>`).exec(snippet)?.[1] ?? '';
  const pairs = [...tag.matchAll(/ ([\w-]+)(?:="([^"]*)")?/g)];
  return Object.fromEntries(pairs.map(([, key = '', value = '']) => [key, value]));
}

describe('code that embeds a story', () => {
  it('by our script names the story, and the script of its site', () => {
    const code = embedSnippet('script', STORY, { title, choices: { theme: 'dark', stills: '' } });
    expect(attributesOf(code, 'script')).toEqual({
      type: 'module',
      src: 'https://example.org/maps/embed.js',
    });
    expect(attributesOf(code, 'legenda-embed')).toEqual({
      story: STORY,
      title,
      theme: 'dark',
      stills: '',
    });
  });

  it('by our script names the script where it is said to be', () => {
    const code = embedSnippet('script', STORY, { title, script: `${STORY}embed.js` });
    expect(attributesOf(code, 'script').src).toBe(`${STORY}embed.js`);
  });

  it('in a plain frame says what the frame is, and keeps it in its place', () => {
    const frame = attributesOf(embedSnippet('frame', STORY, { title }), 'iframe');
    expect(frame).toMatchObject({ title, loading: 'lazy', height: '680' });
    expect(frame.width).toBe('100%');
    expect(frame.sandbox?.split(' ')).toContain('allow-scripts');
    expect(frame.sandbox).not.toContain('top-navigation');
    // What its links open is an ordinary page.
    expect(frame.sandbox?.split(' ')).toContain('allow-popups-to-escape-sandbox');
    const example = readFileSync('examples/iframe.html', 'utf8');
    expect(example).toContain(`sandbox="${frame.sandbox}"`);
    const sized = attributesOf(embedSnippet('frame', STORY, { title, width: 800 }), 'iframe');
    expect(sized.width).toBe('800');
  });

  it('as an element names the story’s file, and only what the element knows', () => {
    const choices = { theme: 'dark', from: 'yalu', stills: '' };
    const code = embedSnippet('element', STORY, { title, choices });
    const element = attributesOf(code, 'map-story');
    expect(element).toEqual({ src: `${STORY}story.json`, stills: '' });
    expect(code).not.toContain('<script');
  });

  it.each([
    ['script', ['script', '/script', 'legenda-embed', '/legenda-embed']],
    ['frame', ['iframe', '/iframe']],
    ['element', ['map-story', '/map-story']],
  ] as const)('by %s lets nothing out of it', (way, tags) => {
    const choices = { from: HOSTILE, theme: HOSTILE, stills: HOSTILE, other: HOSTILE };
    const story = `${STORY}${encodeURIComponent(HOSTILE)}/`;
    const code = embedSnippet(way, story, { title: HOSTILE, choices });
    expect([...code.matchAll(/<(\/?[\w-]+)/g)].map(([, tag]) => tag)).toEqual(tags);
    expect(code).not.toMatch(/from=|theme|stills|other/);
  });

  it('is what the page on embedding shows', () => {
    const page = readFileSync(EMBED_FILE, 'utf8').replace(/\s+/g, ' ');
    const story = 'https://stories.example/stories/stalin-korea/';
    for (const way of ['script', 'frame'] as const) {
      const code = embedSnippet(way, story, { title: '…' }).replace(/\s+/g, ' ');
      expect(page).toContain(`\`\`\`html ${code} \`\`\``);
    }
  });

  it('wants the whole address of a story', () => {
    expect(() => embedSnippet('frame', './war/', { title })).toThrow();
  });
});

describe('the address in a frame', () => {
  it('goes step by step, unless it is asked to scroll', () => {
    expect(frameAddress(STORY)).toBe(`${STORY}?embed&layout=steps`);
    expect(frameAddress(STORY, { layout: 'scroll' })).toBe(`${STORY}?embed&layout=scroll`);
  });

  it('says what the story’s page reads from it', () => {
    const choices = {
      step: 'seoul',
      from: 'yalu',
      to: 'armistice',
      theme: 'dark',
      'place-names': 'ko',
      stills: '',
    };
    expect(readSettings(new URL(frameAddress(STORY, choices)).search)).toEqual({
      step: 'seoul',
      from: 'yalu',
      to: 'armistice',
      layout: 'steps',
      theme: 'dark',
      placeNames: 'ko',
      stills: true,
    });
  });

  it('has no colours of the page around, which only our script tells', () => {
    expect(frameAddress(STORY, { theme: 'page' })).not.toContain('theme');
    expect(embedSnippet('script', STORY, { title, choices: { theme: 'page' } })).toContain(
      'theme="page"',
    );
  });

  it('knows every word of the options as the page does', () => {
    for (const { name, takes } of EMBED_OPTIONS) {
      const words = typeof takes === 'string' ? [] : takes;
      const read = words.map((word) => {
        const { layout, theme, placeNames } = readSettings(`?${name}=${word}`);
        return layout ?? theme ?? placeNames;
      });
      expect(read).toEqual(words);
    }
  });
});
