import { isLocalAddress } from './sanitize.ts';

/** Where an address in a story leads. */
export type FileAddress =
  /** A path below the story's folder, with `/`. */
  | { kind: 'below'; path: string }
  /** A path out of the folder. */
  | { kind: 'outside' }
  /** No path of a file: `reason` says why, after "because". */
  | { kind: 'wrong'; reason: string };

const wrong = (reason: string): FileAddress => ({ kind: 'wrong', reason });

function decode(address: string): string | undefined {
  try {
    return decodeURIComponent(address);
  } catch {
    return undefined;
  }
}

/** Why a decoded path is none that can be read and published alike, on all systems. */
function oddity(path: string): string | undefined {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  if (/[\u0000-\u001f\u007f]/.test(path)) return 'it has a control character';
  if (path.includes('\\')) return 'it has a backslash';
  if (/%[0-9a-f]{2}/i.test(path)) return 'it is encoded twice';
  if (path.startsWith('/')) return 'it begins with `/`';
  if (/^[a-z][a-z0-9+.-]*:/i.test(path)) return 'it begins with a drive or a scheme';
  return undefined;
}

/**
 * True for the address of a link that means a file beside the story, and not a step, another page of
 * the site (`../other/`, `/about`) or another host.
 */
export function isFileLink(address: string): boolean {
  const [bare = ''] = address.trim().split(/[?#]/);
  if (bare === '' || bare.endsWith('/') || !isLocalAddress(address)) return false;
  const hasEnding = /\.[^./]+$/.test(bare);
  return hasEnding || !/^(?:\/|\.\.?(?:\/|$))/.test(bare);
}

/**
 * The file that an address in a story names, such as `bridge.jpg`, `pictures/my%20bridge.jpg` or
 * `report.pdf#page=2`: a path from the story's folder. What follows `?` or `#` is not part of it.
 */
export function parseFileAddress(address: string): FileAddress {
  const [bare = ''] = address.trim().split(/[?#]/);
  const decoded = decode(bare);
  if (decoded === undefined) return wrong('it has a `%` that encodes nothing');
  const odd = oddity(decoded);
  if (odd) return wrong(odd);
  const path: string[] = [];
  for (const part of decoded.split('/')) {
    if (part === '..' && path.pop() === undefined) return { kind: 'outside' };
    if (part !== '' && part !== '.' && part !== '..') path.push(part);
  }
  return path.length > 0 ? { kind: 'below', path: path.join('/') } : wrong('it names no file');
}
