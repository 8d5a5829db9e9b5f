import { type Import, importsOf } from './imports.ts';
import { offence, type SourceFile } from './source-file.ts';

interface Allowed {
  /** Areas of the project, besides the file's own. */
  areas: readonly string[];
  /** Areas that only a dynamic `import()` may name. */
  dynamicAreas?: readonly string[];
  /** npm packages; `node` stands for Node's own modules. */
  packages?: readonly string[] | 'any';
  /** Whether it may name data, fonts and pictures, wherever they are, to get their URLs. */
  assets?: boolean;
}

const PUBLIC_AREAS = [
  'core',
  'net',
  'data',
  'compiler',
  'style',
  'still',
  'map',
  'drivers',
  'elements',
  'embed',
  'present',
  'sharing',
];

/** Who may import what: the picture in ARCHITECTURE.md, as a table. */
const ALLOWED: Readonly<Record<string, Allowed>> = {
  core: { areas: [] },
  net: { areas: ['core'] },
  data: { areas: ['core'], packages: ['topojson-client'] },
  compiler: {
    areas: ['core', 'data'],
    packages: [
      '@maplibre/maplibre-gl-style-spec',
      'markdown-it',
      'markdown-it-container',
      'markdown-it-footnote',
      'sanitize-html',
      'yaml',
      'zod',
    ],
  },
  style: { areas: ['core'] },
  pack: { areas: [] },
  tiles: { areas: [], packages: ['fflate', 'pmtiles'] },
  still: {
    areas: ['core', 'style'],
    packages: [
      'd3-geo',
      'polygon-clipping',
      'polylabel',
      'simplify-js',
      '@maplibre/maplibre-gl-style-spec',
    ],
  },
  map: { areas: ['core', 'net', 'style'], packages: ['maplibre-gl'], assets: true },
  drivers: { areas: ['core'], packages: ['scrollama'] },
  elements: {
    areas: ['core', 'drivers', 'net'],
    dynamicAreas: ['map', 'still', 'present', 'embed', 'sharing'],
    packages: ['lit'],
    assets: true,
  },
  embed: { areas: ['core', 'drivers', 'elements'] },
  present: { areas: ['core', 'drivers', 'elements'], packages: ['lit'] },
  sharing: { areas: ['core', 'elements', 'embed'], packages: ['lit'] },
  pages: { areas: [...PUBLIC_AREAS, 'pack', 'geo', 'stories', 'index'], packages: 'any' },
  cli: {
    areas: ['core', 'data', 'compiler', 'style', 'still', 'tiles', 'pack', 'embed'],
    packages: [
      'node',
      'vite',
      'commander',
      'papaparse',
      'yaml',
      'pmtiles',
      'sharp',
      'image-size',
      '@mapbox/vector-tile',
      'pbf',
      '@playwright/test',
      'fflate',
    ],
  },
  index: { areas: PUBLIC_AREAS },
  package: { areas: ['core', 'data', 'compiler', 'elements'] },
  geo: { areas: ['core', 'tiles'], packages: 'any' },
};

/** Packages of types alone, which leave nothing in the output. */
const TYPE_PACKAGES: readonly string[] = [
  'geojson',
  'topojson-specification',
  '@maplibre/maplibre-gl-style-spec',
];

/** Imports of a URL, which bring no code along. */
const ASSET = /\.(?:geojson|json|pmtiles|woff2|svg|png|webp|avif)\?url$/;

/** The area a file belongs to: its folder in `src`, else its first folder; `index` for `src/*.ts`. */
export function areaOf(path: string): string {
  const [first = '', second = ''] = path.split('/');
  if (first !== 'src') return first;
  return second.endsWith('.ts') ? 'index' : second;
}

function mayImportPackage(name: string, kind: Import['kind'], allowed: Allowed): boolean {
  if (kind === 'type' && TYPE_PACKAGES.includes(name)) return true;
  return allowed.packages === 'any' || (allowed.packages ?? []).includes(name);
}

function isAllowed({ file, kind, specifier, path, package: name }: Import): boolean {
  const own = areaOf(file.path);
  const allowed = ALLOWED[own];
  if (!allowed) return false;
  if (allowed.assets && ASSET.test(specifier)) return true;
  if (path === undefined) return mayImportPackage(name ?? '', kind, allowed);
  const area = areaOf(path);
  const byDynamic = kind === 'dynamic' && (allowed.dynamicAreas ?? []).includes(area);
  return area === own || allowed.areas.includes(area) || byDynamic;
}

/** The imports that the table of areas does not allow. */
export function forbiddenImports(files: readonly SourceFile[]): string[] {
  return files
    .flatMap(importsOf)
    .filter((found) => !isAllowed(found))
    .map(({ file, offset, kind, specifier }) => {
      const how = kind === 'static' ? 'imports' : `imports (${kind})`;
      return offence(file, offset, `${how} ${specifier}, which ${areaOf(file.path)} may not`);
    });
}

/** Imports of scrollama anywhere but in the scroll driver. */
export function strayScrollama(files: readonly SourceFile[]): string[] {
  return files
    .filter(({ path }) => path !== 'src/drivers/scroll.ts')
    .flatMap(importsOf)
    .filter(({ package: name }) => name === 'scrollama')
    .map(({ file, offset }) => offence(file, offset, 'imports scrollama'));
}
