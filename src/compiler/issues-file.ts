import { error, warning } from './issue-kind.ts';

/** Mistakes in the files beside a story that its text names. */
export const FILE_ISSUES = {
  'missing-file': error('There is no file `{file}` beside the story.', '{suggestion}', {
    file: 'brige.jpg',
    suggestion: 'Did you mean `bridge.jpg`?',
  }),
  'file-address': error(
    '`{file}` is not the path of a file, because {reason}.',
    'Save the file beside the story, or in a folder there, and write its path: `pictures/bridge.jpg`.',
    { file: 'C:\\bridge.jpg', reason: 'it begins with a drive or a scheme' },
  ),
  'file-outside': error(
    '`{file}` is outside of the story’s folder, and is not published.',
    'Copy it beside the story, or into a folder there, and write its path: `pictures/bridge.jpg`.',
    { file: '../../bridge.jpg' },
  ),
  'file-link': error(
    '`{file}` is a link that leads out of the story’s folder, and is not published.',
    'Put the file itself in its place.',
    { file: 'bridge.jpg' },
  ),
  'file-reserved': error(
    '`{file}` is the name of a file that is made for the story’s page.',
    'Give yours another name.',
    { file: 'cover.png' },
  ),
  'file-kind': error('`{file}` is not of a kind that can be published as {use}.', 'Use {kinds}.', {
    file: 'notes.html',
    use: 'a file to download',
    kinds: '`.pdf`, `.csv` or `.zip`',
  }),
  'file-content': error(
    '`{file}` is not what its ending says: it does not begin like {kind}.',
    'Save it again as {kind}, or give it the ending of what it is.',
    { file: 'bridge.png', kind: 'PNG' },
  ),
  'file-svg': error(
    '`{file}` has {what}, which could run or load something when the file is opened by itself.',
    'Save it as a plain drawing, or as PNG.',
    { file: 'map.svg', what: 'the element `script`' },
  ),
  'file-unreadable': error('`{file}` cannot be used: {reason}.', 'Name another file.', {
    file: 'bridge.jpg',
    reason: 'it is empty',
  }),
  'file-too-large': error(
    '`{file}` has {size}; {use} may have {most} at most.',
    'Make it smaller: readers load all of it.',
    { file: 'bridge.jpg', size: '30 MB', use: 'a picture', most: '20 MB' },
  ),
  'unread-address': warning(
    'This is read as text, and not as {what}, because the name `{file}` has a space in it.',
    'Put the name between `<` and `>`: `{written}`.',
    { what: 'an image', file: 'my bridge.jpg', written: '![A bridge](<my bridge.jpg>)' },
  ),
} as const;
