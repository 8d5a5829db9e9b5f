import type { Feature, Geometry, Position } from 'geojson';

/** Longitudes shifted by whole turns. */
const turned = (line: readonly Position[], by: number): Position[] =>
  by === 0 ? [...line] : line.map(([lon = 0, ...rest]) => [lon + by, ...rest]);

/**
 * A line of which each position is the short way from the one before: where it crosses the antimeridian,
 * longitudes go on beyond ±180. Its middle stays between -180 and 180. A line that does not cross is returned
 * as it is, and so is a step of a whole turn: a parallel.
 */
export function unwrapLine(line: readonly Position[]): readonly Position[] {
  let by = 0;
  const made = line.map(([lon = 0, ...rest], i): Position => {
    const step = lon - (line[i - 1]?.[0] ?? lon);
    if (Math.abs(step) > 180 && Math.abs(step) < 360) by -= 360 * Math.sign(step);
    return [lon + by, ...rest];
  });
  if (made.every(([lon], i) => lon === line[i]![0])) return line;
  const longitudes = made.map(([lon = 0]) => lon);
  const middle = (Math.min(...longitudes) + Math.max(...longitudes)) / 2;
  return turned(made, -360 * Math.floor((middle + 180) / 360));
}

function unwrapGeometry(geometry: Geometry): Geometry {
  switch (geometry.type) {
    case 'LineString':
      return { ...geometry, coordinates: [...unwrapLine(geometry.coordinates)] };
    case 'MultiLineString':
      return {
        ...geometry,
        coordinates: geometry.coordinates.map((line) => [...unwrapLine(line)]),
      };
    case 'GeometryCollection':
      return { ...geometry, geometries: geometry.geometries.map(unwrapGeometry) };
    default:
      return geometry;
  }
}

/** A feature whose lines go the short way across the antimeridian: {@link unwrapLine}. */
export function unwrapLines(feature: Feature): Feature {
  const { geometry } = feature;
  return geometry ? { ...feature, geometry: unwrapGeometry(geometry) } : feature;
}
