import type { Feature, Position } from 'geojson';
import { smoothLine } from '../lib/catmull-rom.ts';
import { writeOut } from '../lib/citation.ts';
import { feature, OUR_LICENCE, type Recipe, roundLine } from '../lib/dataset.ts';
import { readRecords, readTable } from '../lib/inputs.ts';

/** A stop of a way: the id of a place or a station, or a position that only gives the shape. */
type Stop = string | [lon: number, lat: number];

/** One railway or road of `inputs/ways.jsonl`. */
interface WayRecord {
  id: string;
  kind: 'rail' | 'road';
  name: string;
  minzoom: number;
  spacing_km: number;
  via: Stop[];
  source: string;
  doubt: string;
}

/** A town that a way passes, in the English of the time. */
interface Station {
  name: string;
  position: Position;
}

/**
 * `atlas/ways`: the main railways and supply roads of 1950-53, by hand through places of
 * `inputs/places.csv` and `inputs/stations.csv`, which are in `stations`, with their positions.
 * `minzoom` is the zoom from which a way is worth drawing; `doubt` says how far it may be out.
 */
export const ways: Recipe = {
  output: 'atlas/ways.geojson',
  needs: 'repository',
  licence: OUR_LICENCE,
  credit: 'Legenda (CC BY 4.0); stations from GeoNames (CC BY 4.0)',
  make,
};

function make(): Feature[] {
  const stations = readStations();
  return readRecords<WayRecord>('ways.jsonl').map((record) => wayOf(record, stations));
}

function readStations(): Map<string, Station> {
  const rows = [...readTable('places.csv'), ...readTable('stations.csv')];
  return new Map(
    rows.map(({ id, name, lon, lat }) => {
      return [id!, { name: name!, position: [Number(lon), Number(lat)] }];
    }),
  );
}

function wayOf(record: WayRecord, stations: Map<string, Station>): Feature {
  const { id, kind, name, minzoom, via, source, doubt, spacing_km: spacingKm } = record;
  const stops = via.map((stop) => (typeof stop === 'string' ? stationOf(stop, stations) : stop));
  const positions = stops.map((stop) => ('position' in stop ? stop.position : stop));
  const coordinates = roundLine(
    smoothLine(positions, { spacingKm, least: 3 }),
    spacingKm > 5 ? 3 : 4,
  );
  return feature(
    id,
    { type: 'LineString', coordinates },
    {
      kind,
      name,
      minzoom,
      source: writeOut(source),
      doubt,
      stations: stops.filter((stop) => 'position' in stop),
    },
  );
}

function stationOf(id: string, stations: Map<string, Station>): Station {
  const station = stations.get(id);
  if (!station) throw new Error(`No place or station ${id}`);
  return station;
}
