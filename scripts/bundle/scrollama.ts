import type { Plugin } from 'vite';
import { type Replacement, replaceAll } from './replace.ts';

/**
 * What scrollama has for others (offsets in pixels, selectors, progress, a direction, lines for
 * debugging) and could not know that we never ask for: we give it elements and one offset.
 */
const UNUSED_FILES: Readonly<Record<string, string>> = {
  createProgressThreshold: 'export default () => [];',
  debug: 'export const create = () => {}; export const update = create;',
  dom: 'export const selectAll = (steps) => steps;',
  err: 'export default () => {};',
  generateId: 'export default () => {};',
  parseOffset: 'export default (value) => ({ value });',
  scroll: 'export const setupScroll = () => {}; export const onScroll = setupScroll;',
};

/**
 * Of scrollama's own file: options that we never set and what it keeps of a step for them, the
 * direction, and methods that we never call.
 */
const UNSET: readonly Replacement[] = [
  [
    /^\t\t(isProgress|isTriggerOnce|isDebug|containerElement|rootElement|progressThreshold) = .*/gm,
    '',
  ],
  [/^\t\t(threshold|progress|once|debug|root) = .*/gm, ''],
  [/^\t\t\t(offset|top|progress|direction): .*/gm, ''],
  ['step.offset ||', ''],
  ['off.format === "pixels" ? 1 :', ''],
  ['step.direction = direction;', ''],
  [', direction', ''],
  [/S\.(enable|disable|resize|offset|onStepProgress) = (.|\n)*?\n\t};/g, ''],
];

/** Bundles scrollama's sources without what nobody here asks for. */
export function slimScrollama(): Plugin {
  return {
    name: 'slim-scrollama',
    apply: 'build',
    enforce: 'pre',
    load: {
      filter: { id: /scrollama\/src\/\w+\.js/ },
      handler: (id) => UNUSED_FILES[/(\w+)\.js/.exec(id.split('/').at(-1) ?? '')?.[1] ?? ''],
    },
    transform: {
      filter: { id: /scrollama\/src\/entry\.js/ },
      handler: (code) => replaceAll(code, UNSET),
    },
  };
}
