import { createRoute } from '../core/route.ts';
import {
  featuresOf,
  type LngLat,
  type Place,
  type Story,
  type Unit,
  unitId,
} from '../core/story.ts';

/** The marks of a unit's size, as on the maps of the period. */
const MARKS: Readonly<Record<string, string>> = {
  division: 'XX',
  corps: 'XXX',
  army: 'XXXX',
  'army group': 'XXXXX',
};

/** Height of a tag, and width of a letter and of its frame, CSS pixels, on the ample side. */
const HEIGHT = 40;
const LETTER = 7.5;
const FRAME = 26;

function boxOf(name: string, anchor: Place['anchor']): Unit['box'] {
  const width = name.length * LETTER + FRAME;
  if (anchor === 'left') return [0, -HEIGHT / 2, width, HEIGHT / 2];
  if (anchor === 'right') return [-width, -HEIGHT / 2, 0, HEIGHT / 2];
  return anchor === 'top'
    ? [-width / 2, 0, width / 2, HEIGHT]
    : [-width / 2, -HEIGHT, width / 2, 0];
}

const ANCHORS = ['left', 'right', 'top', 'bottom'] as const;

/** What a route's feature says of the arms that go it, in its property `unit`. */
interface UnitProperties {
  name: string;
  size?: string;
  /** Part of the route at which it is named, 0 to 1; default 1, the end. */
  along?: number;
  anchor?: string;
}

/** The arms that go the routes of a story's layers, as places by {@link unitId}. */
export function findUnits(story: Pick<Story, 'layers' | 'data'>): Record<string, Place> {
  const routes = story.layers.filter(({ kind }) => kind === 'route');
  const units = routes.flatMap((layer) =>
    featuresOf(story, layer).flatMap(({ id, geometry, properties }) => {
      const own = properties?.unit as UnitProperties | undefined;
      if (!own?.name || geometry.type !== 'LineString') return [];
      const { name, size = '', along = 1, anchor } = own;
      const beside = ANCHORS.find((side) => side === anchor) ?? 'left';
      const place: Place = {
        id: unitId(String(id)),
        name,
        names: {},
        position: createRoute(geometry.coordinates as LngLat[]).at(along).head,
        kind: 'unit',
        anchor: beside,
        unit: { side: layer.side, marks: MARKS[size] ?? '', along, box: boxOf(name, beside) },
      };
      return [place];
    }),
  );
  return Object.fromEntries(units.map((place) => [place.id, place]));
}
