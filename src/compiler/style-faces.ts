import { ATLAS_FACES } from '../core/atlas-faces.ts';
import type { IssueLog } from './issue-log.ts';
import { isOperator } from './style-walk.ts';
import { suggestion } from './suggest.ts';
import type { KeyPath, YamlBlock } from './yaml-block.ts';

const isFace = (name: string): boolean => (ATLAS_FACES as readonly string[]).includes(name);

/** The names in a list of faces, in the literal lists of an expression, or in stops. */
function facesIn(value: unknown, path: KeyPath): { name: string; at: KeyPath }[] {
  if (typeof value !== 'object' || value === null) return [];
  if (!Array.isArray(value)) {
    const { stops, default: other } = value as { stops?: unknown; default?: unknown };
    const results = Array.isArray(stops) ? stops.map((stop) => stop?.[1]) : [];
    const found = results.flatMap((each, i) => facesIn(each, [...path, 'stops', i, 1]));
    return [...found, ...facesIn(other, [...path, 'default'])];
  }
  const [first] = value;
  if (first === 'literal') return facesIn(value[1], [...path, 1]);
  if (isOperator(first)) return value.flatMap((each, i) => facesIn(each, [...path, i]));
  return value.flatMap((name, i) => (typeof name === 'string' ? { name, at: [...path, i] } : []));
}

/** Reports each name of a face in `text-font` that is none of the atlas's; true where there is no such. */
export function checkFaces(
  value: unknown,
  path: KeyPath,
  { yaml, log }: { yaml: YamlBlock; log: IssueLog },
): boolean {
  const unknown = facesIn(value, path).filter(({ name }) => !isFace(name));
  for (const { name, at } of unknown) {
    const hint = suggestion(name, ATLAS_FACES, 'faces');
    log.report('unknown-face', yaml.valueAt(at), { face: name, suggestion: hint });
  }
  return unknown.length === 0;
}
