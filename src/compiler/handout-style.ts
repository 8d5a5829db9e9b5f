import { palette } from '../core/palette.ts';
import { type Css, css, cssColors } from './css.ts';

/** The papers that a handout can be printed on, in millimetres. */
export const PAPERS = {
  a4: { width: 210, height: 297 },
  letter: { width: 215.9, height: 279.4 },
} as const;

/** A paper by its name. */
export type Paper = keyof typeof PAPERS;

/** How the pages of a handout are laid out. */
export interface HandoutLayout {
  paper: Paper;
  /** Whether the teacher's notes are in it: they take the place of a part of each still. */
  notes: boolean;
}

/** Letters of a title at the foot of a page. */
const LONGEST_TITLE = 90;
const ink = cssColors(palette);

const MARGIN = { top: 15, side: 18, bottom: 17 };

/** CSS pixels of a still in a millimetre of paper, so that its names are as large as small print. */
const PIXELS_PER_MM = 5.6;

/** Height of half a page in millimetres: what a step has, so that two share a page. */
function halfPage({ paper }: HandoutLayout): number {
  return Math.floor((PAPERS[paper].height - MARGIN.top - MARGIN.bottom) / 2) - 1;
}

function stillMillimetres(layout: HandoutLayout): { width: number; height: number } {
  const height = halfPage(layout) - (layout.notes ? 56 : 40);
  return { width: Math.round(height * (layout.notes ? 1.05 : 1)), height };
}

/** The size in which the stills of a handout are drawn, in CSS pixels. */
export function handoutStillSize(layout: HandoutLayout): { width: number; height: number } {
  const { width, height } = stillMillimetres(layout);
  return {
    width: Math.round(width * PIXELS_PER_MM),
    height: Math.round(height * PIXELS_PER_MM),
  };
}

/** A title that leaves room for the number of the page beside it. */
const shortened = (title: string): string =>
  title.length > LONGEST_TITLE ? `${title.slice(0, LONGEST_TITLE - 1)}…` : title;

function pageStyle({ paper }: HandoutLayout, title: string): Css {
  const { width, height } = PAPERS[paper];
  const small = css`font: italic 8.5pt "Old Standard TT", Georgia, serif; color: ${ink.softInk}`;
  return css`@page {
  size: ${width}mm ${height}mm;
  margin: ${MARGIN.top}mm ${MARGIN.side}mm ${MARGIN.bottom}mm;
  @bottom-left { content: ${shortened(title)}; ${small} }
  @bottom-right { content: counter(page) " / " counter(pages); ${small} }
}
@page :first { @bottom-left { content: none } @bottom-right { content: none } }
`;
}

const TEXT = css`
html { font: 400 10pt / 1.36 "Source Serif 4", Georgia, serif; color: ${ink.ink}; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
body { margin: 0; overflow-wrap: anywhere; }
h1, h2 { margin: 0; font-family: "Old Standard TT", Georgia, serif; line-height: 1.12; text-wrap: balance; break-after: avoid; }
h1 { font-size: 34pt; }
h2 { font-size: 15pt; }
p { margin: 0 0 1.6mm; orphans: 3; widows: 3; }
a { color: inherit; text-decoration: none; }
.kicker { margin: 0 0 1mm; font: italic 9.5pt / 1.3 "Old Standard TT", Georgia, serif; color: ${ink.softInk}; }
.title { break-after: page; }
.title > .kicker { margin: 22mm 0 4mm; font-size: 12pt; }
.title .description { margin: 6mm 0 5mm; font-size: 14pt; line-height: 1.35; max-width: 150mm; text-wrap: balance; }
.title .byline { margin: 0; color: ${ink.softInk}; }
.title h2 { margin: 14mm 0 3mm; padding-top: 2.5mm; border-top: 0.4mm solid ${ink.ink}; }
.contents { margin: 0; padding: 0; columns: 2; column-gap: 10mm; list-style: none; font-size: 9.5pt; }
.contents li { display: flex; gap: 2mm; margin: 0 0 1.2mm; break-inside: avoid; }
.contents a { min-width: 0; }
.contents .number { flex: none; min-width: 5.5mm; text-align: right; color: ${ink.softInk}; }
.contents .date { display: block; font: italic 8.5pt / 1.25 "Old Standard TT", Georgia, serif; color: ${ink.softInk}; }
`;

