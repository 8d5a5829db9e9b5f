import type { CDPSession } from '@playwright/test';

/** The part of a heap snapshot that says what it is of. */
interface HeapSnapshot {
  snapshot: { meta: { node_fields: string[]; node_types: [string[], ...unknown[]] } };
  nodes: number[];
  strings: string[];
}

/** What script itself makes, by V8's names. */
const SCRIPT = new Set([
  'object',
  'array',
  'closure',
  'string',
  'concatenated string',
  'sliced string',
  'number',
  'bigint',
  'regexp',
  'symbol',
]);

/** The bytes of an array of numbers, which V8 counts among what is not script's. */
const BYTES = 'system / JSArrayBufferData';

function sizeOfScript({ snapshot: { meta }, nodes, strings }: HeapSnapshot): number {
  const { node_fields: fields, node_types: types } = meta;
  const [type, name, size] = ['type', 'name', 'self_size'].map((field) => fields.indexOf(field));
  const at = (node: number, field = 0): number => nodes[node + field] ?? 0;
  let sum = 0;
  for (let node = 0; node < nodes.length; node += fields.length) {
    const kind = types[0][at(node, type)] ?? '';
    if (SCRIPT.has(kind) || strings[at(node, name)] === BYTES) sum += at(node, size);
  }
  return sum;
}

/**
 * Bytes of all that script holds: its objects, functions, strings and buffers, after the browser has thrown away what
 * nobody needs. Compiled code is not counted, which the browser makes and throws away as it sees fit, nor what the
 * browser keeps for its own tools.
 */
export async function heapSize(session: CDPSession): Promise<number> {
  const chunks: string[] = [];
  const take = ({ chunk }: { chunk: string }): void => void chunks.push(chunk);
  session.on('HeapProfiler.addHeapSnapshotChunk', take);
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  session.off('HeapProfiler.addHeapSnapshotChunk', take);
  return sizeOfScript(JSON.parse(chunks.join('')) as HeapSnapshot);
}
