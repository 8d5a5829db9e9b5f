import type { Position } from 'geojson';
import { positionsAlong } from '../../src/core/geodesy.ts';
import type { LngLat } from '../../src/core/story.ts';
import { roundPosition } from './dataset.ts';
import { readTable, type Waypoint } from './inputs.ts';
import { kilometresBetween } from './sphere.ts';

/** A waypoint further than this from a town of the name in its text means another town. */
const NEAR_KM = 40;

interface Town {
  id: string;
  name: RegExp;
  position: Position;
}

const ending = /-(?:ni|ri|dong|do)$/;
const remark = /\([^)]{3,}\)/g;

function readTowns(): Town[] {
  return readTable('places.csv').map(({ id, name, lon, lat }) => ({
    id: id!,
    name: new RegExp(`(^|[^\\w'])${name!.replaceAll('’', "'").replace(ending, '')}(?!['\\w])`),
    position: [Number(lon), Number(lat)],
  }));
}

/**
 * Which towns of `places.csv` the waypoints of a front name, each with its position: remarks in
 * brackets do not count, nor do towns that two waypoints name, or that lie too far away.
 */
function townsAt(waypoints: readonly Waypoint[]): Map<string, Position> {
  const towns = readTowns();
  const named = waypoints.flatMap(([lon, lat, text = '']) => {
    const said = text.replace(remark, '');
    return towns
      .filter(({ name, position }) => {
        return name.test(said) && kilometresBetween([lon, lat], position) < NEAR_KM;
      })
      .map(({ id }): [string, Position] => [id, [lon, lat]]);
  });
  const count = (id: string) => named.filter(([other]) => other === id).length;
  return new Map(named.filter(([id]) => count(id) === 1));
}

/**
 * Where a front can be matched with another: the place, 0 to 1 of its length, of each town that one of
 * its `waypoints` names. `line` is the front as written, through all waypoints.
 */
export function anchorsOf(
  line: readonly Position[],
  waypoints: readonly Waypoint[],
): Record<string, number> {
  const places = positionsAlong(line as LngLat[]);
  const placeAt = (position: Position) => {
    const [lon, lat] = roundPosition(position, 3);
    return places[line.findIndex(([x, y]) => x === lon && y === lat)];
  };
  const towns = [...townsAt(waypoints)].map(([id, position]) => [id, placeAt(position)] as const);
  return Object.fromEntries(towns.flatMap(([id, at]) => (at === undefined ? [] : [[id, at]])));
}
