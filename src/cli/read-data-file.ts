import type { Table, UnreadTable } from '../compiler/catalog.ts';
import type { Reading } from '../data/dataset.ts';
import { decodeText } from '../data/decode-text.ts';
import type { Fault } from '../data/faults.ts';
import { readGeojson } from '../data/read-geojson.ts';
import { GEO_FOLDER } from './geo-folder.ts';
import { parseTable } from './parse-table.ts';
import { readInside, sizeText, type Unread } from './read-inside.ts';

/** The most bytes of a dataset or table. */
const MOST = 64e6;

function toFault(unread: Unread): Fault {
  if (unread.kind === 'large') {
    const values = { size: sizeText(unread.size), most: sizeText(MOST) };
    return { code: 'data-too-large', values };
  }
  const reasons = {
    missing: 'it was taken away',
    link: 'it is a link that leads out of its folder',
  } as const;
  const reason = unread.kind === 'unreadable' ? unread.reason : reasons[unread.kind];
  return { code: 'unreadable-data', values: { reason } };
}

/** A file as messages name it: with its folder, where that is the project's. */
const shownPath = (folder: string, path: string): string =>
  folder === GEO_FOLDER ? `geo/${path}` : path;

/** Reads a file of geography below a folder. Does not throw. */
export function readDataFile(folder: string, path: string): Reading {
  const read = readInside(folder, path, MOST);
  const reading = 'bytes' in read ? readGeojson(read.bytes) : { faults: [toFault(read.unread)] };
  return { ...reading, file: shownPath(folder, path) };
}

/** Reads a CSV file below a folder. Does not throw. */
export function readTableFile(folder: string, path: string): Table | UnreadTable {
  const read = readInside(folder, path, MOST);
  const file = shownPath(folder, path);
  if ('unread' in read) return { file, faults: [toFault(read.unread)] };
  const decoded = decodeText(read.bytes);
  return 'fault' in decoded ? { file, faults: [decoded.fault] } : parseTable(decoded.text);
}
