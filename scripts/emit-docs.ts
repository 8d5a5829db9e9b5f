import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { mapCredit, readSources } from '../src/cli/read-sources.ts';
import { describeFormat, REFERENCE_MARK } from '../src/compiler/describe-format.ts';
import { createEditorSchema } from '../src/compiler/schema-node.ts';
import { describeValues, EMBED_OPTIONS } from '../src/embed/options.ts';
import { SHORTCUTS } from '../src/present/shortcuts.ts';

const root = new URL('../', import.meta.url);

/** The JSON Schema for editors. */
export const SCHEMA_FILE = fileURLToPath(new URL('legenda.schema.json', root));

/** The page on the story format: an introduction written by hand, and a generated reference. */
export const DOCS_FILE = fileURLToPath(new URL('docs/story-format.md', root));

/** The text of the JSON Schema for editors. */
export function emitSchema(): string {
  return `${JSON.stringify(createEditorSchema(), null, 2)}\n`;
}

/** The text of the page, from the one there is: what stands below the mark is written anew. */
export function emitDocs(page: string): string {
  const introduction = page.split(REFERENCE_MARK)[0]!.trimEnd();
  return `${introduction}\n\n${REFERENCE_MARK}\n\n${describeFormat()}\n`;
}

/** The page on the data, whose list of inputs is made from `geo/sources.yaml`. */
export const DATA_FILE = fileURLToPath(new URL('docs/data.md', root));

const INPUTS = /(<!-- inputs -->\n)[\s\S]*?(\n<!-- \/inputs -->)/;

/** The text of the page on the data, from the one there is: its list of inputs and what pages say of the map are written anew. */
export function emitData(page: string): string {
  const rows = readSources().map(({ id, file, package: name, version, licence, credit }) => {
    const what = [name, version].filter(Boolean).join(' ') || `\`${file}\``;
    return `| \`${id}\` | ${what} | ${licence} | ${credit} |`;
  });
  const table = ['| input | what | licence | credit |', '| --- | --- | --- | --- |', ...rows];
  const credited = page.replace(/“Map: [^”]*”/, () => `“${mapCredit()}”`);
  return credited.replace(INPUTS, (_, start, end) => `${start}\n${table.join('\n')}\n${end}`);
}

/** The page on presenting, whose table of keys is made from the keys there are. */
export const PRESENT_FILE = fileURLToPath(new URL('docs/present.md', root));

const KEYS = /(<!-- keys -->\n)[\s\S]*?(\n<!-- \/keys -->)/;

/** The text of the page on presenting, from the one there is: its table of keys is written anew. */
export function emitPresent(page: string): string {
  const rows = SHORTCUTS.map(({ shown, does }) => `| ${shown} | ${does} |`);
  const table = ['| key | does |', '| --- | --- |', ...rows].join('\n');
  return page.replace(KEYS, (_, start, end) => `${start}\n${table}\n${end}`);
}

/** The page on embedding, whose table of options is made from the options there are. */
export const EMBED_FILE = fileURLToPath(new URL('docs/embed.md', root));

const OPTIONS = /(<!-- options -->\n)[\s\S]*?(\n<!-- \/options -->)/;

/** The text of the page on embedding, from the one there is: its table of options is written anew. */
export function emitEmbed(page: string): string {
  const rows = EMBED_OPTIONS.map(
    (option) => `| \`${option.name}\` | ${describeValues(option)} | ${option.does} |`,
  );
  const table = ['| option | value | does |', '| --- | --- | --- |', ...rows].join('\n');
  return page.replace(OPTIONS, (_, start, end) => `${start}\n${table}\n${end}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const page = existsSync(DOCS_FILE) ? readFileSync(DOCS_FILE, 'utf8') : '# The story format';
  writeFileSync(SCHEMA_FILE, emitSchema());
  writeFileSync(DOCS_FILE, emitDocs(page));
  writeFileSync(DATA_FILE, emitData(readFileSync(DATA_FILE, 'utf8')));
  writeFileSync(PRESENT_FILE, emitPresent(readFileSync(PRESENT_FILE, 'utf8')));
  writeFileSync(EMBED_FILE, emitEmbed(readFileSync(EMBED_FILE, 'utf8')));
}
