import { posix } from 'node:path';
import type { SourceFile } from './source-file.ts';

/** One import of a source file, whatever its form. */
export interface Import {
  file: SourceFile;
  /** Offset of the statement in the file. */
  offset: number;
  kind: 'static' | 'type' | 'dynamic';
  /** As written. */
  specifier: string;
  /** The project's file it names, by path, where it is relative. */
  path?: string;
  /** The npm package it names, or `node` for Node's own modules, where it is not relative. */
  package?: string;
}

const STATIC = /\b(?:import|export)\s+(type\s+)?(?:[\w$*{}\s,]+?\s*\bfrom\s*)?(['"])([^'"\n]+)\2/g;
const DYNAMIC = /\bimport\(\s*(['"`])([^'"`\n]+)\1/g;

function packageName(specifier: string): string {
  if (/^(node|virtual):/.test(specifier)) return specifier.slice(0, specifier.indexOf(':'));
  const parts = specifier.replace(/\?.*$/, '').split('/');
  return parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
}

function target(file: SourceFile, specifier: string): Pick<Import, 'path' | 'package'> {
  if (!specifier.startsWith('.')) return { package: packageName(specifier) };
  const plain = specifier.replace(/\?.*$/, '');
  return { path: posix.join(posix.dirname(file.path), plain) };
}

/** Every import of a file: static, `export … from`, type-only and dynamic, in no order. */
export function importsOf(file: SourceFile): Import[] {
  // A statement's first word is still there in the bare text; one that stands in a string is not.
  const isCode = ({ index }: RegExpExecArray) => file.bare[index] !== ' ';
  const make = (offset: number, kind: Import['kind'], specifier: string): Import => ({
    file,
    offset,
    kind,
    specifier,
    ...target(file, specifier),
  });
  const statics = [...file.code.matchAll(STATIC)].filter(isCode);
  const dynamics = [...file.code.matchAll(DYNAMIC)].filter(isCode);
  return [
    ...statics.map((m) => make(m.index, m[1] ? 'type' : 'static', m[3] ?? '')),
    ...dynamics.map((m) => make(m.index, 'dynamic', m[2] ?? '')),
  ];
}
