import { execFileSync } from 'node:child_process';

/**
 * A square grey picture as lossy WebP. `grey` holds 8-bit values row by row, `quality` is libwebp's,
 * 0 to 100. ImageMagick's `convert` must be installed; its libwebp 1.2.4 made the committed files,
 * another version may give other bytes.
 */
export function encodeGreyWebp(grey: Uint8Array, quality: number): Uint8Array {
  const side = Math.sqrt(grey.length);
  const settings = ['method=6', 'sns-strength=0', 'segments=1', 'auto-filter=true'];
  const options = settings.flatMap((setting) => ['-define', `webp:${setting}`]);
  const input = ['-size', `${side}x${side}`, '-depth', '8', 'gray:-'];
  return execFileSync('convert', [...input, '-quality', `${quality}`, ...options, 'webp:-'], {
    input: grey,
  });
}

/** The grey values of a WebP picture, row by row, as a reader gets them. */
export function decodeGreyWebp(webp: Uint8Array): Uint8Array {
  return execFileSync('convert', ['webp:-', '-depth', '8', 'gray:-'], { input: webp });
}
