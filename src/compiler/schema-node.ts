import { z } from 'zod';
import { frontMatterSchema, stepSchema } from './schema.ts';

/** The parts of JSON Schema that the format uses. */
export interface SchemaNode {
  title?: string;
  description?: string;
  examples?: unknown[];
  default?: unknown;
  enum?: string[];
  required?: string[];
  properties?: Record<string, SchemaNode>;
  additionalProperties?: SchemaNode | boolean;
  items?: SchemaNode | boolean;
  prefixItems?: SchemaNode[];
}

/** A schema as JSON Schema of what authors write. */
export function toSchemaNode(schema: z.ZodType): SchemaNode {
  const { $schema: _, ...node } = z.toJSONSchema(schema, {
    io: 'input',
    // zod leaves examples out where a value is transformed; ours are of what authors write.
    override({ zodSchema, jsonSchema }) {
      const examples = z.globalRegistry.get(zodSchema)?.examples;
      if (Array.isArray(examples)) jsonSchema.examples = examples;
    },
  });
  return node as unknown as SchemaNode;
}

/** The part of a schema at a path, or the nearest part around it that says what it is. */
export function nodeAt(root: SchemaNode, path: readonly PropertyKey[]): SchemaNode {
  const nodes = nodesAlong(root, path);
  return nodes.findLast(({ title }) => title !== undefined) ?? root;
}

/**
 * The least that must be left out for a mistake at `path` to be gone and the rest to be sound: the
 * path as far as a key that may be missing.
 */
export function removablePath(
  root: SchemaNode,
  path: readonly PropertyKey[],
): readonly PropertyKey[] {
  const nodes = nodesAlong(root, path);
  for (let length = path.length; length > 1; length--) {
    const key = path[length - 1]!;
    const parent = nodes[length - 1];
    if (typeof key === 'number' || !parent) continue;
    if (!parent.required?.includes(String(key))) return path.slice(0, length);
  }
  return path.slice(0, 1);
}

/** The root and the part of each step of a path, as far as the schema goes. */
function nodesAlong(root: SchemaNode, path: readonly PropertyKey[]): SchemaNode[] {
  const nodes = [root];
  for (const part of path) {
    const next = step(nodes.at(-1)!, part);
    if (!next) break;
    nodes.push(next);
  }
  return nodes;
}

function step(node: SchemaNode, part: PropertyKey): SchemaNode | undefined {
  const { properties, additionalProperties, prefixItems, items } = node;
  const own = properties && Object.hasOwn(properties, part) ? properties[String(part)] : undefined;
  if (own) return own;
  const indexed = typeof part === 'number' ? (prefixItems?.[part] ?? items) : undefined;
  const next = indexed ?? additionalProperties;
  return typeof next === 'object' ? next : undefined;
}

/** The JSON Schema for editors: `$defs` for front matter and for step blocks. */
export function createEditorSchema(): object {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Legenda story: front matter or a step block',
    anyOf: [{ $ref: '#/$defs/frontMatter' }, { $ref: '#/$defs/step' }],
    $defs: { frontMatter: toSchemaNode(frontMatterSchema), step: toSchemaNode(stepSchema) },
  };
}
