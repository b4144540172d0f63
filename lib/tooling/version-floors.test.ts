import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { PROJECT_ROOT } from './project.mjs';

/**
 * Versions below which known holes are open. Read from the lock file, every copy of a package: the
 * advisory service of `npm audit` cannot be reached from every network.
 */
const FLOORS: Record<string, string> = {
  next: '16.4.3',
  react: '19.3.1',
  'react-dom': '19.3.1',
  'next-auth': '4.24.15',
  nodemailer: '10.0.6',
  zod: '4.6.7',
  prisma: '7.0.0',
  '@prisma/client': '7.0.0',
};

function lockedVersions(): [string, string][] {
  const lock = path.join(PROJECT_ROOT, 'package-lock.json');
  const { packages } = JSON.parse(fs.readFileSync(lock, 'utf8')) as {
    packages: Record<string, { version?: string; extraneous?: boolean }>;
  };
  return Object.entries(packages)
    .filter(([place, { extraneous }]) => place !== '' && !extraneous)
    .map(([place, { version = '0.0.0' }]) => [
      place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length),
      version,
    ]);
}

/** Whether `version` is the floor or newer; a pre-release of the floor is older. */
function reaches(version: string, floor: string): boolean {
  const [numbers = '', prerelease] = version.split('-', 2);
  const have = numbers.split('.').map(Number);
  const need = floor.split('.').map(Number);
  for (const [place, least] of need.entries()) {
    const part = have[place] ?? 0;
    if (part !== least) return part > least;
  }
  return prerelease === undefined;
}

it.each([
  ['16.4.3', '16.4.3', true],
  ['16.4.10', '16.4.3', true],
  ['17.0.0', '16.4.3', true],
  ['16.4.2', '16.4.3', false],
  ['15.9.9', '16.4.3', false],
  ['16.4.3-canary.1', '16.4.3', false],
])('%s against %s: %s', (version, floor, expected) => {
  expect(reaches(version, floor)).toBe(expected);
});

it.each(Object.entries(FLOORS))('%s is at least %s everywhere', (name, floor) => {
  const versions = lockedVersions().filter(([locked]) => locked === name);
  expect(versions).not.toEqual([]);
  expect(versions.filter(([, version]) => !reaches(version, floor))).toEqual([]);
});
