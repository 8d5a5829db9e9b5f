import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { palette } from '../../src/core/palette.ts';
import { TOOLS } from '../packages.ts';
import { runNode } from '../run.ts';
import { type Declaration, type Described, elementsOf, type Manifest } from './manifest.ts';

/** Elements that a page may set the colours and letters of. */
const STYLED = ['map-story', 'story-step'];

const LETTERS: Readonly<Record<string, string>> = {
  '--legenda-display': 'Letters of titles and dates.',
  '--legenda-text': 'Letters of the text.',
};

/** An inner element whose parts a page can reach: in a template, and where script makes it. */
const EXPORTED = [
  /<(story-\w+)\s[^>]*?exportparts="([^"]+)"/g,
  /createElement\('(story-\w+)'\);[^}]*?setAttribute\('exportparts', '([^']+)'\)/g,
];

const kebab = (name: string): string => name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`);

/** The files that have elements, from the project's root. */
export async function elementFiles(root: string): Promise<string[]> {
  const names = await readdir(join(root, 'src/elements'));
  const stories = names.filter((name) => /^(?:map|story)-\w+\.ts$/.test(name)).sort();
  return [...stories.map((name) => `src/elements/${name}`), 'src/embed/legenda-embed.ts'];
}

/** What the analyser reads out of the sources. It works on copies, since it writes into a package.json. */
async function analyse(root: string, files: readonly string[]): Promise<Manifest> {
  const folder = await mkdtemp(join(tmpdir(), 'legenda-manifest-'));
  try {
    for (const file of files) await cp(join(root, file), join(folder, file));
    await writeFile(join(folder, 'package.json'), '{}');
    const args = ['analyze', '--litelement', '--quiet', '--globs', ...files];
    const { code } = await runNode(TOOLS.manifest, args, { cwd: folder });
    if (code !== 0) throw new Error('The custom elements manifest could not be made.');
    return JSON.parse(await readFile(join(folder, 'custom-elements.json'), 'utf8')) as Manifest;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Takes out what is nobody else's: private members, what sets them, and events without a name. */
function publish(element: Declaration): void {
  const { members = [], attributes = [], events = [] } = element;
  const isOpen = ({ name, privacy }: (typeof members)[number]): boolean =>
    !name.startsWith('#') && (privacy ?? 'public') === 'public';
  const hidden = new Set(members.filter((each) => !isOpen(each)).map(({ name }) => name));
  element.members = members.filter(isOpen);
  element.attributes = attributes.filter(({ fieldName = '' }) => !hidden.has(fieldName));
  element.events = events.filter(({ name }) => name);
}

/** The custom properties that every element has, as they are in `src/elements/styles/tokens.ts`. */
function styleProperties(): Described[] {
  const colours = Object.entries(palette).map(([name, value]) => ({
    name: `--legenda-${kebab(name)}`,
    description: `A colour: ${kebab(name).replaceAll('-', ' ')}.`,
    default: value,
  }));
  const letters = Object.entries(LETTERS).map(([name, description]) => ({ name, description }));
  return [...colours, ...letters];
}

/** The parts of inner elements that `<map-story>` lets a page reach. */
async function exportedParts(
  root: string,
  elements: ReadonlyMap<string, Declaration>,
): Promise<Described[]> {
  const folder = join(root, 'src/elements');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.ts')).sort();
  const sources = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  const found = EXPORTED.flatMap((pattern) => [...sources.join('\n').matchAll(pattern)]);
  return found.flatMap(([, tag = '', parts = '']) => {
    const known = elements.get(tag)?.cssParts ?? [];
    return known.filter(({ name }) => parts.split(/,\s*/).includes(name));
  });
}

/**
 * The custom elements manifest of the package, from the doc comments of its elements, with the parts that
 * `<map-story>` passes on and the custom properties of the palette. Rejects where it cannot be made.
 */
export async function makeManifest(root: string): Promise<Manifest> {
  const files = await elementFiles(root);
  const manifest = await analyse(root, files);
  const elements = elementsOf(manifest);
  for (const each of elements.values()) publish(each);
  for (const tag of STYLED) {
    const element = elements.get(tag);
    if (element) element.cssProperties = [...(element.cssProperties ?? []), ...styleProperties()];
  }
  elements.get('map-story')?.cssParts?.push(...(await exportedParts(root, elements)));
  return manifest;
}
