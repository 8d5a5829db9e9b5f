/**
 * The `Content-Security-Policy` under which all pages that a site is built of run: nothing from another
 * host, no script and no style in the page itself. `npm start` sends it, and the documentation recommends
 * it to hosts. Frames are the site's own: a story's dialog shows how it will look in another page.
 */
export const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "media-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/**
 * The policy of SVG pictures, for who opens one by itself: it has a style and a picture of the relief in
 * it, and no script runs.
 */
export const PICTURE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";
