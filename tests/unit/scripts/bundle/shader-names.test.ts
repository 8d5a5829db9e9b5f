import { expect, it } from 'vitest';
import { numberShaderNames, shortenShaderNames } from '../../../../scripts/bundle/shader-names.ts';

const shader = 'uniform float u_width; in vec2 a_place; void main() { v_far = u_width; }';
const script = "gl.getUniformLocation(program, 'u_width')";

it('gives the same names in whatever order the files are read', () => {
  const names = numberShaderNames([shader, script]);
  expect([...numberShaderNames([script, shader])]).toEqual([...names]);
  expect(new Set(names.values()).size).toBe(3);
});

it('shortens a name in shader and script alike, and leaves MapLibre’s own alone', () => {
  const names = numberShaderNames([shader]);
  const short = names.get('u_width');
  expect(shortenShaderNames(script, names)).toContain(`'${short}'`);
  expect(shortenShaderNames(shader, names)).toContain(`= ${short};`);
  expect(shortenShaderNames('u_projection_matrix', names)).toBe('u_projection_matrix');
});

it('stops at a name that was not read beforehand', () => {
  expect(() => shortenShaderNames('u_new', numberShaderNames([shader]))).toThrow('u_new');
});
