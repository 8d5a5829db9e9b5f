import type { Size } from './camera.ts';
import { type Markup, type MaybeMarkup, markup, trusted } from './markup.ts';
import type { Step, ViewportKind } from './story.ts';

/** The size of a still: that of the stage in the window it is drawn for. CSS pixels. */
export const STILL_SIZE: Readonly<Record<ViewportKind, Size>> = {
  wide: { width: 1280, height: 800 },
  phone: { width: 390, height: 456 },
};

/** Only on a screen: paper is narrow too, and takes the wide one. */
const ON_PHONES = 'screen and (max-width: 719.98px)';

const sizeOf = ({ width, height }: Size): Markup => markup`width="${width}" height="${height}"`;

/**
 * A picture that a browser loads when it comes near, as HTML. Its address `at` is without `.svg` and
 * `.phone.svg`. `#map` leaves out date and legend, which the page has itself.
 */
function pictureMarkup(at: string, alt: string): Markup {
  return markup`<picture><source media="${ON_PHONES}" srcset="${at}.phone.svg#map" ${sizeOf(STILL_SIZE.phone)}>
<img src="${at}.svg#map" alt="${alt}" ${sizeOf(STILL_SIZE.wide)} loading="lazy" decoding="async"></picture>`;
}

/**
 * The still of a step's map, as HTML that stands right before the step. `folder` is the address of
 * the story's folder, with its last slash; `caption` is HTML that stands under the picture.
 */
export function stillMarkup({ id, alt }: Step, folder: string, caption: MaybeMarkup = ''): Markup {
  const picture = pictureMarkup(`${folder}still/${encodeURIComponent(id)}`, alt);
  return markup`<figure slot="still" data-step="${id}">${picture}${caption}</figure>`;
}

/** The picture that a story opens with, as files of the story's `folder`; `first` is its first step. */
export function coverMarkup({ alt }: Step, folder: string): Markup {
  return markup`<figure slot="still">${pictureMarkup(`${folder}cover`, alt)}</figure>`;
}

/**
 * The same with the phone's picture in it, SVG text, so that a phone shows it at once: it has the slowest
 * line and needs the smallest picture.
 */
export function inlineCoverMarkup({ alt }: Step, folder: string, phone: string): Markup {
  const address = `${folder}cover.svg`;
  return markup`<figure slot="still" role="img" aria-label="${alt}">
<img class="wide" src="${address}" alt="" ${sizeOf(STILL_SIZE.wide)} loading="lazy">
<div class="phone">${trusted(phone)}</div>
</figure>`;
}
