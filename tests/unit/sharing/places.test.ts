import { describe, expect, it } from 'vitest';
import { placesOf, stepLink } from '../../../src/sharing/places.ts';

const PAGE = 'https://example.org/maps/stories/war/';

describe('where a story is', () => {
  it('is its folder, whatever its page is called', () => {
    for (const page of [PAGE, `${PAGE}index.html`]) {
      expect(placesOf(page, './story.json')).toEqual({ page, folder: PAGE, slug: 'war' });
    }
  });

  it('has the script that embeds it where the page says so', () => {
    expect(placesOf(PAGE, './story.json', '../../embed.js').script).toBe(
      'https://example.org/maps/embed.js',
    );
    expect(placesOf('file:///war.html', 'blob:null/1f', './embed.js').script).toBeUndefined();
  });

  it('is another host where the page shows a story of that', () => {
    const places = placesOf('https://news.example/article?id=5', `${PAGE}story.json`);
    expect(places).toMatchObject({ folder: PAGE, slug: 'war' });
    expect(stepLink(places, 'yalu')).toBe('https://news.example/article?id=5#yalu');
  });

  it('is not known to a file without a host', () => {
    const places = placesOf('file:///home/me/my%20war.html#yalu', 'blob:null/1f');
    expect(places).toEqual({ slug: 'mywar' });
    expect(stepLink(places, 'yalu')).toBeUndefined();
  });

  it('is a page without code to embed where one file is put on a host', () => {
    const page = 'https://example.org/war.html';
    const places = placesOf(page, `blob:https://example.org/1f`);
    expect(places).toEqual({ page, slug: 'war' });
    expect(stepLink(places, 'yalu')).toBe(`${page}#yalu`);
  });

  it('is not known where the story is no file', () => {
    expect(placesOf(PAGE, '')).toEqual({ page: PAGE, slug: 'war' });
    expect(placesOf('https://example.org/', '').slug).toBe('story');
  });
});

describe('the link to a step', () => {
  it('says nothing of how the story was shown', () => {
    const places = placesOf(`${PAGE}?present&x=1#seoul`, './story.json');
    expect(stepLink(places, 'yalu')).toBe(`${PAGE}#yalu`);
  });

  it('is written as addresses are', () => {
    const places = placesOf(PAGE, './story.json');
    expect(stepLink(places, '압록강')).toBe(`${PAGE}#%EC%95%95%EB%A1%9D%EA%B0%95`);
  });
});
