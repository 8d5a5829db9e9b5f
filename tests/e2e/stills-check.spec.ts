import { spawnSync } from 'node:child_process';
import { expect, test } from '@playwright/test';
import { ROOT } from '../../scripts/packages.ts';

const NUMBER = String.raw`(\d+\.\d) \(\d+\.\d\)`;
const ROW = new RegExp(
  String.raw`^still/talks\.phone\.svg\s+${NUMBER}\s+${NUMBER}\s+${NUMBER}$`,
  'm',
);

test('the check of the stills measures front, coast and marks, and fails where its limit is broken', () => {
  const flags = ['--steps', 'talks', '--kinds', 'phone', '--below', '0.5'];
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'scripts/stills-check.ts', ...flags],
    { cwd: ROOT, encoding: 'utf8' },
  );
  expect(stderr).toBe('');
  const [, ...distances] = ROW.exec(stdout) ?? [];
  expect(distances).toHaveLength(3);
  for (const distance of distances) expect(Number(distance)).toBeLessThan(2);
  expect(stdout).toContain('of less than 0.5 CSS pixels');
  expect(status).toBe(1);
});
