import { prepare } from './prepare.mjs';
import { PROJECT_ROOT } from './project.mjs';
import { createSteps } from './steps.mjs';

/**
 * `npm run bench`: measures the built app against something in the same run. Each line of the output
 * is a JSON object; `good: false` anywhere makes it fail.
 */

process.chdir(PROJECT_ROOT);
await prepare(createSteps({ write: (text) => process.stderr.write(text) }));

const { openHouse } = await import('./bench/house.mjs');
const { measureFirstVisits, measureReading } = await import('./bench/reading.mjs');
const { measureBallots, measureForms, measurePages } = await import('./bench/acting.mjs');
const { measureCrowd } = await import('./bench/crowd.mjs');
const { raceBallots, raceSignUps } = await import('./bench/races.mjs');
const { measureRealElection, measureTally } = await import('./bench/tally.mjs');

let bad = 0;

/** @param {object} line */
function print(line) {
  if ('good' in line && line.good === false) bad += 1;
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

const house = await openHouse();
try {
  for (const measure of [
    measureFirstVisits,
    measurePages,
    measureForms,
    measureBallots,
    measureCrowd,
    raceBallots,
    raceSignUps,
    measureReading,
    measureTally,
    measureRealElection,
  ]) {
    await measure(house, print);
  }
} finally {
  await house.close();
}
process.exitCode = bad === 0 ? 0 : 1;
