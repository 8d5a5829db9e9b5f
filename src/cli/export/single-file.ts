import { posix } from 'node:path';
import { markup, trusted } from '../../core/markup.ts';
import type { Story } from '../../core/story.ts';
import { decoded, splitFaces } from './addresses.ts';
import type { StoryFiles } from './build-story.ts';
import { bundleOpener } from './bundle-opener.ts';
import { type Collection, collectFiles } from './collect-files.ts';
import { cutArchive } from './cut-archive.ts';
import { editTags, replaceAttribute, type Tag } from './edit-tags.ts';
import { needsFont } from './needed-fonts.ts';
import { storyTiles, storyViews } from './story-tiles.ts';
import { encodeText, writePack } from './write-pack.ts';

const PAGE = 'index.html';
const FACES = 'faces.css';
const decoder = new TextDecoder();

/** The files with less of the atlas: what this story may show. */
async function cutAtlas(files: StoryFiles, story: Story): Promise<StoryFiles> {
  const views = storyViews(story);
  const keep = {
    lines: storyTiles(views, Math.floor),
    pictures: storyTiles(views, Math.round),
  };
  const cut = new Map(files);
  for (const [name, bytes] of files) {
    if (name.endsWith('.pmtiles')) cut.set(name, await cutArchive(bytes, keep));
  }
  return cut;
}

/** All letters that the page and its map may write. */
function lettersOf(files: StoryFiles): string {
  const texts = [...files].filter(([name]) => /\.(html|json|geojson)$/.test(name));
  return texts.map(([, bytes]) => decoder.decode(bytes)).join('');
}

/** What is left of the page when its files have been taken out. */
interface Shell {
  html: string;
  /** Addresses of the scripts that the page begins with. */
  scripts: string[];
}

/** The last part of an address, which is the name of a file. */
const fileName = (address: string): string => posix.basename(decoded(address));

/** Pictures, films, files and data: the page's own script gives them their addresses. */
function hideAddress(tag: Tag, collection: Collection): string {
  let text = tag.text;
  for (const attribute of ['src', 'srcset', 'poster', 'href']) {
    const value = tag.get(attribute) ?? '';
    const packed = value.replace(
      attribute === 'srcset' ? /[^\s,]\S*[^\s,]/g : /.+/,
      (address) => collection.point(address, PAGE) ?? address,
    );
    if (packed === value) continue;
    text = replaceAttribute(text, attribute, [`data-packed-${attribute}`, packed]);
    // The address that the file gets has no name in it.
    if (tag.name === 'a')
      text = text.replace(/^<a/i, () => String(markup`<a download="${fileName(value)}"`));
  }
  return text;
}

/** Takes scripts, style sheets and all other files of a page into the collection. */
function emptyPage(page: string, files: StoryFiles, collection: Collection): Shell {
  const scripts: string[] = [];
  let faces = '';
  const sheet = (href: string): string => {
    const css = decoder.decode(files.get(href.replace(/^\.\//, '')));
    const parts = splitFaces(css);
    const folder = href.replace(/[^/]*$/, '');
    faces += parts.faces.replace(
      /url\((["']?)\.\//g,
      (_, quote: string) => `url(${quote}${folder}`,
    );
    return String(markup`<style>${trusted(parts.rest)}</style>`);
  };
  const edit = (tag: Tag): string => {
    const { name, get } = tag;
    const src = get('src') ?? '';
    const rel = get('rel') ?? '';
    if (name === 'script' && get('type') === 'module' && src) {
      scripts.push(collection.point(src, PAGE) ?? src);
      return '';
    }
    if (name === 'link' && rel === 'stylesheet') return sheet(get('href') ?? '');
    if (name === 'link' && /preload|prefetch/.test(rel)) return '';
    // A picture for links, beside a page that has no address.
    if (name === 'meta' && get('content')?.startsWith('./')) return '';
    return hideAddress(tag, collection);
  };
  const html = editTags(page, edit);
  collection.add(FACES, faces);
  return { html, scripts };
}

/**
 * A built story as one page that needs no other file and no network. `story` says what of the atlas it
 * can show.
 */
export async function packStory(built: StoryFiles, story: Story): Promise<string> {
  const files = await cutAtlas(built, story);
  const letters = lettersOf(files);
  const collection = collectFiles(files, (name) => needsFont(name, letters));
  const page = decoder.decode(files.get(PAGE));
  const { html, scripts } = emptyPage(page, files, collection);
  const pack = writePack(collection.files());
  const opener = await bundleOpener();
  const parts = markup`<script type="text/plain" id="pack" data-bytes="${pack.length}" data-scripts="${scripts.join(' ')}">
${trusted(encodeText(pack))}
</script>
<script>${trusted(opener)}</script>
`;
  return html.replace('</body>', () => String(markup`${parts}</body>`));
}
