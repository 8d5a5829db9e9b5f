import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { type Dataset, fileOf } from '../../../geo/lib/dataset.ts';
import { GEO } from '../../../geo/lib/inputs.ts';
import { inputsOf, madeFrom, withOutput } from '../../../geo/lib/made-from.ts';
import { PACKAGE } from '../../../geo/lib/natural-earth.ts';
import { GSHHG } from '../../../geo/lib/wdbii.ts';
import { NOTO_SERIF_KR } from '../../../geo/recipes/hangul.ts';
import { NOTO_SERIF_SC } from '../../../geo/recipes/hanzi.ts';
import { recipes } from '../../../geo/recipes/index.ts';

interface Input {
  id: string;
  file?: string;
  package?: string;
  version?: string;
  licence: string;
  credit: string;
  used_by: string[];
  sha256: string;
}

const bytes = (path: string) => readFileSync(new URL(path, GEO));
const text = (path: string) => bytes(path).toString('utf8');
const sha256 = (path: string) => createHash('sha256').update(bytes(path)).digest('hex');
const { inputs, outputs } = parse(text('sources.yaml')) as {
  inputs: Input[];
  outputs: { file: string; sha256: string; made_from: string }[];
};

test.each(inputs.filter(({ file }) => file))('the input $id is the one listed', (input) => {
  expect(sha256(`../${input.file}`)).toBe(input.sha256);
});

test('every committed input is listed, with a licence and a credit', () => {
  const listed = inputs.map(({ file }) => file);
  for (const name of readdirSync(new URL('inputs/', GEO))) {
    if (name !== 'README.md') expect(listed).toContain(`geo/inputs/${name}`);
  }
  expect(inputs.every(({ licence, credit }) => licence && credit)).toBe(true);
});

test.each([PACKAGE, GSHHG])('the Debian package $name is the one listed', (fetched) => {
  const listed = inputs.find((input) => input.package === `Debian ${fetched.name}`);
  expect(listed).toMatchObject({ version: fetched.version, sha256: fetched.sha256 });
});

test.each([NOTO_SERIF_KR, NOTO_SERIF_SC])('the package $name is the one listed', (font) => {
  const listed = inputs.find((input) => input.package === `npm ${font.name}`);
  expect(listed).toMatchObject({ version: font.version, sha256: font.sha256 });
});

test.each(recipes.filter(({ needs }) => needs === 'repository'))(
  '$output is what its recipe makes now',
  async (recipe) => {
    expect(bytes(recipe.output).equals(await fileOf(recipe))).toBe(true);
  },
);

// These recipes read a package that a test must not fetch; the checksum stands for it.
test.each(recipes.filter(({ needs }) => needs !== 'repository'))(
  '$output is what was made from the $needs package',
  ({ output }) => {
    const made = outputs.find(({ file }) => file === output);
    expect(sha256(output)).toBe(made?.sha256);
    // Where this fails, an input or the recipe has changed since: make it again with npm run geo.
    expect(madeFrom(output)).toBe(made?.made_from);
  },
);

test('an output that is made again is listed with its checksum, and others stay', () => {
  const [first, second] = outputs.map(({ file }) => file);
  const listed = withOutput(text('sources.yaml'), first!, new Uint8Array([1, 2, 3]));
  const after = (parse(listed) as { outputs: typeof outputs }).outputs;
  const digest = createHash('sha256')
    .update(new Uint8Array([1, 2, 3]))
    .digest('hex');
  expect(after[0]).toEqual({ file: first, sha256: digest, made_from: madeFrom(first!) });
  expect(after.find(({ file }) => file === second)).toEqual(outputs[1]);
});

test.each(recipes)('the inputs that $output is made from say so', ({ output }) => {
  const listed = inputs
    .filter(({ file, used_by }) => file?.startsWith('geo/inputs/') && used_by.includes(output))
    .map(({ file }) => file!.replace('geo/inputs/', ''));
  expect(listed.sort()).toEqual(inputsOf(output));
});

test('an input is used by outputs that there are', () => {
  const made = recipes.map(({ output }) => output);
  for (const { used_by } of inputs) {
    expect(used_by.length).toBeGreaterThan(0);
    expect(made).toEqual(expect.arrayContaining(used_by));
  }
});

test.each(recipes)('$output has a licence and a credit', ({ licence, credit }) => {
  expect(licence).toMatch(/\w/);
  expect(credit).toBeTypeOf('string');
});

test.each(recipes.filter(({ output }) => output.endsWith('.geojson')))(
  '$output says its licence and whom to credit, and every feature has an id',
  ({ output, ...terms }) => {
    const { licence, credit, features } = JSON.parse(text(output)) as Dataset;
    expect({ licence, credit }).toEqual({ licence: terms.licence, credit: terms.credit });
    const ids = features.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).not.toContain(undefined);
  },
);
