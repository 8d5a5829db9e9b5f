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
  return z.toJSONSchema(schema, { io: 'input' }) as unknown as SchemaNode;
}

/** The part of a schema at a path, or the nearest part around it that says what it is. */
export function nodeAt(root: SchemaNode, path: readonly PropertyKey[]): SchemaNode {
  let node = root;
  let named = root;
  for (const part of path) {
    const next = step(node, part);
    if (!next) break;
    node = next;
    if (node.title) named = node;
  }
  return named;
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
  const bare = (schema: z.ZodType) => {
    const { $schema: _, ...node } = z.toJSONSchema(schema, { io: 'input' });
    return node;
  };
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Legenda story: front matter or a step block',
    anyOf: [{ $ref: '#/$defs/frontMatter' }, { $ref: '#/$defs/step' }],
    $defs: { frontMatter: bare(frontMatterSchema), step: bare(stepSchema) },
  };
}
