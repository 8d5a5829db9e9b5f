/** What the reader does that asks for a resource. */
export type Use = 'read' | 'names' | 'table' | 'share' | 'present' | 'embed';

/** A kind of file that a page asks for. */
export interface Resource {
  name: string;
  /** Matches the paths of its files on the site. */
  path: RegExp;
  use: Use;
  /**
   * True where nobody need be told: without it there is no script that could, or what is missing takes
   * nothing from the story, such as a face of the letters.
   */
  silent?: true;
  /** True where it is not told while it is merely slow: stills and text are all there is until it comes. */
  calm?: true;
  /** True where the map is whole without it: it is missed until it is there itself. */
  part?: true;
  /** True where the page has other measures without it, so that its map is right and yet another picture. */
  measures?: true;
}

/** Every kind of file that a story's page, or a page with a story in a frame, asks for. */
export const RESOURCES: readonly Resource[] = [
  { name: 'story file', path: /\/story\.json$/, use: 'read', calm: true },
  { name: 'page script', path: /\/assets\/index-[^/]+\.js$/, use: 'read', silent: true },
  { name: 'elements', path: /\/assets\/define-(?!chart)[^/]+\.js$/, use: 'read', silent: true },
  {
    name: 'page style',
    path: /\/assets\/page-[^/]+\.css$/,
    use: 'read',
    silent: true,
    measures: true,
  },
  { name: 'map', path: /\/assets\/map-stage-[^/]+\.js$/, use: 'read' },
  { name: 'MapLibre', path: /\/assets\/maplibre-gl-(?!worker)[^/]+\.js$/, use: 'read' },
  { name: 'worker', path: /\/assets\/maplibre-gl-worker-[^/]+\.mjs$/, use: 'read' },
  { name: 'chart', path: /\/assets\/define-chart-[^/]+\.js$/, use: 'read', part: true },
  { name: 'table', path: /\/assets\/story-table-[^/]+\.js$/, use: 'table', part: true },
  { name: 'sharing', path: /\/assets\/show-sharing-[^/]+\.js$/, use: 'share', part: true },
  { name: 'presenting', path: /\/assets\/presenting-[^/]+\.js$/, use: 'present', part: true },
  { name: 'embed.js', path: /\/embed\.js$/, use: 'embed', silent: true },
  { name: 'guest', path: /\/assets\/guest-(?!link)[^/]+\.js$/, use: 'embed', silent: true },
  { name: 'embedding', path: /\/assets\/embedding-[^/]+\.js$/, use: 'embed' },
  { name: 'stills', path: /\/(still\/[^/]+|cover)\.svg$/, use: 'read', silent: true },
  {
    name: 'letters',
    path: /\/assets\/(old-standard|source-serif)[^/]+\.woff2?$/,
    use: 'read',
    silent: true,
  },
  { name: 'base map', path: /\/assets\/base-[^/]+\.pmtiles$/, use: 'read' },
  { name: 'relief', path: /\/assets\/relief-[^/]+\.pmtiles$/, use: 'read' },
  { name: 'map style', path: /\/assets\/style-[^/]+\.json$/, use: 'read' },
  { name: 'map names', path: /\/assets\/labels-[^/]+\.geojson$/, use: 'read' },
  { name: 'map letters', path: /\/assets\/(hangul|hanzi)-[^/]+\.woff2$/, use: 'names' },
];
