import { decodeText, type PackedFile, readPack } from '../pack/read-pack.ts';

/** Files whose text names others of the pack. */
const NAMING = /json$|\/css$/;
const NAMED = /packed:[^"'(),#\s]+/g;

const inPlace = (text: string, addresses: ReadonlyMap<string, string>): string =>
  text.replace(NAMED, (name) => addresses.get(name) ?? name);

/** Real addresses of the files of a pack, by the names that stand for them. */
function addressFiles(files: readonly PackedFile[]): Map<string, string> {
  const addresses = new Map<string, string>();
  for (const { name, type, bytes } of files) {
    const content = NAMING.test(type) ? inPlace(new TextDecoder().decode(bytes), addresses) : bytes;
    // MapLibre's worker loads this; on a page without a host it may not read what is the page's.
    const isForWorker = type === 'application/geo+json';
    const address = isForWorker
      ? `data:${type},${encodeURIComponent(String(content))}`
      : URL.createObjectURL(new Blob([content], { type }));
    addresses.set(`packed:${name}`, address);
  }
  return addresses;
}

function append(name: string, properties: object): void {
  document.head.append(Object.assign(document.createElement(name), properties));
}

/** Gives elements the addresses that the pack's files have now. */
function fillAttributes(addresses: ReadonlyMap<string, string>): void {
  for (const attribute of ['src', 'srcset', 'poster', 'href']) {
    const hidden = `data-packed-${attribute}`;
    for (const element of document.querySelectorAll(`[${hidden}]`)) {
      const name = element.getAttribute(hidden) ?? '';
      element.removeAttribute(hidden);
      element.setAttribute(attribute, inPlace(name, addresses));
    }
  }
}

/** Opens the pack in this page: its fonts and pictures come, and its scripts begin. */
async function openPack(element: HTMLScriptElement): Promise<void> {
  const { bytes = '', scripts = '' } = element.dataset;
  const zipped = new Blob([decodeText(element.text, Number(bytes))]);
  const stream = zipped.stream().pipeThrough(new DecompressionStream('gzip'));
  const pack = new Uint8Array(await new Response(stream).arrayBuffer());
  element.remove();
  const addresses = addressFiles(readPack(pack));
  append('link', { rel: 'stylesheet', href: addresses.get('packed:faces.css') });
  fillAttributes(addresses);
  append('script', {
    type: 'importmap',
    text: JSON.stringify({ imports: Object.fromEntries(addresses) }),
  });
  for (const script of scripts.split(' ')) await import(/* @vite-ignore */ script);
}

openPack(document.getElementById('pack') as HTMLScriptElement);
