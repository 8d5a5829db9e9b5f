import type { Recipe } from '../lib/dataset.ts';
import { areas } from './areas.ts';
import { frontLine } from './front-line.ts';
import { land } from './land.ts';
import { lines } from './lines.ts';
import { peninsula } from './peninsula.ts';
import { places } from './places.ts';
import { routes } from './routes.ts';

/** Every recipe, in the order they are made. */
export const recipes: Recipe[] = [frontLine, peninsula, routes, lines, areas, places, land];
