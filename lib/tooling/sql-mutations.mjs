import { TERMS } from './sql-terms.mjs';
import { TRIED } from './tried.mjs';

/**
 * Where a guard stands in `prisma/sql`, and how the file looks without it. Triggers, refusals, locks and
 * periods are found by how they are written; what several terms of one condition guard stands in
 * `sql-terms.mjs` or in the `tried.mjs` of its domain, term by term.
 *
 * @typedef {import('./mutations.mjs').Mutation} Mutation
 * @typedef {import('./mutations.mjs').Kind} Kind
 * @typedef {Mutation & { instead: string }} SqlMutation `instead`: the statements that take this guard alone out of
 *   a database in which the file is in force
 */

const FUNCTION = /CREATE OR REPLACE FUNCTION "\w+"\([^)]*\) RETURNS (\w+)/g;

/** What a function goes on with that does not refuse. @param {string} before the text up to there */
function goesOn(before) {
  const returns = [...before.matchAll(FUNCTION)].at(-1)?.[1];
  return returns === 'trigger' ? 'RETURN coalesce(NEW, OLD);' : 'NULL;';
}

/** @type {{ kind: Kind, pattern: RegExp, breaks: (before: string, ...found: string[]) => string }[]} */
const BREAKERS = [
  { kind: 'trigger', pattern: /^CREATE (?:CONSTRAINT )?TRIGGER [^;]*;/gm, breaks: () => '' },
  { kind: 'refusal', pattern: /RAISE EXCEPTION [^;]*;/g, breaks: goesOn },
  { kind: 'lock', pattern: /(?<!-)\s+FOR (?:NO KEY )?(?:UPDATE|SHARE)\b/g, breaks: () => '' },
  {
    kind: 'lock',
    pattern: /pg_advisory_xact_lock\((?=hashtextextended)/g,
    breaks: () => 'abs(',
  },
  {
    kind: 'limit',
    pattern: /interval '(\d+) days'/g,
    breaks: (_, __, days = '') => `interval '${Number(days) * 2 + 1} days'`,
  },
  {
    kind: 'limit',
    pattern: /interval '(\d+) days'/g,
    breaks: (_, __, days = '') => `interval '${Math.floor(Number(days) / 2)} days'`,
  },
];

/** @type {Readonly<Record<string, string>>} whose tests are beside a file no domain says is its own; of the others those of voting */
const BESIDE = {
  '02-shared-guards': 'lib/tooling/rights',
  '08-audit': 'lib/audit/',
  '09-forum': 'lib/forum/',
  '10-proposals': 'lib/proposals/',
  '11-files': 'lib/files/',
  '12-cases': 'lib/proposals/',
  '14-figures': 'lib/reports/',
  '15-corrections': 'lib/forum/',
  '16-call-list': 'lib/mail/',
};

/** Each with its semicolon, and with what is said before it. */
const STATEMENT = /(?:--[^\n]*|'[^']*'|\$\$.*?\$\$|[^;])+?;/gs;
const SAID_BEFORE = /^(?:\s|--[^\n]*\n)+/;

/** @param {string} text @returns {string[]} */
const statementsOf = (text) =>
  (text.match(STATEMENT) ?? []).map((statement) => statement.replace(SAID_BEFORE, ''));

const MAKES_A_TRIGGER = /^CREATE (?:CONSTRAINT )?TRIGGER/;

/**
 * To make the rest of the file once more changes nothing and takes the database most of the time.
 * @param {readonly string[]} all statements of the file
 * @param {string} broken
 */
function difference(all, broken) {
  const left = statementsOf(broken);
  const changed = left.flatMap((statement, place) => {
    if (all.includes(statement)) return [];
    // One that is there is dropped by what stands before it.
    return MAKES_A_TRIGGER.test(statement) ? [left[place - 1] ?? '', statement] : [statement];
  });
  if (changed.length > 0) return changed.join('\n');
  const missing = all.findIndex((statement) => !left.includes(statement));
  return all[missing - 1] ?? '';
}

/** @param {string} file */
const nameOf = (file) => file.replace(/^.*\/|\.sql$/g, '');

/** @param {string} name */
const besideOf = (name) => {
  const domain = TRIED[name]?.domain;
  return domain ? `lib/${domain}/` : (BESIDE[name] ?? 'lib/voting/');
};

/** From near to far. @param {string} file @returns {string[]} */
export const testsOfSql = (file) => [
  'lib/tooling/database/guards.test.ts',
  besideOf(nameOf(file)),
  'lib/tooling/rights.tries.test.ts',
];

/**
 * @param {string} file below `prisma/sql`
 * @param {string} text
 * @returns {SqlMutation[]} each breaks one guard of the file
 */
export function sqlMutationsOf(file, text) {
  const all = statementsOf(text);
  const mutation = (
    /** @type {Kind} */ kind,
    /** @type {number} */ index,
    /** @type {string} */ was,
    /** @type {string} */ instead,
  ) => {
    const start = index + was.length - was.trimStart().length;
    const broken = text.slice(0, index) + instead + text.slice(index + was.length);
    return {
      ...{ kind, file, was: was.trim().replaceAll(/\s+/g, ' ') },
      line: text.slice(0, start + 1).split('\n').length,
      ...{ broken, instead: difference(all, broken) },
    };
  };
  const found = BREAKERS.flatMap(({ kind, pattern, breaks }) =>
    [...text.matchAll(pattern)].map((match) =>
      mutation(kind, match.index, match[0], breaks(text.slice(0, match.index), ...match)),
    ),
  );
  const name = nameOf(file);
  const terms = [...(TERMS[name] ?? []), ...(TRIED[name]?.terms ?? [])].map(([was, instead]) => {
    const index = text.indexOf(was);
    if (index < 0 || text.includes(was, index + 1))
      throw new Error(`${file} does not say exactly once: ${was}`);
    return mutation('condition', index, was, instead);
  });
  return [...found, ...terms];
}
