import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { type DebianPackage, unpacked } from './debian-package.ts';
import type { Raster } from './raster.ts';

/** The Debian package that carries a grey picture of the world's elevation, made from SRTM30. */
export const MARBLE: DebianPackage = {
  name: 'marble-qt-data',
  version: '22.12.3-1',
  sha256: '137e6ddc52a3a245be27f44d2ffad063ddf21c0ba5f6d48edc295b3864c9db48',
};

/** The picture's JPEG tiles: cells along a side, rows from 90N, columns from 180W. A cell is 2'. */
export const JPEG_TILES = { side: 675, rows: 8, columns: 16 } as const;

/** Cells of the grid in a degree. */
export const CELLS_IN_DEGREE = 30;

const FOLDER = 'usr/share/marble/data/maps/earth/srtm/3';

/**
 * Metres of a grey code, between these points by straight lines. They are the colours' places in
 * Marble's `landcolors.leg`, and the metres that the legend in `srtm.dgml` gives those colours. Held
 * against lakes: Superior reads 187 m (183), Baikal 458 (456), Victoria 1140 (1134).
 */
const LEGEND: readonly (readonly [place: number, metres: number])[] = [
  [0.38, 0],
  [0.45, 50],
  [0.52, 200],
  [0.59, 500],
  [0.7, 1000],
  [0.77, 2000],
  [0.83, 3500],
  [0.9, 5000],
  [0.95, 7000],
  [1, 9000],
];

/** Metres above the sea of a grey code, 0 to 255, whole or not; 0 for the sea and what lies lower. */
export function metresOfGrey(code: number): number {
  const place = Math.max(0.38, Math.min(1, code / 255));
  const at = Math.max(
    1,
    LEGEND.findIndex(([end]) => place <= end),
  );
  const [from, low] = LEGEND[at - 1]!;
  const [to, high] = LEGEND[at]!;
  return low + ((place - from) / (to - from)) * (high - low);
}

/** The world's grey codes, row by row from the north-west. */
export function readGrey(): Raster {
  const folder = join(unpacked(MARBLE), FOLDER);
  const { side, rows, columns } = JPEG_TILES;
  const [width, height] = [columns * side, rows * side];
  const values = new Float32Array(width * height);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const name = `${sixDigits(row)}/${sixDigits(row)}_${sixDigits(column)}.jpg`;
      const tile = execFileSync('convert', [join(folder, name), '-depth', '8', 'gray:-']);
      for (let y = 0; y < side; y += 1) {
        const to = (row * side + y) * width + column * side;
        values.set(tile.subarray(y * side, (y + 1) * side), to);
      }
    }
  }
  return { left: 0, top: 0, width, height, values };
}

function sixDigits(value: number): string {
  return String(value).padStart(6, '0');
}
