import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where Legenda's own geography is: the folder `geo` beside `src`. */
export const GEO_FOLDER = join(dirname(fileURLToPath(import.meta.url)), '../../geo');
