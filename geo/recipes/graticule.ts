import type { Feature, Position } from 'geojson';
import { feature, type Recipe } from '../lib/dataset.ts';

/** `atlas/graticule`: meridians and parallels, every 10° of the world and every 5° in East Asia. */
export const graticule: Recipe = {
  output: 'atlas/graticule.geojson',
  needs: 'repository',
  licence: 'CC0-1.0',
  credit: '',
  make,
};

/** Distance in degrees between the vertices of a line, so that it bends on a globe. */
const GRAIN = 2.5;
const WORLD = { west: -180, south: -80, east: 180, north: 80 };
const NEAR = { west: 105, south: 25, east: 150, north: 55 };

function make(): Feature[] {
  return [
    ...steps(WORLD.west, WORLD.east - 10, 10).map((lon) => meridian(lon, 10, WORLD)),
    ...steps(WORLD.south, WORLD.north, 10).map((lat) => parallel(lat, 10, WORLD)),
    ...steps(NEAR.west, NEAR.east, 10).map((lon) => meridian(lon, 5, NEAR)),
    ...steps(NEAR.south, NEAR.north, 10).map((lat) => parallel(lat, 5, NEAR)),
  ];
}

function meridian(lon: number, step: 5 | 10, { south, north }: typeof WORLD): Feature {
  return lineOf(
    `lon${lon}`,
    steps(south, north, GRAIN).map((lat) => [lon, lat]),
    step,
  );
}

function parallel(lat: number, step: 5 | 10, { west, east }: typeof WORLD): Feature {
  return lineOf(
    `lat${lat}`,
    steps(west, east, GRAIN).map((lon) => [lon, lat]),
    step,
  );
}

function lineOf(id: string, coordinates: Position[], step: 5 | 10): Feature {
  return feature(id, { type: 'LineString', coordinates }, { step });
}

function steps(from: number, to: number, step: number): number[] {
  return Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, at) => from + at * step);
}
