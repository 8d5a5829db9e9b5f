import { execFileSync } from 'node:child_process';

/**
 * A square grey picture as lossy WebP. `grey` holds 8-bit values row by row, `quality` is libwebp's,
 * 0 to 100. ImageMagick's `convert` must be installed; its libwebp 1.2.4 made the committed files,
 * another version may give other bytes.
 */
export function encodeGreyWebp(grey: Uint8Array, quality: number): Uint8Array {
  const side = Math.sqrt(grey.length);
  const options = ['-quality', `${quality}`, '-define', 'webp:method=6,webp:sns-strength=0'];
  const input = ['-size', `${side}x${side}`, '-depth', '8', 'gray:-'];
  return execFileSync('convert', [...input, ...options, 'webp:-'], { input: grey });
}

/** The grey values of a WebP picture, row by row, as its reader will see them. */
export function decodeGreyWebp(webp: Uint8Array): Uint8Array {
  return execFileSync('convert', ['webp:-', '-depth', '8', 'gray:-'], { input: webp });
}