/** What an author's text may hold. Paper does not scroll: everything is as wide as the paper at most. */
const PARTS = css`
figure { margin: 0 0 2mm; break-inside: avoid; }
figure img { display: block; max-height: 90mm; }
img { max-width: 100%; height: auto; max-height: 90mm; object-fit: contain; object-position: left; }
[dir="rtl"] img { object-position: right; }
td img { max-width: 30mm; }
figcaption { margin-top: 0.6mm; font-size: 8.5pt; color: ${ink.softInk}; }
figcaption .credit { margin: 0; padding: 0; border: 0; font: italic 8.5pt / 1.3 "Old Standard TT", Georgia, serif; }
h3, h4, h5, h6 { margin: 2.4mm 0 1mm; font: 700 11pt / 1.2 "Old Standard TT", Georgia, serif; break-after: avoid; }
blockquote, aside { margin: 0 0 1.6mm; padding-inline-start: 3mm; }
blockquote { font-style: italic; }
ul, ol { margin: 0 0 1.6mm; padding-inline-start: 5mm; }
ol.inside { padding: 0; list-style-position: inside; }
dl { margin: 0 0 1.6mm; }
dt { font-weight: 700; }
dd { margin-inline-start: 5mm; }
hr { margin: 2.4mm 0; border: 0; border-top: 0.25mm solid ${ink.rule}; }
code, samp, kbd, pre { font: 0.85em / 1.4 ui-monospace, Menlo, Consolas, monospace; }
pre { margin: 0 0 1.6mm; padding: 1mm 1.6mm; border: 0.25mm solid ${ink.rule}; white-space: pre-wrap; }
pre > code { font-size: 1em; }
table { min-width: 100%; border-collapse: collapse; font-size: 0.88em; font-variant-numeric: lining-nums tabular-nums; }
.scroll { margin: 0 0 1.6mm; }
.scroll:has(tr > :nth-child(5)) { clear: left; }
th, td { padding: 0.5mm 0; padding-inline-end: 2.4mm; border-bottom: 0.2mm solid ${ink.rule}; vertical-align: top; }
thead :is(th, td) { border-bottom-color: ${ink.ink}; }
th:not([align]) { text-align: start; }
.align-left { text-align: left; }
.align-center { text-align: center; }
.align-right { text-align: right; }
mark { background: #f0d98c; color: inherit; }
summary { list-style: none; font-style: italic; }
details::details-content { display: block; content-visibility: visible; height: auto; }
`;

const STEP = css`
.step { display: flow-root; break-inside: avoid; }
.step.long { break-inside: auto; }
.step .kicker { display: flex; justify-content: space-between; padding-top: 1.2mm; border-top: 0.25mm solid ${ink.rule}; break-after: avoid; }
.step h2 { margin: 0 0 2.4mm; }
.step .kicker span { min-width: 0; }
.key { clear: left; margin: 0 0 1.4mm; padding: 0; font: 7.4pt / 1.3 "Old Standard TT", Georgia, serif; list-style: none; }
.key li { display: inline-block; margin-right: 2.4mm; }
.key svg { width: 5mm; height: 2.6mm; vertical-align: -0.3mm; }
.still { float: left; margin: 0.6mm 5mm 2mm 0; }
.caption { display: flow-root; margin-top: 3mm; padding-top: 1.2mm; font: italic 9pt / 1.3 "Old Standard TT", Georgia, serif; color: ${ink.softInk}; }
.still img { display: block; max-height: none; object-fit: fill; width: 100%; outline: 0.2mm solid ${ink.rule}; }
.footnote-ref { font-size: 0.7em; line-height: 0; }
.footnote-ref a { padding: 0 0.1em; color: ${ink.north}; font-weight: 600; }
.editors-note { display: flow-root; margin: 0 0 1.6mm; padding-inline-start: 2.6mm; border-inline-start: 0.5mm solid ${ink.north}; font-size: 9.3pt; }
.editors-note > p:first-of-type::before { content: "Editor’s note. "; color: ${ink.north}; font: italic 10pt "Old Standard TT", Georgia, serif; }
.notes { clear: both; margin: 0 0 2mm; padding: 1.6mm 3mm 1mm; background: ${ink.paper}; border: 0.25mm solid ${ink.rule}; font-size: 8.8pt; line-height: 1.3; break-inside: avoid; break-before: avoid; }
.notes h3 { margin: 0 0 0.6mm; font: italic 9.5pt "Old Standard TT", Georgia, serif; color: ${ink.softInk}; break-after: avoid; }
.notes p, .notes ol, .notes ul { margin-bottom: 0.8mm; }
.sources { padding-top: 1mm; }
.sources ol { columns: 2; column-gap: 8mm; margin: 3mm 0 0; padding: 0; font-size: 8.4pt; line-height: 1.32; }
.sources li { margin: 0 0 1.3mm 6.5mm; break-inside: avoid; overflow-wrap: anywhere; }
.sources li p { margin: 0; }
.credit { margin: 5mm 0 0; padding-top: 2mm; border-top: 0.25mm solid ${ink.rule}; font: italic 8.5pt / 1.3 "Old Standard TT", Georgia, serif; color: ${ink.softInk}; break-inside: avoid; }
`;

/** The style sheet of a handout, for print alone; its fonts are named and come from elsewhere. */
export function handoutStyle(layout: HandoutLayout, title: string): Css {
  const still = stillMillimetres(layout);
  return css`${pageStyle(layout, title)}${TEXT}${PARTS}${STEP}
.step { min-height: ${halfPage(layout)}mm; }
.still { width: ${still.width}mm; }
.still img { height: ${still.height}mm; }
`;
}
