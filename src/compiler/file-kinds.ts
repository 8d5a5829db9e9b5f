import type { FileUse } from './catalog.ts';
import { svgFlaw } from './safe-svg.ts';

/** One kind of file that a story may publish. */
export interface FileKind {
  /** Endings of its names, in small letters, the usual one first. */
  endings: readonly string[];
  name: string;
  /** True for bytes that begin like such a file; absent for text. */
  begins?: (bytes: Uint8Array) => boolean;
  /** What makes such a file unsafe on the host’s own pages, in words. */
  flaw?: (bytes: Uint8Array) => string | undefined;
}

/** True where these bytes stand at an offset. */
function has(bytes: Uint8Array, at: number, mark: string): boolean {
  return [...mark].every((sign, i) => bytes[at + i] === sign.charCodeAt(0));
}

/** True for a file of ISO's media format, with a brand that matches. */
const isIso = (bytes: Uint8Array, brand: RegExp): boolean =>
  has(bytes, 4, 'ftyp') && brand.test(String.fromCharCode(...bytes.subarray(8, 32)));

const PICTURES: readonly FileKind[] = [
  { endings: ['jpg', 'jpeg'], name: 'JPEG', begins: (bytes) => has(bytes, 0, '\xff\xd8\xff') },
  { endings: ['png'], name: 'PNG', begins: (bytes) => has(bytes, 0, '\x89PNG\r\n\x1a\n') },
  {
    endings: ['webp'],
    name: 'WebP',
    begins: (bytes) => has(bytes, 0, 'RIFF') && has(bytes, 8, 'WEBP'),
  },
  { endings: ['avif'], name: 'AVIF', begins: (bytes) => isIso(bytes, /avi[fs]/) },
  { endings: ['gif'], name: 'GIF', begins: (bytes) => has(bytes, 0, 'GIF8') },
  { endings: ['svg'], name: 'SVG', begins: () => true, flaw: svgFlaw },
];

const VIDEOS: readonly FileKind[] = [
  {
    endings: ['mp4', 'm4v'],
    name: 'MP4',
    begins: (bytes) => isIso(bytes, /^(?:isom|iso\d|mp4\d|avc1|M4V|dash|MSNV|mmp4|3gp)/),
  },
  { endings: ['webm'], name: 'WebM', begins: (bytes) => has(bytes, 0, '\x1a\x45\xdf\xa3') },
];

const isZip = (bytes: Uint8Array): boolean => has(bytes, 0, 'PK\x03\x04');

/** What browsers save or show, and never run on the host's own pages. */
const DOWNLOADS: readonly FileKind[] = [
  { endings: ['pdf'], name: 'PDF', begins: (bytes) => has(bytes, 0, '%PDF-') },
  { endings: ['csv', 'tsv', 'txt', 'json', 'geojson'], name: 'text' },
  { endings: ['zip', 'kmz', 'epub'], name: 'a zip archive', begins: isZip },
  { endings: ['docx', 'xlsx', 'pptx', 'odt', 'ods', 'odp'], name: 'a document', begins: isZip },
  ...PICTURES,
  ...VIDEOS,
];

const KINDS: Readonly<Record<FileUse, readonly FileKind[]>> = {
  picture: PICTURES,
  video: VIDEOS,
  download: DOWNLOADS,
};

/** The ending of a path in small letters, without its point; empty where there is none. */
export function endingOf(path: string): string {
  return (/\.([^./]+)$/.exec(path)?.[1] ?? '').toLowerCase();
}

/** The kind of file that a name says it is, if it is one of a use. */
export function kindOf(path: string, use: FileUse): FileKind | undefined {
  return KINDS[use].find(({ endings }) => endings.includes(endingOf(path)));
}

/** True for the address of a film, which an image in Markdown may name. */
export function isFilm(address: string): boolean {
  return kindOf(address.split(/[?#]/)[0] ?? '', 'video') !== undefined;
}

/** The endings of a use, for a hint: `.mp4`, `.m4v` or `.webm`. */
export function endingsOf(use: FileUse): string {
  const all = KINDS[use].flatMap(({ endings }) => endings.map((ending) => `\`.${ending}\``));
  return `${all.slice(0, -1).join(', ')} or ${all.at(-1)}`;
}

/** True for bytes that are of a kind, as far as their beginning tells. Text may not look like a page. */
export function isOfKind(bytes: Uint8Array, { begins }: FileKind): boolean {
  if (begins) return begins(bytes);
  const start = String.fromCharCode(...bytes.subarray(0, 256));
  return !/^(?:\xef\xbb\xbf)?\s*</.test(start) && !start.includes('\0');
}
