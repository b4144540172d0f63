import fs from 'node:fs';
import { Obstacle } from './project.mjs';
import { runProgram } from './run-command.mjs';

/**
 * Another day for everything at once: the tests, the database, the app. The program itself knows
 * nothing of it; the system's clock is asked through libfaketime.
 */

const LIBRARIES = [
  '/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1',
  '/usr/lib/aarch64-linux-gnu/faketime/libfaketimeMT.so.1',
  '/usr/lib/faketime/libfaketimeMT.so.1',
];

/** Instants, in Berlin, at which programs are wrong that are right on all other days. */
export const ODD_MOMENTS = [
  '2028-02-29T12:00:00+01:00', // the day that is not there every year
  '2027-03-28T01:58:00+01:00', // two minutes before an hour is left out
  '2026-10-25T02:30:00+01:00', // the hour that comes twice, for the second time
  '2026-12-31T23:59:00+01:00', // the year ends, and there are holidays all around
  '2027-03-26T10:00:00+01:00', // a holiday that begins a long weekend (Karfreitag)
  '2027-02-10T22:50:00+01:00', // late in the evening: what takes ninety minutes ends on the next day
  '2027-01-31T23:59:00+01:00', // a Sunday, the last day of a month, a minute before midnight
];

async function findLibrary() {
  const found = () => LIBRARIES.find((file) => fs.existsSync(file));
  if (!found() && process.getuid?.() === 0 && fs.existsSync('/usr/bin/apt-get')) {
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    await runProgram('apt-get', ['install', '-y', '--no-install-recommends', 'faketime'], { env });
  }
  const library = found();
  if (!library) throw new Obstacle('Für --at fehlt libfaketime (Debian: Paket faketime).');
  return library;
}

/**
 * @param {string} moment ISO 8601 with an offset
 * @returns {Promise<Record<string, string>>} environment under which programs believe it is that moment
 */
export async function movedTo(moment) {
  const instant = Date.parse(moment);
  if (Number.isNaN(instant)) throw new Obstacle(`--at braucht einen Zeitpunkt, nicht „${moment}“.`);
  const seconds = Math.round((instant - Date.now()) / 1000);
  return {
    LD_PRELOAD: await findLibrary(),
    FAKETIME: `${seconds < 0 ? '' : '+'}${seconds}`,
    FAKETIME_DONT_FAKE_MONOTONIC: '1',
    FAKETIME_NO_CACHE: '1',
    // The times of files are real, and have to fit each other.
    NO_FAKE_STAT: '1',
  };
}
