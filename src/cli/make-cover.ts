import { COVER } from '../compiler/emit-head.ts';
import { palette } from '../core/palette.ts';
import { escapeHtml } from '../core/step-markup.ts';
import type { Story } from '../core/story.ts';

/** The picture of a story that links to it show, as SVG: for now its title on the colour of paper. */
export async function makeCover(story: Story): Promise<string> {
  const { width, height } = COVER;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
<rect width="${width}" height="${height}" fill="${palette.land}"/>
<text x="80" y="330" font-family="serif" font-size="56" fill="${palette.ink}">${escapeHtml(story.title)}</text>
</svg>`;
}
