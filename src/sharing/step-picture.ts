import { markup } from '../core/markup.ts';

/** What a picture says of itself to programs. */
export interface PictureWords {
  title: string;
  /** Where it is from. */
  source: string;
}

const COLOR = /var\(--[\w-]+,((?:[^()]|\([^()]*\))*)\)/g;
const WEBP = /data:image\/webp;base64,[\w+/=]+/g;
const PAGE_STYLE = /<style>[^<]*<\/style>/;

async function draw(address: string): Promise<HTMLCanvasElement> {
  const image = new Image();
  image.src = address;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth;
  canvas.height = image.naturalHeight;
  canvas.getContext('2d')?.drawImage(image, 0, 0);
  return canvas;
}

/**
 * A still as a file for other programs: colours as plain values, its relief as PNG, and words on what it
 * is. Its letters are outlines already. Rejects where its relief cannot be read.
 */
export async function finishSvg(still: string, { title, source }: PictureWords): Promise<string> {
  const words = String(markup`<title>${title}</title><desc>${source}</desc>`);
  const plain = still
    .replace(COLOR, '$1')
    .replace(PAGE_STYLE, '')
    .replace(/^(<svg[^>]*>)/, (tag) => tag + words);
  const reliefs = new Map<string, string>();
  for (const [address] of plain.matchAll(WEBP)) {
    reliefs.set(address, (await draw(address)).toDataURL('image/png'));
  }
  return plain.replace(WEBP, (address) => reliefs.get(address) ?? address);
}

/** An SVG picture as PNG, each of its pixels `scale` wide. Rejects where it cannot be drawn. */
export async function drawPng(svg: string, scale: number): Promise<Blob> {
  const larger = svg.replace(/^<svg[^>]*>/, (tag) =>
    tag.replace(/ (width|height)="([\d.]+)"/g, (_, name: string, size: string) => {
      return ` ${name}="${Number(size) * scale}"`;
    }),
  );
  const canvas = await draw(`data:image/svg+xml,${encodeURIComponent(larger)}`);
  return new Promise((resolve, reject) => {
    const done = (blob: Blob | null): void =>
      blob ? resolve(blob) : reject(new Error('The picture is too large for this browser.'));
    canvas.toBlob(done, 'image/png');
  });
}

/** Gives a file to the reader, as a download. */
export function saveFile(name: string, content: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  // Some browsers read it only after the click.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
