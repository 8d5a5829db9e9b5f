import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Feature, FeatureCollection, Geometry } from 'geojson';
import mapshaper from 'mapshaper';
import { type DebianPackage, unpacked } from './debian-package.ts';

/** The Debian package that carries Natural Earth's 1:10m and 1:50m shapefiles. */
export const PACKAGE: DebianPackage = {
  name: 'libmagics++-data',
  version: '4.13.0-1',
  sha256: '0d199e0bb9faeb05bb77939c2112d49424b89d66026a727cf3afb95261cd64b0',
};

/** A Natural Earth layer in that package, such as `10m/ne_10m_land`. */
export type Layer =
  | '10m/ne_10m_land'
  | '50m/ne_50m_land'
  | '110m/ne_110m_land'
  | '10m/ne_10m_rivers_lake_centerlines'
  | '10m/ne_10m_admin_0_boundary_lines_land';

/**
 * Reads Natural Earth layers and runs mapshaper commands on them; `commands` names a layer by the
 * part after the slash, such as `-i ne_10m_land.shp`, and ends without `-o`. The package is fetched
 * with apt into the temporary folder when it is not there. Throws if it is not the known version.
 */
export async function fromNaturalEarth(
  layers: Layer[],
  commands: string,
  decimals = 4,
): Promise<FeatureCollection> {
  const folder = join(unpacked(PACKAGE), 'usr/share/magics');
  const inputs: Record<string, Uint8Array> = {};
  for (const layer of layers) {
    for (const ending of ['shp', 'dbf', 'prj', 'shx']) {
      inputs[`${layer.split('/')[1]}.${ending}`] = readFileSync(join(folder, `${layer}.${ending}`));
    }
  }
  return runMapshaper(commands, inputs, decimals);
}

/** Runs mapshaper commands, without `-o`, on files held in memory, and reads what comes out. */
export async function runMapshaper(
  commands: string,
  inputs: Record<string, string | Uint8Array>,
  decimals = 4,
): Promise<FeatureCollection> {
  const output = `-o out.json format=geojson precision=${10 ** -decimals}`;
  const made = await mapshaper.applyCommands(`${commands} ${output}`, inputs);
  const parsed = JSON.parse(Buffer.from(made['out.json']!).toString('utf8'));
  return parsed.type === 'FeatureCollection' ? parsed : withFeatures(parsed.geometries);
}

function withFeatures(geometries: Geometry[]): FeatureCollection {
  const features = geometries.map((geometry): Feature => {
    return { type: 'Feature', properties: {}, geometry };
  });
  return { type: 'FeatureCollection', features };
}
