import Papa from 'papaparse';
import { nearest } from '../compiler/suggest.ts';
import type { DatedLine } from '../core/dated-line.ts';
import { type DatedSide, sideOf } from '../core/dated-side.ts';
import { distanceToLine, isInside } from '../core/geodesy.ts';
import { ringsOf } from '../core/rings-of.ts';
import type { LngLat } from '../core/story.ts';
import { readDataset, readDatedLine, readDay } from './read-dated-line.ts';
import { StoryFileError } from './story-file-error.ts';

/** Options of `legenda side`, as typed. */
export interface SideOptions {
  date: string;
  /** The dataset of the land that the line divides. */
  within: string;
}

/** How far outside the land a place may lie, metres: a town on the bank, where the shore is general. */
const BANK = 1000;

/** A dated line, and the land that it divides. */
interface Divided {
  line: DatedLine;
  within: string;
  rings: LngLat[][];
}

function readDivided(name: string, within: string): Divided {
  const rings = ringsOf(readDataset(within).features);
  if (rings.length === 0) throw new StoryFileError(`"${within}" has no polygon to be divided.`);
  return { line: readDatedLine(name), within, rings };
}

/** Throws {@link StoryFileError} where a position is not on the land: there a line has no sides. */
function mustDivide({ within, rings }: Divided, position: LngLat, where: string): void {
  if (rings.filter((ring) => isInside(position, ring)).length % 2 === 1) return;
  if (Math.min(...rings.map((ring) => distanceToLine(position, ring))) <= BANK) return;
  throw new StoryFileError(`"${where}" is not on the land that the line divides (${within}).`);
}

function toPosition(lon: string, lat: string): LngLat {
  const [x, y] = [Number(lon), Number(lat)];
  const isNumber = lon.trim() !== '' && lat.trim() !== '';
  if (isNumber && Math.abs(x) <= 180 && Math.abs(y) <= 90) return [x, y];
  throw new StoryFileError(
    `"${lon},${lat}" is not a position. Write longitude and latitude in degrees, like 126.98,37.57.`,
  );
}

/** The position that is meant by a place's id or by `lon,lat`. */
function findPosition(where: string): LngLat {
  const parts = where.split(',');
  if (parts.length === 2) return toPosition(...(parts as [string, string]));
  const { features } = readDataset('places');
  const place = features.find(({ id }) => id === where);
  if (place?.geometry.type === 'Point') return place.geometry.coordinates as LngLat;
  const meant = nearest(
    where,
    features.map(({ id }) => String(id)),
  );
  const hint = meant ? `Did you mean "${meant}"?` : 'Write its longitude and latitude instead.';
  throw new StoryFileError(`There is no place "${where}". ${hint}`);
}

const kilometres = ({ distance }: DatedSide): string => (distance / 1000).toFixed(1);

/**
 * `legenda side`: on which side of a dated line a place (its id, or `lon,lat`) was on a day, how far
 * from the line, and how sure that is. Throws {@link StoryFileError} for what cannot be read, and for
 * a place that is not on the land that the line divides.
 */
export function sideCommand(name: string, where: string, { date, within }: SideOptions): string {
  const divided = readDivided(name, within);
  const sample = divided.line.sample(readDay(date, divided.line));
  const position = findPosition(where);
  mustDivide(divided, position, where);
  const answer = sideOf(sample, position);
  const { side, enclave } = answer;
  const uncertainty = `${Math.round(sample.uncertainty * 10) / 10} km`;
  const notes = [
    enclave ? `in the enclave "${enclave}"` : '',
    `the line may be wrong by ${uncertainty}`,
    answer.distance / 1000 < sample.uncertainty ? 'so this side is not certain' : '',
    sample.continuous ? '' : 'there was no continuous line',
  ];
  return `${side}, ${kilometres(answer)} km from the line (${notes.filter(Boolean).join('; ')})`;
}

interface Row {
  date: string;
  lon: string;
  lat: string;
}

const COLUMNS = ['date', 'lon', 'lat'] as const;

function readRows(csv: string): Row[] {
  const { data, meta } = Papa.parse<Row>(csv.trim(), { header: true, skipEmptyLines: 'greedy' });
  const missing = COLUMNS.filter((column) => !meta.fields?.includes(column));
  if (missing.length === 0) return data;
  throw new StoryFileError(
    `The first line has no ${missing.join(', ')}. It must name the columns: date,lon,lat.`,
  );
}

function answerRow(divided: Divided, { date, lon, lat }: Row): { side: string; km: string } {
  const day = readDay(date ?? '', divided.line);
  const position = toPosition(lon ?? '', lat ?? '');
  mustDivide(divided, position, `${lon},${lat}`);
  const answer = sideOf(divided.line.sample(day), position);
  return { side: answer.side, km: kilometres(answer) };
}

/**
 * `legenda side --csv`: reads `date,lon,lat` rows and answers the same rows with `side` and `km`
 * after them. A row that cannot be read, or is not on the land that the line divides, stays, without
 * an answer, and `warn` is told of it. Throws {@link StoryFileError} where a column is missing.
 */
export function sideTable(
  name: string,
  csv: string,
  { within, warn }: Pick<SideOptions, 'within'> & { warn: (line: string) => void },
): string {
  const divided = readDivided(name, within);
  const rows = readRows(csv).map((row, i) => {
    try {
      return { ...row, ...answerRow(divided, row) };
    } catch (error) {
      if (!(error instanceof StoryFileError)) throw error;
      warn(`Row ${i + 1}: ${error.message}`);
      return { ...row, side: '', km: '' };
    }
  });
  return Papa.unparse(rows, { newline: '\n', columns: [...COLUMNS, 'side', 'km'] });
}
