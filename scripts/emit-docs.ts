import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describeFormat, REFERENCE_MARK } from '../src/compiler/describe-format.ts';
import { createEditorSchema } from '../src/compiler/schema-node.ts';

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

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const page = existsSync(DOCS_FILE) ? readFileSync(DOCS_FILE, 'utf8') : '# The story format';
  writeFileSync(SCHEMA_FILE, emitSchema());
  writeFileSync(DOCS_FILE, emitDocs(page));
}
