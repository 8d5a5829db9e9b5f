/**
 * What a story in a frame may do: run, keep to its own host, and open its links, as the ordinary pages
 * that they are.
 */
export const SANDBOX =
  'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox';

/** What else it may, as the attribute `allow` says it. */
export const ALLOW = 'fullscreen';
