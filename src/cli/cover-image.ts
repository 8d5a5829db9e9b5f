import sharp from 'sharp';
import { COVER } from '../compiler/emit-head.ts';

/**
 * A story's cover as PNG, in the size that links to it show. The SVG is drawn to fill it, and what
 * stands over is cut away evenly. Throws where the text is no SVG.
 */
export async function coverImage(svg: string): Promise<Buffer> {
  const { width, height } = COVER;
  const { width: drawn = width, height: tall = height } = await sharp(Buffer.from(svg)).metadata();
  const scale = Math.max(width / drawn, height / tall);
  return sharp(Buffer.from(svg), { density: Math.min(2400, Math.max(1, 72 * scale)) })
    .resize(width, height, { fit: 'cover' })
    .flatten({ background: '#ffffff' })
    .png({ compressionLevel: 9, palette: true, quality: 90 })
    .toBuffer();
}
