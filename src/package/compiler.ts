// biome-ignore-all assist/source/organizeImports: the list is in the order of the names
// The compiler by name: from the text of a story to the story. Runs anywhere.
export type { Catalog } from '../compiler/catalog.ts';
export type { Compiled } from '../compiler/compile-story.ts';
export type { CompileOptions } from '../compiler/compile-story.ts';
export { compileStory } from '../compiler/compile-story.ts';
export type { Dataset } from '../data/dataset.ts';
export { emitPage } from '../compiler/emit-page.ts';
export type { Fault } from '../data/faults.ts';
export type { FileFault } from '../compiler/file-fault.ts';
export type { FileUse } from '../compiler/catalog.ts';
export { formatIssue, formatIssues } from '../core/issue.ts';
export type { Issue } from '../core/issue.ts';
export type { PageOptions } from '../compiler/emit-page.ts';
export { readGeojson } from '../data/read-geojson.ts';
export type { Reading } from '../data/dataset.ts';
export type { Story } from '../core/story.ts';
export type { Table } from '../compiler/catalog.ts';
export type { UnreadTable } from '../compiler/catalog.ts';
