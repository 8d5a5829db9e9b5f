import type { Recipe } from '../lib/dataset.ts';
import { areas } from './areas.ts';
import { baseTiles } from './base-tiles.ts';
import { borders } from './borders.ts';
import { bridges } from './bridges.ts';
import { frontLine } from './front-line.ts';
import { gains } from './gains.ts';
import { glyphs } from './glyphs.ts';
import { graticule } from './graticule.ts';
import { hangul } from './hangul.ts';
import { hanzi } from './hanzi.ts';
import { labels } from './labels.ts';
import { lakes } from './lakes.ts';
import { land } from './land.ts';
import { lines } from './lines.ts';
import { peninsula } from './peninsula.ts';
import { places } from './places.ts';
import { relief } from './relief.ts';
import { rivers } from './rivers.ts';
import { riversWdbii } from './rivers-wdbii.ts';
import { routes } from './routes.ts';
import { share } from './share.ts';
import { sites } from './sites.ts';
import { ways } from './ways.ts';

/** Every recipe, in the order they are made: after the outputs that they are made of. */
export const recipes: Recipe[] = [
  frontLine,
  peninsula,
  gains,
  share,
  routes,
  lines,
  areas,
  bridges,
  places,
  sites,
  land,
  borders,
  rivers,
  riversWdbii,
  lakes,
  graticule,
  labels,
  ways,
  baseTiles,
  relief,
  hangul,
  hanzi,
  glyphs,
];
