/** A name with what it means, as a custom elements manifest has them. */
export interface Described {
  name: string;
  description?: string;
  default?: string;
  /** Its type, as TypeScript has it. */
  type?: { text: string };
}

/** A field or a method of an element. */
export interface Member extends Described {
  kind: 'field' | 'method';
  privacy?: 'public' | 'protected' | 'private';
  /** The attribute that sets the field. */
  attribute?: string;
}

/** An attribute of an element. */
export interface Attribute extends Described {
  /** The property that it sets, where there is one. */
  fieldName?: string;
}

/** A class of a custom elements manifest; an element where it has a `tagName`. */
export interface Declaration {
  kind: string;
  name: string;
  tagName?: string;
  description?: string;
  summary?: string;
  members?: Member[];
  attributes?: Attribute[];
  events?: Described[];
  slots?: Described[];
  cssParts?: Described[];
  cssProperties?: Described[];
}

/** A file of a custom elements manifest. */
export interface Module {
  path: string;
  declarations: Declaration[];
  exports?: object[];
}

/** A custom elements manifest, schema version 1: what the elements of a package take and tell. */
export interface Manifest {
  schemaVersion: string;
  modules: Module[];
}

/** The elements of a manifest, by their tags' names. */
export function elementsOf({ modules }: Manifest): Map<string, Declaration> {
  const all = modules.flatMap(({ declarations }) => declarations);
  return new Map(
    all.flatMap((each): [string, Declaration][] => (each.tagName ? [[each.tagName, each]] : [])),
  );
}
