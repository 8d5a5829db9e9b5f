import { type Camera, project, RADIANS, TILE_SIZE, unproject } from '../core/camera.ts';

/** A point of the picture, CSS pixels from its left and upper edge; or a place of the Mercator unit square. */
export type Point = [x: number, y: number];

/** A point before the division by depth, in pixels from the middle of what is not padded. */
export type Clip = [x: number, y: number, depth: number];
/** A place in space, in radii of the globe from its middle. */
export type Vector = [x: number, y: number, z: number];

const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const scaled = (a: Vector, by: number): Vector => [a[0] * by, a[1] * by, a[2] * by];
const sum = (a: Vector, b: Vector): Vector => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];

/** The unit vector of a place: x to longitude 90, y to the North Pole, z to longitude 0. */
export function onSphere(x: number, y: number): Vector {
  const [lon, lat] = unproject([x, y]).map((angle) => angle * RADIANS) as Point;
  return [Math.sin(lon) * Math.cos(lat), Math.sin(lat), Math.cos(lon) * Math.cos(lat)];
}

/** The place on the Mercator unit square of a {@link onSphere} vector. */
export function offSphere([x, y, z]: Vector): Point {
  return project([Math.atan2(x, z) / RADIANS, Math.asin(Math.max(-1, Math.min(1, y))) / RADIANS]);
}

/** The camera's own axes: what lies right, down and towards it, for a point of the tangent plane. */
function turn({ bearing, pitch }: Camera) {
  const [sinB, cosB] = [Math.sin(bearing * RADIANS), Math.cos(bearing * RADIANS)];
  const [sinP, cosP] = [Math.sin(pitch * RADIANS), Math.cos(pitch * RADIANS)];
  return {
    /** East, south and up in pixels, to right, down and depth lost. */
    there([east, south, up]: Vector): Vector {
      const right = east * cosB + south * sinB;
      const down = south * cosB - east * sinB;
      return [right, down * cosP - up * sinP, down * sinP + up * cosP];
    },
    back([right, down, near]: Vector): Vector {
      const [flat, up] = [down * cosP + near * sinP, near * cosP - down * sinP];
      return [right * cosB - flat * sinB, right * sinB + flat * cosB, up];
    },
  };
}

/** The flat map under a camera that is `distance` pixels from its centre; a world east or west lies beside it. */
export function flatEarth(camera: Camera, distance: number) {
  const world = TILE_SIZE * 2 ** camera.zoom;
  const [cx, cy] = project(camera.center);
  const { there, back } = turn(camera);
  return {
    clip(x: number, y: number): Clip {
      const [right, down, near] = there([(x - cx) * world, (y - cy) * world, 0]);
      return [right, down, distance - near];
    },
    place([x, y]: Point): Point | undefined {
      // A ray from the camera, down to the ground.
      const [east, south, up] = back([x, y, -distance]);
      const eye = back([0, 0, distance]);
      if (up >= 0) return undefined;
      const far = -eye[2] / up;
      return [cx + (eye[0] + east * far) / world, cy + (eye[1] + south * far) / world];
    },
  };
}

/** The globe under a camera that is `distance` pixels from its ground. */
export function globeEarth(camera: Camera, distance: number) {
  const [lon, lat] = camera.center.map((angle) => angle * RADIANS) as Point;
  const radius = (TILE_SIZE * 2 ** camera.zoom) / (2 * Math.PI) / Math.cos(lat);
  const { there, back } = turn(camera);
  const up: Vector = [Math.sin(lon) * Math.cos(lat), Math.sin(lat), Math.cos(lon) * Math.cos(lat)];
  const east: Vector = [Math.cos(lon), 0, -Math.sin(lon)];
  const south: Vector = [
    Math.sin(lon) * Math.sin(lat),
    -Math.cos(lat),
    Math.cos(lon) * Math.sin(lat),
  ];
  const eye = back([0, 0, distance]);
  // From the middle of the globe, in radii.
  const outOf = ([e, s, u]: Vector): Vector =>
    sum(sum(scaled(east, e / radius), scaled(south, s / radius)), scaled(up, u / radius));
  const seat = sum(outOf(eye), up);
  const height = Math.sqrt(dot(seat, seat));
  const axis = scaled(seat, 1 / height);
  /** The angle from under the camera to the edge that it sees. */
  const edge = Math.acos(1 / height);
  const clip = (p: Vector): Clip => {
    const [right, down, near] = there([
      dot(p, east) * radius,
      dot(p, south) * radius,
      (dot(p, up) - 1) * radius,
    ]);
    return [right, down, distance - near];
  };
  return {
    edge,
    height,
    angle: (p: Vector): number => Math.acos(Math.max(-1, Math.min(1, dot(p, axis)))),
    clip,
    /** The point of the globe at `angle` from under the camera, in the direction of `p`. */
    towards(p: Vector, angle: number): Vector {
      const across = sum(p, scaled(axis, -dot(p, axis)));
      const size = Math.sqrt(dot(across, across)) || 1;
      return sum(scaled(axis, Math.cos(angle)), scaled(across, Math.sin(angle) / size));
    },
    around(turned: number): Vector {
      const side: Vector = Math.abs(axis[1]) > 0.9 ? [1, 0, 0] : [0, 1, 0];
      const first = sum(side, scaled(axis, -dot(side, axis)));
      const a = scaled(first, 1 / Math.sqrt(dot(first, first)));
      const b: Vector = [
        axis[1] * a[2] - axis[2] * a[1],
        axis[2] * a[0] - axis[0] * a[2],
        axis[0] * a[1] - axis[1] * a[0],
      ];
      return sum(scaled(a, Math.cos(turned)), scaled(b, Math.sin(turned)));
    },
    place([x, y]: Point): Point | undefined {
      const ray = outOf(back([x, y, -distance]));
      const [a, b, c] = [dot(ray, ray), dot(ray, seat), dot(seat, seat) - 1];
      const root = b * b - a * c;
      if (root < -1e-9 * b * b) return undefined;
      return offSphere(sum(seat, scaled(ray, (-b - Math.sqrt(Math.max(0, root))) / a)));
    },
  };
}
