import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { openCatalog } from '../compiler/catalog.ts';
import { findDatedMistake } from '../compiler/check-dated.ts';
import { describeFault } from '../compiler/report-faults.ts';
import { nearest } from '../compiler/suggest.ts';
import { type Day, isoDate, parseDay } from '../core/calendar.ts';
import { createDatedLine, type DatedLine } from '../core/dated-line.ts';
import type { Dataset, Reading } from '../data/dataset.ts';
import { readCatalog } from './catalog.ts';
import { GEO_FOLDER } from './geo-folder.ts';
import { readDataFile } from './read-data-file.ts';
import { StoryFileError } from './story-file-error.ts';

/** The dataset of a file, whose faults are errors here. */
function mustRead(name: string, { dataset, faults }: Reading): Dataset {
  if (dataset) return dataset;
  throw new StoryFileError(faults.map((fault) => describeFault(name, fault)).join('\n'));
}

/**
 * A dataset by its name, such as `korea/front-line`, or by the path of a GeoJSON or TopoJSON file. Throws
 * {@link StoryFileError} where there is none, or none that can be used.
 */
export function readDataset(name: string): Dataset {
  const catalog = openCatalog(readCatalog(GEO_FOLDER));
  const known = catalog.dataset(name);
  if (known) return mustRead(name, known);
  if (existsSync(name)) {
    const path = realpathSync(name);
    return mustRead(name, readDataFile(dirname(path), basename(path)));
  }
  const meant = nearest(name, catalog.datasetNames);
  const hint = meant
    ? `Did you mean "${meant}"?`
    : `There are: ${catalog.datasetNames.join(', ')}.`;
  throw new StoryFileError(`There is no dataset "${name}". ${hint}`);
}

/** A dated line by the name of its dataset. Throws {@link StoryFileError} where it is none. */
export function readDatedLine(name: string): DatedLine {
  const { features } = readDataset(name);
  const wrong = findDatedMistake(features);
  if (features.length > 0 && !wrong) return createDatedLine(features);
  const { feature, key, given, needed } = wrong ?? NOTHING;
  const which = feature
    ? `feature ${features.indexOf(feature) + 1} (${feature.id ?? 'no id'})`
    : 'it';
  throw new StoryFileError(
    `"${name}" is not a dated line. The \`${key}\` of ${which} is ${given}. ${needed}`,
  );
}

const NOTHING = {
  feature: undefined,
  key: 'role',
  given: 'nothing',
  needed: 'Add a feature whose role is "line" for each day on which the line is known.',
};

/**
 * The day that `text` names, if the line is known then. Throws {@link StoryFileError} where it is no
 * date, or one before the first or after the last on which the line is known.
 */
export function readDay(text: string, { first, last }: DatedLine): Day {
  const day = parseDay(text.trim());
  if (day === undefined) {
    throw new StoryFileError(`"${text}" is not a date. Write it like 1951-01-10.`);
  }
  if (day < first || day > last) {
    const known = `from ${isoDate(first)} to ${isoDate(last)}`;
    throw new StoryFileError(`The line is not known on ${text}. It is known ${known}.`);
  }
  return day;
}
