import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { ROOT } from '../../../scripts/packages.ts';
import { bundleScript } from '../../../src/cli/embed-plugin.ts';

it('the script that pages load to embed a story is one file of at most 3 kB, and leaves no name behind', async () => {
  const script = await bundleScript(ROOT);
  const { length } = gzipSync(script, { level: 9 });
  console.log(`embed.js: ${length} bytes in gzip`);
  expect(length).toBeLessThanOrEqual(3000);
  expect(script).not.toMatch(/\bimport\b|\bexport\b|window\.\w+\s*=[^=]|globalThis/);
}, 60_000);
