import { describe, expect, it } from 'vitest';
import { detachPage } from '../../../../src/cli/export/detach-page.ts';
import { editTags, replaceAttribute } from '../../../../src/cli/export/edit-tags.ts';

const files = new Set(['index.html', 'embed.js', 'assets/a.js', 'assets/a.css', 'still/x.svg']);
const page = (head: string, body: string) => `<head>${head}</head><body>${body}</body>`;

describe('a page in a folder of its own', () => {
  it('finds its assets beside it', () => {
    const html = page(
      '<script type="module" crossorigin src="../../assets/a.js"></script><link href="../../assets/a.css"><meta name="legenda-embed" content="../../embed.js">',
      '<img src="./still/x.svg">',
    );
    expect(detachPage(html, files)).toBe(html.replaceAll('../../', './'));
  });

  it('has text where other pages were linked, and keeps links to its own places and other hosts', () => {
    const kept = '<a href="#yalu">Yalu</a> <a href="https://example.org/">more</a>';
    const html = page('', `<p><a class="x" href="../../index.html">Lege<b>nda</b></a> ${kept}</p>`);
    expect(detachPage(html, files)).toBe(page('', `<p><span>Lege<b>nda</b></span> ${kept}</p>`));
  });

  it('links to other pages where the site’s address is known', () => {
    const head = '<link rel="canonical" href="https://example.org/s/stories/korea/">';
    const html = page(head, '<a href="../../index.html">Legenda</a>');
    expect(detachPage(html, files)).toBe(
      page(head, '<a href="https://example.org/s/index.html">Legenda</a>'),
    );
  });
});

describe('tags', () => {
  it('are found with their attributes, but not in comments, scripts and quotes', () => {
    const found: (string | undefined)[] = [];
    const html = `<!-- <a> --><p title="<b> & &amp;">x < y</p><script>"<i>"</script><img src='a' alt>`;
    const same = editTags(html, (tag) => {
      found.push(`${tag.name} ${tag.get('title') ?? tag.get('src') ?? tag.content}`);
      return tag.text;
    });
    expect(found).toEqual(['p <b> & &', 'script "<i>"', 'img a']);
    expect(same).toBe(html);
  });

  it('change in one attribute', () => {
    const tag = '<img data-src="a" src="b" srcset="c">';
    expect(replaceAttribute(tag, 'src', ['data-x', 'a"&'])).toBe(
      '<img data-src="a" data-x="a&quot;&amp;" srcset="c">',
    );
  });
});
