/** How a story comes into another page: by our script, in a plain frame, or as an element of that page. */
export type EmbedWay = 'script' | 'frame' | 'element';

/** One way to say how an embedded story should be: an attribute of `<legenda-embed>`, and the same in an address. */
export interface EmbedOption {
  /** Its name in both. */
  name: string;
  /** What it is called where a reader makes code to embed; without one it is not asked for there. */
  label?: string;
  /** What it may be: the id of one of the story's steps, nothing (it is there or not), or one of some words. */
  takes: 'step' | 'nothing' | readonly string[];
  /** The ways that know it. */
  ways: readonly EmbedWay[];
  /** What it does, in words. */
  does: string;
}

const FRAMED: readonly EmbedWay[] = ['script', 'frame'];
const ANY: readonly EmbedWay[] = ['script', 'frame', 'element'];

/** All options, for elements, addresses, the dialog that makes code, and docs. */
export const EMBED_OPTIONS: readonly EmbedOption[] = [
  {
    name: 'step',
    takes: 'step',
    ways: FRAMED,
    does: 'the step that a story which goes step by step opens at. In the flow of a page, the page’s own scroll says where the reader is',
  },
  {
    name: 'from',
    label: 'First step',
    takes: 'step',
    ways: FRAMED,
    does: 'the first step of the part that is shown',
  },
  {
    name: 'to',
    label: 'Last step',
    takes: 'step',
    ways: FRAMED,
    does: 'the last step of the part that is shown',
  },
  {
    name: 'layout',
    takes: ['scroll', 'steps'],
    ways: FRAMED,
    does: '`scroll`: moves with the page’s scroll; what a frame with the script has by itself. `steps`: fixed height, step by step; what a frame without the script has',
  },
  {
    name: 'theme',
    label: 'Colours',
    takes: ['light', 'dark', 'page'],
    ways: FRAMED,
    does: 'the colours of text and cards. `page`: what the custom properties `--legenda-…` say on `<legenda-embed>`. The map keeps its own colours',
  },
  {
    name: 'place-names',
    takes: ['period', 'modern', 'ko', 'zh', 'ru'],
    ways: ANY,
    does: 'how the map writes names',
  },
  {
    name: 'stills',
    label: 'Still maps only',
    takes: 'nothing',
    ways: ANY,
    does: 'pictures only, no live map',
  },
];

/** The words that an option may be in a way to embed; none where it is not one of some words. */
export function choicesOf({ takes }: EmbedOption, way: EmbedWay): readonly string[] {
  if (typeof takes === 'string') return [];
  // Only our script tells a frame the colours of the page around it.
  return way === 'script' ? takes : takes.filter((choice) => choice !== 'page');
}

/** What an option may be, in words for a table in Markdown. */
export function describeValues({ takes }: EmbedOption): string {
  if (takes === 'step') return 'a step’s id';
  if (takes === 'nothing') return 'no value';
  const words = takes.map((choice) => `\`${choice}\``);
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
