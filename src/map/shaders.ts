import { palette } from '../core/palette.ts';
import {
  AREA_TINT,
  CASING_INK,
  FRONT_CORE,
  FRONT_DASH,
  FRONT_PALE,
  FRONT_PERIOD,
  HATCH_INK,
  HATCH_LINE,
  HATCH_PERIOD,
  HEAD,
  HEAD_CASING,
  HEAD_CORNERS,
  ROUTE_CASING,
  ROUTE_CORE,
} from '../style/strokes.ts';
import { rgb } from './gl-program.ts';

/** A colour of the palette in a shader. */
const ink = (name: keyof typeof palette): string => `vec3(${rgb(palette[name])})`;

/** A whole number as GLSL wants it where it means a float. */
const float = (value: number): string => value.toFixed(1);

const corner = (i: number): string => `vec2(${HEAD_CORNERS[i]})`;

const toPixels = `
uniform vec2 u_half_size;
vec2 pixels(vec4 clip) { return clip.xy / clip.w * u_half_size; }
`;

/**
 * A stroke of constant width on the screen: each vertex is pushed sideways from its line, along the
 * mitre of the two segments that meet there. A vertex comes in two halves: the places before and at
 * it; the place after it, its side (1 on the left of the line's direction) and its way from the start.
 */
const strokeVertex = `
layout(location = 0) in vec4 a_first;
layout(location = 1) in vec4 a_second;
uniform float u_half_width, u_world_size;
out float v_across, v_along;
${toPixels}
vec2 direction(vec2 from, vec2 to, vec2 otherwise) {
  vec2 way = to - from;
  float size = length(way);
  return size > 1e-3 ? way / size : otherwise;
}
void main() {
  vec2 previous = pixels(projectTile(a_first.xy));
  vec2 next = pixels(projectTile(a_second.xy));
  vec4 clip = projectTile(a_first.zw);
  vec2 here = pixels(clip);
  vec2 after = direction(here, next, vec2(0.0));
  vec2 before = direction(previous, here, after);
  if (after == vec2(0.0)) after = before;
  vec2 sum = before + after;
  vec2 tangent = length(sum) > 1e-3 ? normalize(sum) : before;
  vec2 normal = vec2(-tangent.y, tangent.x);
  float mitre = 1.0 / max(dot(normal, vec2(-before.y, before.x)), 0.6);
  v_across = a_second.z * u_half_width;
  v_along = a_second.w * u_world_size;
  vec2 offset = normal * v_across * mitre;
  gl_Position = clip + vec4(offset / u_half_size * clip.w, 0.0, 0.0);
}`;

/**
 * The front: each side's colour on its own side of a pale core. Where there was no continuous front
 * the stroke is broken.
 */
export const frontShader = {
  vertex: strokeVertex,
  fragment: `
uniform float u_opacity, u_broken;
in float v_across, v_along;
out vec4 color;
void main() {
  float d = abs(v_across);
  float inside = 1.0 - smoothstep(-0.7, 0.7, d - ${FRONT_CORE});
  float phase = abs(fract(v_along / ${float(FRONT_PERIOD)}) - 0.5) * ${float(FRONT_PERIOD)};
  inside *= mix(1.0, 1.0 - smoothstep(-0.7, 0.7, phase - ${FRONT_DASH}), u_broken);
  float pale = 1.0 - smoothstep(-0.45, 0.45, d - ${FRONT_PALE});
  vec3 side = v_across > 0.0 ? ${ink('north')} : ${ink('south')};
  vec3 stroke = mix(side, ${ink('paper')}, pale);
  color = vec4(stroke, 1.0) * inside * u_opacity;
}`,
};

/** One flat band of the halo around an uncertain front. */
export const haloShader = {
  vertex: strokeVertex,
  fragment: `
uniform float u_opacity;
out vec4 color;
void main() { color = vec4(${ink('softInk')}, 1.0) * u_opacity; }`,
};

/** A route: one colour in a pale casing, half as wide at its tail as at its head. */
export const routeShader = {
  vertex: strokeVertex,
  fragment: `
uniform vec3 u_color; uniform float u_opacity, u_scale, u_length;
in float v_across, v_along;
out vec4 color;
void main() {
  float d = abs(v_across) - ${ROUTE_CORE} * u_scale * (0.5 + 0.5 * v_along / u_length);
  float ink = 1.0 - smoothstep(-0.7, 0.7, d);
  float casing = ${CASING_INK} * (1.0 - smoothstep(-0.7, 0.7, d - ${ROUTE_CASING}));
  float alpha = ink + casing * (1.0 - ink);
  color = vec4(u_color * ink + ${ink('paper')} * casing * (1.0 - ink), alpha) * u_opacity;
}`,
};

/** The head of a route: a pale barbed triangle at its tip, in pixels, and a smaller one on it. */
export const headShader = {
  vertex: `
uniform vec2 u_tip, u_behind; uniform float u_scale;
flat out float v_inner;
${toPixels}
void main() {
  vec2 behind = pixels(projectTile(u_behind));
  vec4 clip = projectTile(u_tip);
  vec2 way = pixels(clip) - behind;
  vec2 ahead = length(way) > 1e-4 ? normalize(way) : vec2(0.0, 1.0);
  vec2 left = vec2(-ahead.y, ahead.x);
  vec2 corners[6] = vec2[6](${[0, 1, 2, 0, 2, 3].map(corner).join(', ')});
  v_inner = gl_VertexID < 6 ? 0.0 : 1.0;
  vec2 corner = corners[gl_VertexID % 6] * mix(${float(HEAD_CASING)}, ${float(HEAD)}, v_inner) * u_scale;
  vec2 offset = ahead * corner.x + left * corner.y;
  gl_Position = clip + vec4(offset / u_half_size * clip.w, 0.0, 0.0);
}`,
  fragment: `
uniform vec3 u_color; uniform float u_opacity;
flat in float v_inner;
out vec4 color;
void main() {
  color = mix(vec4(${ink('paper')}, 1.0) * ${CASING_INK}, vec4(u_color, 1.0), v_inner) * u_opacity;
}`,
};

/**
 * A flat area, plain or hatched. The hatching hangs on one point of the map, so it moves with the
 * map, and has the same distance on the screen at every zoom.
 */
export const areaShader = {
  vertex: `
layout(location = 0) in vec2 a_position;
uniform vec2 u_anchor;
flat out vec2 v_anchor;
${toPixels}
void main() {
  v_anchor = pixels(projectTile(u_anchor)) + u_half_size;
  gl_Position = projectTile(a_position);
}`,
  fragment: `
uniform vec3 u_color; uniform float u_opacity, u_hatch, u_pixel_ratio;
flat in vec2 v_anchor;
out vec4 color;
void main() {
  vec2 at = gl_FragCoord.xy / u_pixel_ratio - v_anchor;
  float stripe = abs(fract((at.x + at.y) / ${float(HATCH_PERIOD)}) - 0.5) * ${HATCH_PERIOD * Math.SQRT1_2};
  float line = u_hatch * (1.0 - smoothstep(-0.35, 0.35, stripe - ${HATCH_LINE}));
  color = vec4(u_color, 1.0) * u_opacity * (${AREA_TINT} + ${HATCH_INK} * line);
}`,
};
