/**
 * What must not stand in a log, and what one must look like: every line one object in JSON with fields
 * that are known, nothing in it that looks like an address, a number to call or a word of the tests that
 * was typed into a form. Numbers of requests and times are looked at by their form only.
 */

const LEVELS = ['info', 'warn', 'error'];
const KNOWN = new Set([
  ...['at', 'level', 'event', 'id', 'method', 'route', 'status', 'milliseconds', 'job', 'form'],
  ...['rule', 'poll', 'reason', 'kind', 'code', 'sqlState', 'constraint', 'where'],
]);
const BY_FORM = new Set(['at', 'id', 'poll', 'status', 'milliseconds']);
/** An address, a number to call, a word of the tests. */
const PERSONAL = /@|\+?\d(?:[ /-]?\d){6,}|4711|\bbearer\b/i;

/** @param {string} line @returns {string | null} what is wrong with it */
function problemOf(line) {
  /** @type {Record<string, unknown>} */
  let entry;
  try {
    entry = JSON.parse(line);
  } catch {
    return 'is no JSON';
  }
  if (typeof entry !== 'object' || entry === null) return 'is no object';
  const unknown = Object.keys(entry).find((name) => !KNOWN.has(name));
  if (unknown !== undefined) return `has an unknown field ${unknown}`;
  if (!LEVELS.includes(String(entry.level))) return 'has no level';
  const told = Object.entries(entry).find(
    ([name, value]) => !BY_FORM.has(name) && PERSONAL.test(String(value)),
  );
  return told ? `tells something personal in ${told[0]}` : null;
}

/**
 * @param {string} text of a log
 * @returns {string[]}
 */
export function problemsInLog(text) {
  return text.split('\n').flatMap((line) => {
    const problem = line === '' ? null : problemOf(line);
    return problem ? [`${problem}: ${line}`] : [];
  });
}
