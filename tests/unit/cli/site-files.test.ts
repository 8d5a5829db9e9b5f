import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { coverImage } from '../../../src/cli/cover-image.ts';
import { emitSiteFiles, galleryHead } from '../../../src/cli/emit-site-files.ts';
import { readSiteAddress } from '../../../src/cli/site-address.ts';
import { createStillPress } from '../../../src/cli/stills.ts';
import { createFixtureStory } from '../../support/fixture-story.ts';

async function filesOf(site: string | undefined): Promise<Map<string, string | Uint8Array>> {
  const files = new Map<string, string | Uint8Array>();
  const stories = [['war', createFixtureStory()] as const];
  const press = createStillPress();
  await emitSiteFiles((path, content) => files.set(path, content), { stories, site, press });
  return files;
}

describe('the address of the site', () => {
  it.each([
    ['https://example.org', 'https://example.org/'],
    ['http://example.org/maps', 'http://example.org/maps/'],
    [' https://example.org/한국/ ', 'https://example.org/%ED%95%9C%EA%B5%AD/'],
  ])('may be %j', (text, address) => {
    expect(readSiteAddress({ LEGENDA_SITE: text })).toBe(address);
  });

  it.each([undefined, '', '  '])('is not known where the variable is %j', (text) => {
    expect(readSiteAddress({ LEGENDA_SITE: text })).toBeUndefined();
  });

  it.each([
    'example.org',
    'ftp://example.org/',
    'https://',
    'https://a b/',
    'https://example.org/?a',
    'https://example.org/#a',
    'https://me:secret@example.org/',
    'javascript:alert(1)',
  ])('is not %j', (text) => {
    expect(() => readSiteAddress({ LEGENDA_SITE: text })).toThrow(
      'Write it like https://example.org/stories/',
    );
  });
});

describe('the files beside the pages', () => {
  it('are the covers alone where the site is not known', async () => {
    expect([...(await filesOf(undefined)).keys()]).toEqual(['stories/war/cover.png']);
    expect(galleryHead(undefined)).toBe('');
  });

  it('are what to embed, the feed and the map of the site too where it is', async () => {
    const files = await filesOf('https://example.org/maps/');
    expect([...files.keys()]).toEqual([
      'stories/war/cover.png',
      'stories/war/oembed.json',
      'feed.xml',
      'sitemap.xml',
    ]);
    expect(files.get('feed.xml')).toContain('<id>https://example.org/maps/stories/war/</id>');
    expect(`${galleryHead('https://example.org/maps/')}`).toContain('/maps/feed.xml"');
  });

  it('tell robots of the map where the site is at the root of its host', async () => {
    const files = await filesOf('https://example.org/');
    expect(files.get('robots.txt')).toContain('Sitemap: https://example.org/sitemap.xml');
  });
});

describe('the cover', () => {
  it.each([
    [1200, 630],
    [300, 200],
    [100, 400],
    [4000, 1000],
  ])('of a drawing of %d by %d fills its size', async (width, height) => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#2f5d73"/></svg>`;
    const image = sharp(await coverImage(svg));
    expect(await image.metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 });
    const { channels } = await image.stats();
    expect(channels.slice(0, 3).map(({ min }) => min)).toEqual([0x2f, 0x5d, 0x73]);
  });
});
