import { escapeHtml } from '../core/step-markup.ts';
import { STILL_SIZE } from '../core/still-markup.ts';
import type { Step, Story, ViewportKind } from '../core/story.ts';

/** A plain sheet with the step's title, until the map is drawn on it. */
function draw({ title }: Step, kind: ViewportKind): string {
  const { width, height } = STILL_SIZE[kind];
  const [x, y] = kind === 'wide' ? [width * 0.67, height * 0.45] : [width * 0.46, height * 0.56];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><path fill="#efe6d0" d="M0 0h${width}v${height}H0z"/><text x="${x}" y="${y}" font-size="20" text-anchor="middle">${escapeHtml(title)}</text></svg>`;
}

/**
 * The stills of a story: file names, relative to the story's folder, to SVG text. `cover.svg` is the
 * first step as it begins, `still/<step>.svg` each step at its end; `.phone.svg` are for phones.
 */
export async function makeStills({ steps }: Story): Promise<Map<string, string>> {
  const pairs = [['cover', steps[0]] as const, ...steps.map((s) => [`still/${s.id}`, s] as const)];
  return new Map(
    pairs.flatMap(([name, step]) =>
      step
        ? [
            [`${name}.svg`, draw(step, 'wide')],
            [`${name}.phone.svg`, draw(step, 'phone')],
          ]
        : [],
    ),
  );
}
