/**
 * Where the time of a run went, by kind of test. Nothing fails by it, because machines differ by a factor
 * of four; it is said so that growth is seen.
 *
 * @typedef {object} Timed
 * @property {string} kind
 * @property {string} name
 * @property {number} seconds
 *
 * @typedef {object} Suite
 * @property {string} file
 * @property {Suite[]} [suites]
 * @property {{ title: string, tests: { projectName: string, results: { duration: number }[] }[] }[]} [specs]
 */

/** Seconds of all tests of a kind on two cores that nobody else uses; see decision 18. */
const BUDGETS = new Map([
  ['unit', 420],
  ['guards', 420],
  ['platform', 180],
  ['journeys', 800],
  ['journeys with script', 240],
]);

/** What takes that many times as long as the middle one of its kind is named… */
const MANY_TIMES = 4;
/** …unless nobody waits for it. */
const SHORT_SECONDS = 10;

/** @param {string} file @param {string} project */
function kindOf(file, project) {
  const [folder = ''] = file.split('/');
  if (folder === 'guards' || folder === 'platform') return folder;
  return project === 'script' ? 'journeys with script' : 'journeys';
}

/** @param {Suite} suite @returns {Timed[]} */
function timesOfSuite({ file, suites = [], specs = [] }) {
  const own = specs.flatMap(({ title, tests }) =>
    tests.map(({ projectName, results }) => ({
      kind: kindOf(file, projectName),
      name: `e2e/${file} ${title}`,
      seconds: results.reduce((sum, { duration }) => sum + duration, 0) / 1000,
    })),
  );
  return [...own, ...suites.flatMap(timesOfSuite)];
}

/** @param {{ suites?: Suite[] } | null} report of Playwright @returns {Timed[]} */
export const timesOfPlaywright = (report) => (report?.suites ?? []).flatMap(timesOfSuite);

/**
 * Files, not single tests: what a file costs is mostly what it has to load and to set up.
 * @param {{ testResults?: { name: string, startTime: number, endTime: number }[] } | null} report of vitest
 * @returns {Timed[]}
 */
export const timesOfVitest = (report) =>
  (report?.testResults ?? []).map(({ name, startTime, endTime }) => ({
    kind: 'unit',
    name,
    seconds: (endTime - startTime) / 1000,
  }));

/** @param {readonly Timed[]} timed */
function middleOf(timed) {
  const sorted = timed.map(({ seconds }) => seconds).sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** @param {string} kind @param {readonly Timed[]} timed @returns {string[]} */
function linesOfKind(kind, timed) {
  const sum = timed.reduce((all, { seconds }) => all + seconds, 0);
  const middle = middleOf(timed);
  const budget = BUDGETS.get(kind) ?? Number.POSITIVE_INFINITY;
  const said = sum > budget ? `, more than the ${budget} s it should` : '';
  const long = timed
    .filter(({ seconds }) => seconds > Math.max(SHORT_SECONDS, middle * MANY_TIMES))
    .sort((one, other) => other.seconds - one.seconds);
  return [
    `${kind}: ${timed.length} in ${sum.toFixed(0)} s, the middle one in ${middle.toFixed(1)} s${said}`,
    ...long.map(({ name, seconds }) => `  ${seconds.toFixed(0)} s: ${name}`),
  ];
}

/** @param {readonly Timed[]} timed @returns {string[]} lines for whoever reads the run's end */
export function summaryOfTimes(timed) {
  const kinds = [...new Set(timed.map(({ kind }) => kind))];
  return kinds.flatMap((kind) =>
    linesOfKind(
      kind,
      timed.filter((one) => one.kind === kind),
    ),
  );
}
