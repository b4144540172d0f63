/**
 * Where a guard stands in the program, and how it looks without it. Found by how guards are written
 * here, so that the next domain's are found as well.
 *
 * @typedef {'lock' | 'version' | 'right' | 'limit' | 'audience' | 'trigger' | 'refusal' | 'condition'} Kind
 * @typedef {object} Mutation
 * @property {Kind} kind
 * @property {string} file
 * @property {number} line
 * @property {string} was what stands there
 * @property {string} broken the whole file with the guard broken
 *
 * @typedef {{ kind: Kind, pattern: RegExp, breaks: (...found: string[]) => string }} Breaker
 */

/** Which of the limits are about how something looks, or how much of a list is shown at once. */
const OF_NO_PROMISE = /SHOWN|LISTED|NEIGHBOURS|OF_A_KIND|AT_ONCE|PIXELS|TRIES|ROWS|FAULTS|SIZE/;

/** @type {Breaker[]} */
const BREAKERS = [
  {
    kind: 'lock',
    pattern: /\s+FOR (?:NO KEY |KEY )?(?:UPDATE|SHARE)(?: SKIP LOCKED)?/g,
    breaks: () => '',
  },
  { kind: 'lock', pattern: /LOCK TABLE \w+ IN [A-Z ]+ MODE/g, breaks: () => 'SELECT 1' },
  // Whoever only tries for it always gets it.
  { kind: 'lock', pattern: /pg_try_advisory_xact_lock\([^()]*\)/g, breaks: () => 'true' },
  {
    kind: 'lock',
    pattern: /pg_try_advisory_lock_shared\((\$1), (hashtext\(\$2\))\)/g,
    breaks: (_, first = '', second = '') => `(${first}::int IS NOT NULL AND ${second} IS NOT NULL)`,
  },
  {
    kind: 'lock',
    pattern: /pg_advisory_xact_lock\((?=hashtextextended)/g,
    breaks: () => 'abs(',
  },
  { kind: 'lock', pattern: /pg_advisory_xact_lock\((?=\$\{)/g, breaks: () => 'abs(' },
  { kind: 'version', pattern: /, \[column\]: seen(?= \})/g, breaks: () => '' },
  // Who was slower goes on as if they had seen what is there now.
  {
    kind: 'version',
    pattern: /((?:const late = )await takeVersion\([^;]*?\);\n\s*)if \(late\) return late;/g,
    breaks: (_, asked = '') => asked,
  },
  {
    kind: 'version',
    pattern: /if \((await takeVersion\([^\n]*\))\) (?=\{|return)/g,
    breaks: (_, asked = '') => `if ((${asked}) && 1 > 2) `,
  },
  { kind: 'right', pattern: /!\w+_RIGHTS\.\w+\.isHeldBy\(\w+\)/g, breaks: () => '1 > 2' },
  { kind: 'right', pattern: /admit\(\w+_RIGHTS\.\w+, \w+\);/g, breaks: () => '{}' },
  {
    kind: 'right',
    pattern: /if \(!may[A-Z]\w+\([^()]*\)[^{}\n]*\) (?=throw|return)/g,
    breaks: () => 'if (1 > 2) ',
  },
  {
    kind: 'right',
    pattern: /(right\('[\w.-]+', )(?:\([^()]*\) => (?!true\))[^\n]+|may[A-Z]\w+)(?=\))/g,
    breaks: (_, start = '') => `${start}() => true`,
  },
  {
    kind: 'limit',
    pattern:
      /(const ([A-Z_]*(?:DAYS|MONTHS|HOURS|MINUTES|KEPT|MOST|MAX)[A-Z_]*) = )(\d[\d_]*)(?=;)/g,
    breaks: (_, start = '', name = '', number = '') =>
      OF_NO_PROMISE.test(name) ? '' : `${start}${Number(number.replaceAll('_', '')) * 2 + 1}`,
  },
  // How often somebody may try within a time.
  {
    kind: 'limit',
    pattern: /(\bmax: )(\d[\d_]*)(?=,[^{}]*(?:windowSeconds|\.\.\.[A-Z_]+))/g,
    breaks: (_, start = '', number = '') => `${start}${Number(number.replaceAll('_', '')) * 2 + 1}`,
  },
  {
    kind: 'audience',
    pattern: /((?:textFor|historyFor)\()'(PUBLIC|PERSON)'/g,
    breaks: (_, start = '', reader = '') =>
      `${start}${reader === 'PUBLIC' ? "'PERSON'" : "'INTERNAL' as never"}`,
  },
];

/**
 * @param {string} file
 * @param {string} text
 * @returns {Mutation[]} each breaks one guard of the file
 */
export function mutationsOf(file, text) {
  return BREAKERS.flatMap(({ kind, pattern, breaks }) =>
    [...text.matchAll(pattern)].flatMap((found) => {
      const [was] = found;
      const instead = breaks(...found);
      if (instead === '' && kind !== 'lock' && kind !== 'version') return [];
      const broken = text.slice(0, found.index) + instead + text.slice(found.index + was.length);
      const line = text.slice(0, found.index + was.length - was.trimStart().length + 1).split('\n');
      return [{ kind, file, line: line.length, was: was.trim(), broken }];
    }),
  );
}
